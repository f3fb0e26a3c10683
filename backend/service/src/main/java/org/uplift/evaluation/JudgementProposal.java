package org.uplift.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Words;
import org.uplift.target.MilestoneSummary;
import org.uplift.target.Status;
import org.uplift.target.TargetSummary;

/** What the statuses of today would say of a priority. It is computed, and nobody has to follow it. */
@Schema(description = "What the statuses of today would say of a priority; it is never stored.")
public record JudgementProposal(
        Achievement judgement,

        @Schema(
                description = "The statuses that it rests on",
                examples = "1 of 2 targets and milestones achieved; 1 missed.")
        String reason) {

    /** From what is still worked towards; nothing where nothing is known of any of it. */
    static @Nullable JudgementProposal of(List<TargetSummary> targets, List<MilestoneSummary> milestones) {
        List<Status> statuses = Stream.concat(
                        targets.stream()
                                .filter(target -> target.endedOn() == null)
                                .map(TargetSummary::status),
                        milestones.stream()
                                .filter(milestone -> milestone.endedOn() == null)
                                .map(MilestoneSummary::status))
                .toList();
        if (statuses.stream().allMatch(status -> status == Status.NO_DATA)) {
            return null;
        }
        Map<Status, Long> counts = statuses.stream()
                .collect(Collectors.groupingBy(status -> status, LinkedHashMap::new, Collectors.counting()));
        long achieved = counts.getOrDefault(Status.ACHIEVED, 0L);
        counts.remove(Status.ACHIEVED);
        return new JudgementProposal(
                achieved == statuses.size()
                        ? Achievement.FULLY_ACHIEVED
                        : achieved == 0 ? Achievement.NOT_ACHIEVED : Achievement.PARTLY_ACHIEVED,
                reason(achieved, statuses.size(), counts));
    }

    private static String reason(long achieved, int of, Map<Status, Long> others) {
        String rest = others.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(other -> other.getValue() + " "
                        + (other.getKey() == Status.NO_DATA
                                ? "without data"
                                : Words.of(other.getKey().code())))
                .collect(Collectors.joining(", "));
        return achieved + " of " + of + (of == 1 ? " target or milestone" : " targets and milestones") + " achieved"
                + (rest.isEmpty() ? "." : "; " + rest + ".");
    }
}
