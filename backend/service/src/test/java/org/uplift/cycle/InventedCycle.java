package org.uplift.cycle;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/** Cycles for tests of what belongs to one. */
public final class InventedCycle {
    private InventedCycle() {}

    /** At its beginning; the trust's without a school. */
    public static Cycle of(@Nullable Integer schoolUrn) {
        return new Cycle(schoolUrn, new AcademicYear(2025));
    }

    /** A priority of one that has come as far as its evaluation. */
    public static Priority evaluated(@Nullable Integer schoolUrn) {
        Cycle cycle = of(schoolUrn);
        Priority priority =
                new Priority(cycle, new PriorityTerms("Reading", null, "It fell", null, null, null, null), null, 1);
        for (Stage stage : List.of(Stage.TARGET_SETTING, Stage.IMPLEMENTING, Stage.EVALUATING)) {
            cycle.move(stage, null, List.of());
        }
        return priority;
    }

    /** The same, ended before its cycle. */
    public static Priority ended(@Nullable Integer schoolUrn) {
        Priority priority = evaluated(schoolUrn);
        priority.end("Reached", LocalDate.of(2026, 3, 31));
        return priority;
    }
}
