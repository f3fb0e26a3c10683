package org.uplift.commission;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/** Which commissions are wanted. */
class CommissionFilter {
    @Parameter(description = "For this school", example = "900001")
    @QueryParam("schoolUrn")
    @Nullable
    Integer schoolUrn;

    @Parameter(description = "In this status")
    @QueryParam("status")
    @Nullable
    CommissionStatus status;

    @Parameter(description = "true: not ended yet; false: completed, declined or cancelled")
    @QueryParam("open")
    @Nullable
    Boolean open;

    @Parameter(description = "true: those alone that you give yourself")
    @QueryParam("mine")
    @Nullable
    Boolean mine;

    @Parameter(description = "Given by this expert")
    @QueryParam("expertId")
    @Nullable
    UUID expertId;

    @Parameter(description = "Given by this partner")
    @QueryParam("partnerId")
    @Nullable
    UUID partnerId;

    @Parameter(description = "That comes from this need, priority or checkpoint")
    @QueryParam("sourceId")
    @Nullable
    UUID sourceId;

    @Parameter(
            description = "With days in this academic year",
            schema = @Schema(type = SchemaType.STRING, pattern = "^\\d{4}/\\d{4}$", examples = "2025/2026"))
    @QueryParam("academicYear")
    @Nullable
    AcademicYear academicYear;

    /** The conditions on {@code c}; their values are put among the parameters. */
    String where(Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (schoolUrn != null) {
            conditions.add("c.school_urn = :urn");
            parameters.put("urn", schoolUrn);
        }
        if (status != null) {
            conditions.add("c.status = :status");
            parameters.put("status", status.name());
        }
        if (open != null) {
            conditions.add((open ? "" : "not ") + "c.status in ('REQUESTED', 'MATCHED', 'APPROVED', 'ACTIVE')");
        }
        if (Boolean.TRUE.equals(mine)) {
            conditions.add("c.expert_person_id = :me");
        }
        if (expertId != null) {
            conditions.add("c.expert_id = :expert");
            parameters.put("expert", expertId);
        }
        if (partnerId != null) {
            conditions.add("c.partner_id = :partner");
            parameters.put("partner", partnerId);
        }
        if (sourceId != null) {
            conditions.add("c.source_id = :source");
            parameters.put("source", sourceId);
        }
        if (academicYear != null) {
            conditions.add(
                    "exists (select from commission_days y where y.commission_id = c.id and y.academic_year = :year)");
            parameters.put("year", academicYear.start());
        }
        return String.join(" and ", conditions);
    }
}
