package org.uplift.cycle;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.delegation.ApprovalState;
import org.uplift.school.AcademicYear;

@Schema(name = "Cycle", description = "A cycle of a school, or of the trust, in an academic year.")
public record CycleDetail(
        UUID id,

        @Schema(description = "Absent on the cycle of the trust", examples = "900001") @Nullable
        Integer schoolUrn,

        @Nullable String schoolName,
        AcademicYear academicYear,
        Stage stage,
        @Schema(description = "How many priorities it has") int priorities,

        @Schema(description = "The stages to which it can go from here, with what is still missing")
        List<Move> moves,

        @Schema(description = "Absent where the scheme of delegation asks for none") @Nullable
        ApprovalState approval,

        @Schema(description = "What to think about; nothing is refused because of it")
        List<CycleWarning> warnings,

        @Schema(description = "The cycle of the year before; absent where there is none") @Nullable
        UUID previousId,

        @Schema(description = "The cycle of the year after; absent where it has not begun") @Nullable
        UUID nextId,

        @Schema(description = "Revision, as in the ETag") int version) {

    static CycleDetail of(
            CycleSummary cycle,
            PlanState plan,
            @Nullable ApprovalState approval,
            @Nullable Integer mostPriorities,
            Map<AcademicYear, UUID> neighbours) {
        return new CycleDetail(
                cycle.id(),
                cycle.schoolUrn(),
                cycle.schoolName(),
                cycle.academicYear(),
                cycle.stage(),
                cycle.priorities(),
                Move.from(cycle.stage(), new StageGate(plan)),
                approval,
                CycleWarning.of(cycle.priorities(), mostPriorities),
                neighbours.get(cycle.academicYear().minus(1)),
                neighbours.get(cycle.academicYear().next()),
                cycle.version());
    }
}
