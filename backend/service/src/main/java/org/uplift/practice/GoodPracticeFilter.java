package org.uplift.practice;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which good practice is wanted. */
class GoodPracticeFilter {
    @Parameter(
            description = "With these words, in any of their forms; \"in quotes\" as a phrase, -without",
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

    /** The conditions on {@code g}; their values are put among the parameters. */
    String where(Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("g.withdrawn_on is null"));
        if (search != null && !search.isBlank()) {
            conditions.add("g.words @@ websearch_to_tsquery('english', :search)");
            parameters.put("search", search);
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
}
