package org.uplift.outcome;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which outcomes of a school a list is about; several measures may stand side by side. */
class OutcomeListFilter extends OutcomeFilter {
    private static final int MOST_COMPARED = 5;

    @Parameter(
            description = "Of these measures, as KS2_RWM_EXP; of all when none is named",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @QueryParam("measureCode")
    @Size(max = 20)
    List<String> measureCodes = List.of();

    /** Whether it is about so few measures that each is held against the trust and similar schools. */
    boolean isCompared() {
        return !measureCodes.isEmpty() && measureCodes.size() <= MOST_COMPARED;
    }
}
