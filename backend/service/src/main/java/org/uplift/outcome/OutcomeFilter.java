package org.uplift.outcome;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;

/** Which outcomes of a school are wanted, and in which order. */
class OutcomeFilter {
    @Parameter(description = "Of this measure", example = "KS2_RWM_EXP")
    @QueryParam("measureCode")
    @Size(max = 50)
    @Nullable
    String measureCode;

    @Parameter(description = "Of the measures of this key stage, as in the catalogue", example = "KS2")
    @QueryParam("keyStage")
    @Size(max = 10)
    @Nullable
    String keyStage;

    @Parameter(
            description = "Of this academic year",
            schema =
                    @Schema(
                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                            pattern = "^\\d{4}/\\d{4}$",
                            examples = "2025/2026"))
    @QueryParam("academicYear")
    @Nullable
    AcademicYear academicYear;

    @Parameter(description = "Of this year group, or ALL", example = "6")
    @QueryParam("cohort")
    @Size(max = 10)
    @Nullable
    String cohort;

    @Parameter(description = "Of this group of pupils", example = "DISADVANTAGED")
    @QueryParam("pupilGroup")
    @Size(max = 30)
    @Nullable
    String pupilGroup;

    @Parameter(description = "From this source", schema = @Schema(enumeration = {"published", "computed", "pushed"}))
    @QueryParam("source")
    @Pattern(regexp = "published|computed|pushed", message = "is published, computed or pushed")
    @Nullable
    String source;

    @Parameter(description = "Order: newest first, or by measure and then newest first")
    @QueryParam("sort")
    @DefaultValue("newest")
    Order sort = Order.NEWEST;

    /** The orders that there are, none by value, which would tell hidden ones; each is complete, so that pages never overlap. */
    public enum Order {
        NEWEST("o.academic_year desc, o.dated desc, m.position, g.position, o.source, o.cohort, o.assessment_point"),
        MEASURE("m.position, g.position, o.academic_year desc, o.dated desc, o.source, o.cohort, o.assessment_point");

        private final String order;

        Order(String order) {
            this.order = order;
        }

        String order() {
            return order;
        }

        @com.fasterxml.jackson.annotation.JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Order fromString(String code) {
            for (Order order : values()) {
                if (order.code().equals(code)) {
                    return order;
                }
            }
            throw Problem.invalid("/sort", "unknown-code", "\"" + code + "\" is not an order; use newest or measure.");
        }
    }
}
