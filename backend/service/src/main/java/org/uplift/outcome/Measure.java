package org.uplift.outcome;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/** One entry of the catalogue of measures. */
@Entity
@Immutable
public class Measure {
    @Id
    private String code;

    private String label;
    private String keyStage;
    private String unit;
    private int decimals;

    @Enumerated(EnumType.STRING)
    private Better better;

    private @Nullable BigDecimal tolerance;
    private int validFrom;
    private @Nullable Integer validTo;
    private @Nullable Integer gapFrom;
    private @Nullable Integer gapTo;
    private String computation;
    private int position;

    protected Measure() {}

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** {@code percent}, {@code score}, {@code progress}, {@code points}, {@code days} or {@code rate}. */
    public String unit() {
        return unit;
    }

    /** How many decimals are shown. */
    public int decimals() {
        return decimals;
    }

    public Better better() {
        return better;
    }

    /** How far below the expected value is still only at risk; none when it follows from the target. */
    public @Nullable BigDecimal tolerance() {
        return tolerance;
    }

    /** Whether it is measured in an academic year. */
    public boolean isValidIn(AcademicYear year) {
        return year.start() >= validFrom && (validTo == null || year.start() <= validTo) && !isInGap(year);
    }

    private boolean isInGap(AcademicYear year) {
        return gapFrom != null && gapTo != null && year.start() >= gapFrom && year.start() <= gapTo;
    }

    /** A value as it is shown: rounded, with its unit. */
    public String show(BigDecimal value) {
        return Shown.of(value, decimals, unit);
    }

    MeasureDetail detail() {
        return new MeasureDetail(
                code,
                label,
                keyStage,
                unit,
                decimals,
                better,
                tolerance,
                new AcademicYear(validFrom),
                year(validTo),
                year(gapFrom),
                year(gapTo),
                computation);
    }

    private static @Nullable AcademicYear year(@Nullable Integer start) {
        return start == null ? null : new AcademicYear(start);
    }
}
