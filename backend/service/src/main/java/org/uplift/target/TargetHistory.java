package org.uplift.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.outcome.Actual;

/** How a target stood whenever an actual came, by today's rule and terms. It is computed, nothing of it is stored. */
@Schema(description = "How a target stood whenever an actual came, and stands today; newest first.", examples = """
        {"basis": "Each status is computed from the target as it is set now and from the results up to its date.",
         "results": [{"date": "2026-11-06", "status": "off-track",
                      "statusReason": "Actual 48 on 6 November 2026, expected 50, short by 2, more than the tolerance of 1.",
                      "latestActual": {"date": "2026-11-06", "value": 48.275862, "display": "48",
                                       "resultStatus": "provisional"}, "expected": 50}]}""")
record TargetHistory(
        @Schema(
                description = "What the values are",
                examples = "Values are shown as they are now; one that was revised since is not shown as it was then.")
        String basis,

        @Schema(description = "The latest hundred") List<Moment> results) {

    private static final int MOST = 100;
    private static final String BASIS =
            "Each status is computed from the target as it is set now and from the results up to its date. Values are shown as"
                    + " they are now; one that was revised since is not shown as it was then.";

    @Schema(name = "TargetMoment", description = "How a target stood on a date.")
    record Moment(
            LocalDate date,
            Status status,

            @Schema(description = "One sentence with the figures that the status was computed from")
            String statusReason,

            @Schema(description = "The newest actual by then; absent without one, and where you may not see it")
            @Nullable
            LatestActual latestActual,

            @Schema(description = "What the status compares with, as shown; absent without an actual") @Nullable
            BigDecimal expected) {

        static Moment of(LocalDate date, TargetStatus status) {
            return new Moment(date, status.status(), status.reason(), LatestActual.of(status), status.expected());
        }
    }

    /** The dates of the actuals since the baseline, and today. */
    static TargetHistory of(Aim aim, List<Actual> actuals, LocalDate today) {
        TreeSet<LocalDate> dates = new TreeSet<>(List.of(today));
        TargetStatus.since(aim, actuals, today).forEach(actual -> dates.add(actual.date()));
        return new TargetHistory(
                BASIS,
                dates.descendingSet().stream()
                        .limit(MOST)
                        .map(date -> Moment.of(date, TargetStatus.of(aim, actuals, date)))
                        .toList());
    }
}
