package org.uplift.target;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.uplift.platform.Words;

/**
 * How a milestone stands, by the one rule for it: the judgement of a signed-off checkpoint that it is achieved or missed, before
 * that the latest judgement.
 *
 * @param reason one sentence, or two where it is overdue
 */
record MilestoneStatus(Status status, String reason) {
    /** The status on a day, from what checkpoints say. */
    static MilestoneStatus of(LocalDate dueDate, List<Judgement> judgements, LocalDate today) {
        Optional<Judgement> settled = latest(judgements, one -> one.settles() && one.signedOff());
        if (settled.isPresent()) {
            return judged(settled.get(), "");
        }
        String overdue = today.isAfter(dueDate)
                ? " It was due on " + Words.day(dueDate) + ", " + days(ChronoUnit.DAYS.between(dueDate, today))
                        + " ago."
                : "";
        return latest(judgements, one -> !one.settles())
                .map(judgement -> judged(judgement, overdue))
                .orElseGet(() -> new MilestoneStatus(Status.NO_DATA, waiting(judgements) + overdue));
    }

    private static Optional<Judgement> latest(List<Judgement> judgements, Predicate<Judgement> which) {
        return judgements.stream().filter(which).max(Comparator.comparing(Judgement::date));
    }

    private static MilestoneStatus judged(Judgement judgement, String overdue) {
        return new MilestoneStatus(
                judgement.status(),
                "Judged " + Words.of(judgement.status().code()) + " at the checkpoint of "
                        + Words.day(judgement.date()) + (judgement.signedOff() ? "." : ", which is not signed off yet.")
                        + overdue);
    }

    private static String waiting(List<Judgement> judgements) {
        return latest(judgements, Judgement::settles)
                .map(judgement -> "The judgement of the checkpoint of " + Words.day(judgement.date())
                        + " counts when that is signed off.")
                .orElse("No checkpoint has judged it yet.");
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
