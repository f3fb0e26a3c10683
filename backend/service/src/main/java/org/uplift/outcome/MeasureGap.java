package org.uplift.outcome;

import jakarta.persistence.Embeddable;
import org.uplift.school.AcademicYear;

/** Academic years in which a measure is not there, and why; each by the calendar year in which it starts. */
@Embeddable
record MeasureGap(int fromYear, int toYear, String reason) {
    boolean covers(AcademicYear year) {
        return year.start() >= fromYear && year.start() <= toYear;
    }

    AcademicYear from() {
        return new AcademicYear(fromYear);
    }

    AcademicYear to() {
        return new AcademicYear(toYear);
    }

    MeasureDetail.Gap detail() {
        return new MeasureDetail.Gap(from(), to(), reason);
    }
}
