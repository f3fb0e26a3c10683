package org.uplift.cycle;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/** Which cycles are wanted. */
class CycleFilter {
    @Parameter(description = "Of this school", example = "900001")
    @QueryParam("schoolUrn")
    @Nullable
    Integer schoolUrn;

    @Parameter(description = "Of this academic year", example = "2025/2026")
    @QueryParam("academicYear")
    @Nullable
    AcademicYear academicYear;

    @Parameter(description = "In this stage")
    @QueryParam("stage")
    @Nullable
    Stage stage;

    @Parameter(description = "true: the trust's own only; false: those of schools only")
    @QueryParam("trust")
    @Nullable
    Boolean trust;

    /** The conditions on {@code c}; their values are put among the parameters. */
    String where(Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (schoolUrn != null) {
            conditions.add("c.school_urn = :urn");
            parameters.put("urn", schoolUrn);
        }
        if (academicYear != null) {
            conditions.add("c.academic_year = :year");
            parameters.put("year", academicYear.start());
        }
        if (stage != null) {
            conditions.add("c.stage = :stage");
            parameters.put("stage", stage.name());
        }
        if (trust != null) {
            conditions.add(trust ? "c.school_urn is null" : "c.school_urn is not null");
        }
        return String.join(" and ", conditions);
    }
}
