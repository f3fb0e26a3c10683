package org.uplift.plan;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.cycle.Stage;
import org.uplift.target.Status;
import org.uplift.target.TargetSummary;

@Schema(description = "Which schools carry the priorities of the trust, and which take part.")
record Coverage(
        @Schema(description = "Those of the trust, in their order")
        List<CoveredPriority> priorities,

        @Schema(description = "The schools of the trust, by name")
        List<Participation> schools) {

    /** A priority of the trust and the schools that carry it. */
    @Schema(description = "A priority of the trust: who carries it, and who does not.")
    record CoveredPriority(
            UUID id,
            String title,
            List<Carrying> carriedBy,

            @Schema(description = "The schools of the trust that have no priority for it")
            List<SchoolName> gaps) {}

    /** A priority of a school that contributes. */
    @Schema(name = "Contribution", description = "A priority of a school that contributes to one of the trust.")
    record Carrying(
            int schoolUrn,
            String schoolName,
            UUID cycleId,
            UUID priorityId,
            String priorityTitle,
            TargetCounts targets) {}

    @Schema(description = "A school and what it is called.")
    record SchoolName(int schoolUrn, String schoolName) {}

    /** Whether a school takes part. */
    @Schema(description = "A school of the trust and its cycle of the year.")
    record Participation(
            int schoolUrn,
            String schoolName,

            @Schema(description = "Absent where the school has none") @Nullable
            UUID cycleId,

            @Nullable Stage stage) {}

    /** How many targets have which status. */
    @Schema(description = "How many targets have which status today.")
    record TargetCounts(int noData, int offTrack, int atRisk, int onTrack, int missed, int achieved) {
        static TargetCounts of(List<TargetSummary> targets) {
            return new TargetCounts(
                    count(targets, Status.NO_DATA),
                    count(targets, Status.OFF_TRACK),
                    count(targets, Status.AT_RISK),
                    count(targets, Status.ON_TRACK),
                    count(targets, Status.MISSED),
                    count(targets, Status.ACHIEVED));
        }

        private static int count(List<TargetSummary> targets, Status status) {
            return Math.toIntExact(
                    targets.stream().filter(target -> target.status() == status).count());
        }
    }
}
