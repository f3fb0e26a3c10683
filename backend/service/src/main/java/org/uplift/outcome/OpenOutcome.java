package org.uplift.outcome;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/**
 * A value of a measure as everybody may see it who may see the school.
 *
 * @param value none where it is hidden from readers without a right to pupils
 * @param england the same measure in England, for that year, point and group
 */
public record OpenOutcome(
        int schoolUrn,
        String measureCode,
        AcademicYear academicYear,
        String assessmentPoint,
        String pupilGroup,
        @Nullable BigDecimal value,
        @Nullable BigDecimal england) {}
