package org.uplift.practice;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/** Which good practice is wanted. */
class GoodPracticeFilter {
    /** Of a phase there are not more in a register. */
    private static final int MOST_SCHOOLS = 50_000;

    @Parameter(
            description =
                    "With these words, in any of their forms, or with others that mean the same; slips of the fingers"
                            + " are put right; \"in quotes\" as a phrase, -without",
            example = "reading -phonics")
    @QueryParam("search")
    @Size(max = 200)
    @Nullable
    String search;

    @Parameter(description = "In this area, in small or capital letters", example = "Quality of education")
    @QueryParam("area")
    @Size(max = 100)
    @Nullable
    String area;

    @Parameter(description = "Of this school", example = "900001")
    @QueryParam("schoolUrn")
    @Nullable
    Integer schoolUrn;

    @Parameter(
            description =
                    "Of schools of the same phase, those most like this one first; it is one of those whose outcomes you may see",
            example = "900001")
    @QueryParam("like")
    @Nullable
    Integer like;

    /** What is searched for; empty where nothing is. */
    String words() {
        return search == null ? "" : search.strip();
    }

    boolean isSearch() {
        return !words().isEmpty();
    }

    /** The conditions on {@code g}; their values are put among the parameters. */
    String where(PracticeSearch asked, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("g.withdrawn_on is null"));
        if (isSearch()) {
            conditions.add("g.words @@ cast(:query as tsquery)");
            parameters.put("query", asked.query());
        }
        if (area != null && !area.isBlank()) {
            conditions.add("lower(g.area) = lower(:area)");
            parameters.put("area", area.strip());
        }
        if (schoolUrn != null) {
            conditions.add("g.school_urn = :urn");
            parameters.put("urn", schoolUrn);
        }
        return String.join(" and ", conditions);
    }

    /** How near the school of {@code g} is as {@code n}, where that is asked for. */
    String nearness(AcademicYear year, Map<String, Object> parameters) {
        if (like == null) {
            return " " + GoodPractices.NOWHERE + " ";
        }
        parameters.put("like", like);
        parameters.put("year", year.start());
        return " join similar_schools(:like, :year, " + MOST_SCHOOLS + ") n on n.urn = g.school_urn ";
    }

    /** What comes first: the nearest school, the best answer to a search, the newest. */
    String order() {
        return (like == null ? "" : "n.distance, ")
                + (isSearch() ? "ts_rank(g.words, cast(:query as tsquery)) desc, " : "")
                + "g.id desc";
    }
}
