package org.uplift.checkpoint;

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

/** Which checkpoints are wanted, and in which order. */
class CheckpointFilter {
    @Schema(name = "CheckpointOrder", description = "By the day on which it was held, or is planned for.")
    public enum Order {
        NEWEST,
        OLDEST;

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
            throw Problem.invalid("/sort", "unknown-code", "\"" + code + "\" is not an order; use newest or oldest.");
        }
    }

    @Parameter(description = "Of this school", example = "900001")
    @QueryParam("schoolUrn")
    @Nullable
    Integer schoolUrn;

    @Parameter(description = "Of this cycle")
    @QueryParam("cycleId")
    @Nullable
    UUID cycleId;

    @Parameter(description = "In this status")
    @QueryParam("status")
    @Nullable
    CheckpointStatus status;

    @Parameter(description = "Held, or planned, on this day or later", example = "2025-09-01")
    @QueryParam("from")
    @Nullable
    LocalDate from;

    @Parameter(description = "Held, or planned, on this day or earlier", example = "2026-08-31")
    @QueryParam("until")
    @Nullable
    LocalDate until;

    @Parameter(description = "true: those alone that wait for your signature")
    @QueryParam("toSign")
    @Nullable
    Boolean toSign;

    @Parameter(description = "newest first when absent")
    @QueryParam("sort")
    @Nullable
    Order sort;

    /** The conditions on {@code k}; their values are put among the parameters. */
    String where(String signer, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (schoolUrn != null) {
            conditions.add("k.school_urn = :urn");
            parameters.put("urn", schoolUrn);
        }
        if (cycleId != null) {
            conditions.add("k.cycle_id = :cycle");
            parameters.put("cycle", cycleId);
        }
        if (status != null) {
            conditions.add("k.status = :status");
            parameters.put("status", status.name());
        }
        if (from != null) {
            conditions.add("k.dated >= :from");
            parameters.put("from", from);
        }
        if (until != null) {
            conditions.add("k.dated <= :until");
            parameters.put("until", until);
        }
        if (toSign != null) {
            conditions.add(toSign ? signer : "not " + signer);
        }
        return String.join(" and ", conditions);
    }

    String order() {
        return sort == Order.OLDEST ? " order by k.dated, k.id" : " order by k.dated desc, k.id desc";
    }
}
