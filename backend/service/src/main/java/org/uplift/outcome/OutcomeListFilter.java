package org.uplift.outcome;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which outcomes of a school a list is about; several measures may stand side by side. */
class OutcomeListFilter extends OutcomeFilter {
    @Parameter(
            description = "Of these measures, as KS2_RWM_EXP; of all when none is named",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @QueryParam("measureCode")
    @Size(max = 20)
    List<String> measureCodes = List.of();

    /** The one measure that it is about, which is then held against the trust and similar schools. */
    @Nullable
    String onlyMeasure() {
        return measureCodes.size() == 1 ? measureCodes.getFirst() : null;
    }
}
