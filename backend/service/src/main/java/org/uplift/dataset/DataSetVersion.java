package org.uplift.dataset;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a data set was from a moment on.")
public record DataSetVersion(
        @Schema(description = "To be asked for in a query", examples = "1.4")
        String version,

        VersionKind kind,

        @Schema(description = "It holds what was known then")
        Instant madeAt,

        @Schema(description = "What of its columns and codes is another than in the version before")
        List<FacetChange> changes,

        @Schema(description = "How many rows that you may see are new, gone or otherwise than in the version before")
        long rowsChanged) {}
