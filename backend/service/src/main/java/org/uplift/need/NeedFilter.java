package org.uplift.need;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;
import org.uplift.term.TermName;
import org.uplift.term.TermOfYear;

/** Which assessments are wanted, and in which order. */
class NeedFilter {
    @Parameter(description = "Of this academic year", example = "2026/2027")
    @QueryParam("academicYear")
    @Nullable
    AcademicYear academicYear;

    @Parameter(description = "Of this term")
    @QueryParam("term")
    @Nullable
    TermName term;

    @Parameter(
            description =
                    "true: of every term; else, where neither a year nor a term is named, of the newest term alone")
    @QueryParam("everyTerm")
    @Nullable
    Boolean everyTerm;

    @Parameter(description = "Of this school", example = "900001")
    @QueryParam("schoolUrn")
    @Nullable
    Integer schoolUrn;

    @Parameter(description = "With this level, as it counts", example = "intensive")
    @QueryParam("level")
    @Size(max = 50)
    @Nullable
    String level;

    @Parameter(description = "With this indicator alone among the cells", example = "RWM_ENGLAND")
    @QueryParam("indicatorCode")
    @Size(max = 50)
    @Nullable
    String indicatorCode;

    @Parameter(description = "Order: the highest score first, by the name of the school, or the newest first")
    @QueryParam("sort")
    @DefaultValue("score")
    NeedOrder sort = NeedOrder.SCORE;

    /**
     * The conditions on {@code a}; their values are put among the parameters.
     *
     * @param newest the newest term that there is, none where there is nothing
     */
    String where(Map<String, Object> parameters, @Nullable TermOfYear newest) {
        List<String> conditions = new ArrayList<>();
        if (academicYear != null) {
            conditions.add("a.academic_year = :year");
            parameters.put("year", academicYear.start());
        }
        if (term != null) {
            conditions.add("a.term = :term");
            parameters.put("term", term.ordinal() + 1);
        }
        if (conditions.isEmpty() && !Boolean.TRUE.equals(everyTerm) && newest != null) {
            conditions.add("a.ordinal = :ordinal");
            parameters.put("ordinal", newest.ordinal());
        }
        if (schoolUrn != null) {
            conditions.add("a.school_urn = :urn");
            parameters.put("urn", schoolUrn);
        }
        if (level != null) {
            conditions.add(NeedAssessments.LEVEL + " = :level");
            parameters.put("level", level);
        }
        conditions.add("true");
        return String.join(" and ", conditions);
    }
}
