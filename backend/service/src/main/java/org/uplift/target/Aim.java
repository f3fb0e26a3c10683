package org.uplift.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uplift.outcome.Actual;
import org.uplift.school.AcademicYear;

/**
 * What a target's status is computed from, apart from the actuals.
 *
 * @param what the measure, and the group, in words
 * @param sign +1 where higher is better, −1 where lower is better
 * @param decimals how many decimals of the measure are shown
 * @param ownTolerance the tolerance of the measure, where it has one
 */
record Aim(
        String what,
        int sign,
        int decimals,
        @Nullable BigDecimal ownTolerance,
        LocalDate baselineDate,
        BigDecimal baseline,
        Map<LocalDate, BigDecimal> trajectory,
        LocalDate dueDate,
        BigDecimal target,
        AcademicYear dueYear,
        String duePoint) {

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    /** How far below the line still is at risk, and how much a change has to be to be one. */
    BigDecimal tolerance() {
        BigDecimal wanted =
                ownTolerance == null ? target.subtract(baseline).abs().multiply(TENTH) : ownTolerance;
        return wanted.max(BigDecimal.ONE.movePointLeft(decimals));
    }

    /** What is expected on a day. */
    BigDecimal expected(LocalDate date) {
        return new Line(baselineDate, baseline, trajectory, dueDate, target).at(date);
    }

    /** A value with the decimals of the measure. */
    String shown(BigDecimal value) {
        return value.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /** Whether an actual is the one for the due point. */
    boolean isDue(Actual actual) {
        return actual.academicYear().equals(dueYear) && actual.assessmentPoint().equals(duePoint);
    }

    /** How far an actual is on the better side of what is compared with; below zero on the worse. */
    BigDecimal ahead(BigDecimal actual, BigDecimal compared) {
        BigDecimal difference = actual.subtract(compared);
        return sign < 0 ? difference.negate() : difference;
    }
}
