package org.uplift.outcome;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;

/** Which measure is wanted of the schools of the trust, and in which order. */
class TrustOutcomeFilter {
    @Parameter(description = "The measure", example = "KS2_RWM_EXP")
    @QueryParam("measureCode")
    @NotBlank
    @Size(max = 50)
    String measureCode = "";

    @Parameter(
            description = "Of these academic years; all that there are when none is named",
            schema =
                    @Schema(
                            type = SchemaType.ARRAY,
                            implementation = String.class,
                            pattern = "^\\d{4}/\\d{4}$",
                            examples = "[\"2025/2026\"]"))
    @QueryParam("academicYear")
    @Size(max = 20)
    List<AcademicYear> academicYears = List.of();

    @Parameter(description = "Of this year group, or ALL", example = "6")
    @QueryParam("cohort")
    @Size(max = 10)
    @Nullable
    String cohort;

    @Parameter(description = "Of this group of pupils", example = "DISADVANTAGED")
    @QueryParam("pupilGroup")
    @DefaultValue(Suppression.WHOLE)
    @NotNull
    @Size(max = 30)
    String pupilGroup = Suppression.WHOLE;

    @Parameter(description = "Of this term", schema = @Schema(enumeration = {"autumn", "spring", "summer"}))
    @QueryParam("assessmentPoint")
    @Pattern(regexp = "autumn|spring|summer", message = "is autumn, spring or summer")
    @Nullable
    String assessmentPoint;

    @Parameter(description = "From this source", schema = @Schema(enumeration = {"published", "computed", "pushed"}))
    @QueryParam("source")
    @Pattern(regexp = "published|computed|pushed", message = "is published, computed or pushed")
    @Nullable
    String source;

    @Parameter(description = "Order: newest first, or by the name of the school and then newest first")
    @QueryParam("sort")
    @DefaultValue("newest")
    Order sort = Order.NEWEST;

    Integer[] years() {
        return academicYears.stream().map(AcademicYear::start).distinct().toArray(Integer[]::new);
    }

    boolean wants(TrustValue value) {
        return pupilGroup.equals(value.pupilGroup())
                && (cohort == null || cohort.equals(value.cohort()))
                && (assessmentPoint == null || assessmentPoint.equals(value.assessmentPoint()))
                && (source == null || source.equals(value.source()));
    }

    /** The orders that there are, none by value, which would tell hidden ones; each is complete, so that pages never overlap. */
    public enum Order {
        NEWEST(
                "o.academic_year desc, o.dated desc, lower(s.name), o.school_urn, o.source, o.cohort, o.assessment_point"),
        SCHOOL(
                "lower(s.name), o.school_urn, o.academic_year desc, o.dated desc, o.source, o.cohort, o.assessment_point");

        private final String order;

        Order(String order) {
            this.order = order;
        }

        String order() {
            return order;
        }

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
            throw Problem.invalid("/sort", "unknown-code", "\"" + code + "\" is not an order; use newest or school.");
        }
    }
}
