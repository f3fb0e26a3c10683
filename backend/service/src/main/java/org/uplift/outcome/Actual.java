package org.uplift.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/**
 * One value of a series, as the reader may see it.
 *
 * @param date what it is the value of: the latest result that it was computed from, or the end of the published year
 * @param value none when there is a symbol
 * @param symbol {@code c} suppressed, {@code z} not applicable, {@code x} not available
 * @param resultStatus {@code provisional}, {@code revised} or {@code final}
 * @param cohortSize pupils that it is about; none when it is suppressed or unknown
 * @param partial less than 95 % of the pupils have a result
 * @param suppressed there is a value, and this reader may not see it
 */
public record Actual(
        LocalDate date,
        @Nullable BigDecimal value,
        @Nullable String symbol,
        AcademicYear academicYear,
        String assessmentPoint,
        String resultStatus,
        @Nullable Integer cohortSize,
        boolean partial,
        boolean suppressed) {}
