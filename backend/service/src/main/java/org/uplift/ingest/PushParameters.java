package org.uplift.ingest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What every push says beside its rows. */
public class PushParameters {
    @HeaderParam("Idempotency-Key")
    @Nullable
    String key;

    @Parameter(description = "Tell what would change, keep nothing")
    @QueryParam("dryRun")
    @DefaultValue("false")
    boolean dryRun;

    @Parameter(
            description = "The rows are all that there is: stored rows of the same schools, years, sending system and"
                    + " (for results) assessments, (for attendance and suspensions) terms, that are not among them are"
                    + " removed. Nothing is removed when a row is rejected.")
    @QueryParam("snapshot")
    @DefaultValue("false")
    boolean snapshot;

    @Parameter(
            description = "The share of the stored rows, in percent, that a snapshot may remove; when it would remove"
                    + " more, the whole request is refused with 409")
    @QueryParam("maxShrink")
    @DefaultValue("10")
    @Min(0)
    @Max(100)
    int maxShrink;

    @Parameter(
            description =
                    "For CSV and XLSX: the fingerprint of a column mapping of your own, which says what field each"
                            + " column holds. Without it the columns have the names of the fields.")
    @QueryParam("mapping")
    @Pattern(regexp = ColumnMappings.FINGERPRINT)
    @Nullable
    String mapping;

    PushOptions options() {
        return snapshot ? new PushOptions(true, maxShrink) : PushOptions.NONE;
    }
}
