package org.uplift.checkpoint;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/** Which small improvements are wanted. */
class AdjustmentFilter {
    @Parameter(description = "Of this school", example = "900001")
    @QueryParam("schoolUrn")
    @Nullable
    Integer schoolUrn;

    @Parameter(description = "Of this priority")
    @QueryParam("priorityId")
    @Nullable
    UUID priorityId;

    @Parameter(description = "Of this cycle")
    @QueryParam("cycleId")
    @Nullable
    UUID cycleId;

    @Parameter(description = "Begun at this checkpoint")
    @QueryParam("checkpointId")
    @Nullable
    UUID checkpointId;

    @Parameter(description = "In this status")
    @QueryParam("status")
    @Nullable
    AdjustmentStatus status;

    @Parameter(description = "In cycles of this academic year", example = "2025/2026")
    @QueryParam("academicYear")
    @Nullable
    AcademicYear academicYear;

    @Parameter(
            description = "With these words, in any of their forms; \"in quotes\" as a phrase, -without",
            example = "corrections -science")
    @QueryParam("search")
    @Size(max = 200)
    @Nullable
    String search;

    /** The conditions on {@code a} and its cycle {@code c}; their values are put among the parameters. */
    String where(Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (schoolUrn != null) {
            conditions.add("a.school_urn = :urn");
            parameters.put("urn", schoolUrn);
        }
        if (priorityId != null) {
            conditions.add("a.priority_id = :priority");
            parameters.put("priority", priorityId);
        }
        if (cycleId != null) {
            conditions.add("c.id = :cycle");
            parameters.put("cycle", cycleId);
        }
        if (checkpointId != null) {
            conditions.add("a.checkpoint_id = :checkpoint");
            parameters.put("checkpoint", checkpointId);
        }
        if (status != null) {
            conditions.add("a.status = :status");
            parameters.put("status", status.name());
        }
        if (academicYear != null) {
            conditions.add("c.academic_year = :year");
            parameters.put("year", academicYear.start());
        }
        if (search != null && !search.isBlank()) {
            conditions.add("a.words @@ websearch_to_tsquery('english', :search)");
            parameters.put("search", search);
        }
        return String.join(" and ", conditions);
    }
}
