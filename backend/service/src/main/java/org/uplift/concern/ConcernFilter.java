package org.uplift.concern;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;

/** Which concerns are wanted, and in which order. */
class ConcernFilter {
    /** What comes first. */
    public enum Order {
        RAISED("c.raised_on desc, c.id desc"),
        AGE("c.raised_on, c.id"),
        SEVERITY("c.severity_rank desc, c.raised_on, c.id"),
        REVIEW("c.review_on nulls last, c.raised_on, c.id");

        private final String columns;

        Order(String columns) {
            this.columns = columns;
        }

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** For query parameters. */
        public static Order fromString(String code) {
            for (Order order : values()) {
                if (order.code().equals(code)) {
                    return order;
                }
            }
            throw Problem.invalid(
                    "/sort", "unknown-code", "\"" + code + "\" is no order; use raised, age, severity or review.");
        }
    }

    @Parameter(description = "Of this school", example = "900001")
    @QueryParam("schoolUrn")
    @Nullable
    Integer schoolUrn;

    @Parameter(description = "Of this category", example = "attendance")
    @QueryParam("category")
    @Nullable
    String category;

    @Parameter(description = "Of this severity")
    @QueryParam("severity")
    @Nullable
    Severity severity;

    @Parameter(description = "In this status")
    @QueryParam("status")
    @Nullable
    ConcernStatus status;

    @Parameter(description = "true: neither closed nor merged; false: the others")
    @QueryParam("open")
    @Nullable
    Boolean open;

    @Parameter(description = "Owned by this person")
    @QueryParam("ownerPersonId")
    @Nullable
    UUID ownerPersonId;

    @Parameter(description = "true: those that nobody owns")
    @QueryParam("unowned")
    @Nullable
    Boolean unowned;

    @Parameter(description = "true: those alone whose day of review is past")
    @QueryParam("overdue")
    @Nullable
    Boolean overdue;

    @Parameter(
            description = "What comes first: raised (the newest), age (the oldest), severity (the gravest) or review")
    @QueryParam("sort")
    @DefaultValue("raised")
    Order sort = Order.RAISED;

    /** The conditions on {@code c}; their values are put among the parameters, where {@code day} is today. */
    String where(Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (schoolUrn != null) {
            conditions.add("c.school_urn = :urn");
            parameters.put("urn", schoolUrn);
        }
        if (category != null) {
            conditions.add("c.category_code = :category");
            parameters.put("category", category);
        }
        if (severity != null) {
            conditions.add("c.severity = :severity");
            parameters.put("severity", severity.name());
        }
        if (status != null) {
            conditions.add("c.status = :status");
            parameters.put("status", status.name());
        }
        if (open != null) {
            conditions.add(open ? "c.status <> 'CLOSED'" : "c.status = 'CLOSED'");
        }
        if (ownerPersonId != null) {
            conditions.add("c.owner_id = :owner");
            parameters.put("owner", ownerPersonId);
        }
        if (Boolean.TRUE.equals(unowned)) {
            conditions.add("c.owner_id is null");
        }
        if (Boolean.TRUE.equals(overdue)) {
            conditions.add("c.status <> 'CLOSED' and c.review_on < :day");
        }
        return String.join(" and ", conditions);
    }

    String order() {
        return " order by " + sort.columns;
    }
}
