package org.uplift.cycle;

import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/** Cycles for tests of what belongs to one. */
public final class InventedCycle {
    private InventedCycle() {}

    /** At its beginning; the trust's without a school. */
    public static Cycle of(@Nullable Integer schoolUrn) {
        return new Cycle(schoolUrn, new AcademicYear(2025));
    }
}
