package org.uplift.timetable;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;

/** Which planned activities are wanted, and in which order. */
class OccurrenceFilter {
    @Schema(name = "OccurrenceOrder", description = "By the day on which they are planned.")
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

    @Parameter(
            description = "Of this academic year",
            schema = @Schema(type = SchemaType.STRING, pattern = "^\\d{4}/\\d{4}$", examples = "2026/2027"))
    @QueryParam("academicYear")
    @Nullable
    AcademicYear academicYear;

    @Parameter(description = "Of this school, and of the trust", example = "900001")
    @QueryParam("schoolUrn")
    @Nullable
    Integer schoolUrn;

    @Parameter(description = "true: of the trust alone; false: of schools alone")
    @QueryParam("ofTrust")
    @Nullable
    Boolean ofTrust;

    @Parameter(description = "Led by this person, or with them; where you may record checkpoints")
    @QueryParam("personId")
    @Nullable
    UUID personId;

    @Parameter(description = "true: those that you lead, or in which you take part")
    @QueryParam("mine")
    @Nullable
    Boolean mine;

    @Parameter(description = "Of this type", example = "learning-walk")
    @QueryParam("type")
    @Nullable
    String type;

    @Parameter(description = "In this status")
    @QueryParam("status")
    @Nullable
    OccurrenceStatus status;

    @Parameter(description = "On this day or later", example = "2026-09-01")
    @QueryParam("from")
    @Nullable
    LocalDate from;

    @Parameter(description = "On this day or earlier", example = "2027-08-31")
    @QueryParam("until")
    @Nullable
    LocalDate until;

    @Parameter(description = "earliest first when absent")
    @QueryParam("sort")
    @Nullable
    Order sort;

    /** The conditions on {@code o}; their values are put among the parameters. */
    String where(UUID me, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (academicYear != null) {
            conditions.add("o.academic_year = :year");
            parameters.put("year", academicYear.start());
        }
        if (schoolUrn != null) {
            conditions.add("(o.school_urn = :urn or o.school_urn is null)");
            parameters.put("urn", schoolUrn);
        }
        if (ofTrust != null) {
            conditions.add(ofTrust ? "o.school_urn is null" : "o.school_urn is not null");
        }
        if (personId != null) {
            conditions.add(with("person"));
            parameters.put("person", personId);
        }
        if (mine != null) {
            conditions.add(mine ? with("me") : "not coalesce(" + with("me") + ", false)");
            parameters.put("me", me);
        }
        if (type != null) {
            conditions.add("o.type_code = :type");
            parameters.put("type", type);
        }
        if (status != null) {
            conditions.add(Occurrences.STATUS + " = :status");
            parameters.put("status", status.name());
        }
        if (from != null) {
            conditions.add("o.day >= :from");
            parameters.put("from", from);
        }
        if (until != null) {
            conditions.add("o.day <= :until");
            parameters.put("until", until);
        }
        return String.join(" and ", conditions);
    }

    /** Whether one of a person is wanted, by the name of the parameter that holds their id. */
    static String with(String person) {
        return "(o.lead_id = :" + person
                + " or o.id in (select a.occurrence_id from occurrence_person a where a.person_id = :" + person + "))";
    }

    String order() {
        return sort == Order.LATEST
                ? " order by o.day desc, o.starts_at desc nulls last, o.id desc"
                : " order by o.day, o.starts_at nulls first, o.id";
    }
}
