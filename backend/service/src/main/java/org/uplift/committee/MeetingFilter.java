package org.uplift.committee;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which meetings are wanted. */
class MeetingFilter {
    @Parameter(description = "Of this committee")
    @QueryParam("committeeId")
    @Nullable
    UUID committeeId;

    @Parameter(
            description = "Of the committees that look after this school on the day of the meeting",
            example = "900001")
    @QueryParam("schoolUrn")
    @Nullable
    Integer schoolUrn;

    @Parameter(description = "In this status")
    @QueryParam("status")
    @Nullable
    MeetingStatus status;

    @Parameter(description = "On this day or later", example = "2025-09-01")
    @QueryParam("from")
    @Nullable
    LocalDate from;

    @Parameter(description = "On this day or earlier", example = "2026-08-31")
    @QueryParam("until")
    @Nullable
    LocalDate until;

    /** The conditions on {@code m}; their values are put among the parameters. */
    String where(Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (committeeId != null) {
            conditions.add("m.committee_id = :committee");
            parameters.put("committee", committeeId);
        }
        if (schoolUrn != null) {
            conditions.add(
                    "exists (select from committee_school s where s.committee_id = m.committee_id and s.school_urn = :urn"
                            + " and s.valid_from <= m.day and (s.valid_until is null or s.valid_until > m.day))");
            parameters.put("urn", schoolUrn);
        }
        if (status != null) {
            conditions.add("m.status = :status");
            parameters.put("status", status.name());
        }
        if (from != null) {
            conditions.add("m.day >= :from");
            parameters.put("from", from);
        }
        if (until != null) {
            conditions.add("m.day <= :until");
            parameters.put("until", until);
        }
        return String.join(" and ", conditions);
    }
}
