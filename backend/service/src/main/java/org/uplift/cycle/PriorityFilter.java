package org.uplift.cycle;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** On what the priorities rest that are wanted. */
class PriorityFilter {
    @Parameter(description = "They rest on evidence of this kind")
    @QueryParam("evidenceKind")
    @NotNull
    @Nullable
    EvidenceKind evidenceKind;

    @Parameter(
            description =
                    "The evidence points at this, the code of a measure or of an indicator of need, the id of an inspection, or"
                            + " a link; absent: at anything of that kind")
    @QueryParam("reference")
    @Size(max = 1000)
    @Nullable
    String reference;

    @Parameter(description = "Of this school", example = "900001")
    @QueryParam("schoolUrn")
    @Nullable
    Integer schoolUrn;

    /** The condition on a priority; its values are put among the parameters. */
    String where(Map<String, Object> parameters) {
        parameters.put("kind", Objects.requireNonNull(evidenceKind));
        String where = "id in (select p.id from Priority p join p.evidence e where e.kind = :kind";
        if (reference != null) {
            parameters.put("reference", reference);
            where += " and e.reference = :reference";
        }
        where += ")";
        if (schoolUrn != null) {
            parameters.put("urn", schoolUrn);
            where += " and schoolUrn = :urn";
        }
        return where;
    }
}
