package org.uplift.cycle;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which actions are wanted. */
class ActionFilter {
    @Parameter(description = "Led by this person")
    @QueryParam("leadPersonId")
    @Nullable
    UUID leadPersonId;

    @Parameter(description = "Of this school", example = "900001")
    @QueryParam("schoolUrn")
    @Nullable
    Integer schoolUrn;

    @Parameter(description = "true: neither done nor ended, in a cycle that is not closed; false: the others")
    @QueryParam("open")
    @Nullable
    Boolean open;

    /** The conditions on {@code a}, {@code p} and {@code c}; their values are put among the parameters. */
    String where(Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (leadPersonId != null) {
            conditions.add("a.lead_id = :lead");
            parameters.put("lead", leadPersonId);
        }
        if (schoolUrn != null) {
            conditions.add("a.school_urn = :urn");
            parameters.put("urn", schoolUrn);
        }
        if (open != null) {
            conditions.add((open ? "" : "not ")
                    + "(a.status <> 'DONE' and a.ended_on is null and p.ended_on is null and c.stage <> 'CLOSED')");
        }
        return String.join(" and ", conditions);
    }
}
