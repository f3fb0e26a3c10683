package org.uplift.expertise;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;
import org.uplift.term.TermName;
import org.uplift.term.TermOfYear;

/** Which experts are wanted, and for which term their days are counted. */
class ExpertFilter {
    @Parameter(description = "Part of a name, of a school or of what they say they can do", example = "phonics")
    @QueryParam("search")
    @Size(max = 100)
    @Nullable
    String search;

    @Parameter(description = "With this specialism", example = "early-reading")
    @QueryParam("specialism")
    @Size(max = 50)
    @Nullable
    String specialism;

    @Parameter(description = "With any specialism of this area", example = "English")
    @QueryParam("area")
    @Size(max = 100)
    @Nullable
    String area;

    @Parameter(description = "With this designation", example = "specialist-leader-of-education")
    @QueryParam("designation")
    @Size(max = 50)
    @Nullable
    String designation;

    @Parameter(description = "Who work in this school", example = "900002")
    @QueryParam("schoolUrn")
    @Nullable
    Integer schoolUrn;

    @Parameter(description = "true: those alone who also support schools beyond the trust")
    @QueryParam("beyondTrust")
    @Nullable
    Boolean beyondTrust;

    @Parameter(description = "false: those alone whose profile waits to be confirmed")
    @QueryParam("confirmed")
    @Nullable
    Boolean confirmed;

    @Parameter(description = "true: your own alone, also where you offer nothing any more")
    @QueryParam("mine")
    @Nullable
    Boolean mine;

    @Parameter(description = "With at least so many days left in the term", example = "2")
    @QueryParam("free")
    @DecimalMin("0")
    @Nullable
    BigDecimal free;

    @Parameter(
            description = "Days of a term of this academic year; the present one when absent",
            schema = @Schema(type = SchemaType.STRING, pattern = "^\\d{4}/\\d{4}$", examples = "2025/2026"))
    @QueryParam("academicYear")
    @Nullable
    AcademicYear academicYear;

    @Parameter(description = "Days of this term; the present one when absent")
    @QueryParam("term")
    @Nullable
    TermName term;

    @Parameter(description = "By name, or those with the most days left first")
    @QueryParam("sort")
    @DefaultValue("name")
    ExpertSort sort = ExpertSort.NAME;

    TermOfYear term(TermOfYear present) {
        return new TermOfYear(
                academicYear == null ? present.academicYear() : academicYear, term == null ? present.term() : term);
    }

    /** The conditions on {@code e} and {@code d}; their values are put among the parameters. */
    String where(Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("(e.offering or e.person_id = :caller)"));
        if (search != null && !search.isBlank()) {
            conditions.add(
                    "(lower(e.name) like :text escape '\\' or lower(e.about) like :text escape '\\' or lower(e.school_name) like :text escape '\\')");
            parameters.put(
                    "text",
                    "%"
                            + search.strip()
                                    .toLowerCase(Locale.ROOT)
                                    .replace("\\", "")
                                    .replace("%", "\\%")
                                    .replace("_", "\\_")
                            + "%");
        }
        if (specialism != null) {
            conditions.add(
                    "exists (select from expert_specialism x where x.expert_id = e.id and x.specialism = :specialism)");
            parameters.put("specialism", specialism);
        }
        if (area != null) {
            conditions.add("exists (select from expert_specialism x join specialism c on c.code = x.specialism"
                    + " where x.expert_id = e.id and lower(c.area) = lower(:area))");
            parameters.put("area", area.strip());
        }
        if (designation != null) {
            conditions.add(
                    "exists (select from expert_designation x where x.expert_id = e.id and x.designation = :designation)");
            parameters.put("designation", designation);
        }
        if (schoolUrn != null) {
            conditions.add("e.school_urn = :urn");
            parameters.put("urn", schoolUrn);
        }
        if (beyondTrust != null) {
            conditions.add("e.beyond_trust = :beyond");
            parameters.put("beyond", beyondTrust);
        }
        if (confirmed != null) {
            conditions.add("e.confirmed_on is " + (confirmed ? "not " : "") + "null");
        }
        if (Boolean.TRUE.equals(mine)) {
            conditions.add("e.person_id = :caller");
        }
        if (free != null) {
            conditions.add("e.days_per_term - coalesce(d.promised, 0) >= :free");
            parameters.put("free", free);
        }
        return String.join(" and ", conditions);
    }
}
