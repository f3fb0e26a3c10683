package org.uplift.committee;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which challenges are wanted. */
class ChallengeFilter {
    @Parameter(description = "Of this committee")
    @QueryParam("committeeId")
    @Nullable
    UUID committeeId;

    @Parameter(description = "About this school", example = "900001")
    @QueryParam("schoolUrn")
    @Nullable
    Integer schoolUrn;

    @Parameter(description = "In this status")
    @QueryParam("status")
    @Nullable
    ChallengeStatus status;

    @Parameter(description = "true: not settled yet; false: satisfied or withdrawn")
    @QueryParam("open")
    @Nullable
    Boolean open;

    @Parameter(description = "true: those alone that you are asked")
    @QueryParam("mine")
    @Nullable
    Boolean mine;

    @Parameter(description = "Raised on this day or later", example = "2025-09-01")
    @QueryParam("from")
    @Nullable
    LocalDate from;

    @Parameter(description = "Raised on this day or earlier", example = "2026-08-31")
    @QueryParam("until")
    @Nullable
    LocalDate until;

    /** The conditions on {@code c}; their values are put among the parameters. */
    String where(Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (committeeId != null) {
            conditions.add("c.committee_id = :committee");
            parameters.put("committee", committeeId);
        }
        if (schoolUrn != null) {
            conditions.add("c.school_urn = :urn");
            parameters.put("urn", schoolUrn);
        }
        if (status != null) {
            conditions.add("c.status = :status");
            parameters.put("status", status.name());
        }
        if (open != null) {
            conditions.add((open ? "" : "not ") + "c.status in ('OPEN', 'OVERDUE', 'ANSWERED')");
        }
        if (Boolean.TRUE.equals(mine)) {
            conditions.add("c.asked_id = :me");
        }
        if (from != null) {
            conditions.add("c.raised_on >= :from");
            parameters.put("from", from);
        }
        if (until != null) {
            conditions.add("c.raised_on <= :until");
            parameters.put("until", until);
        }
        return String.join(" and ", conditions);
    }
}
