package org.uplift.committee;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;

/** Which meetings are wanted, and in which order. */
class MeetingFilter {
    @Schema(name = "MeetingOrder", description = "By the day and the time of the day.")
    public enum Order {
        EARLIEST,
        LATEST;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Order fromString(String code) {
            for (Order order : values()) {
                if (order.code().equals(code)) {
                    return order;
                }
            }
            throw Problem.invalid("/sort", "unknown-code", "\"" + code + "\" is not an order; use earliest or latest.");
        }
    }

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

    @Parameter(description = "latest first when absent")
    @QueryParam("sort")
    @Nullable
    Order sort;

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

    String order() {
        return sort == Order.EARLIEST
                ? " order by m.day, m.starts_at, m.id"
                : " order by m.day desc, m.starts_at desc, m.id desc";
    }
}
