package org.uplift.outcome;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
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
    private String computation;
    private int position;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "measure_gap", joinColumns = @JoinColumn(name = "measure_code"))
    @OrderBy("fromYear")
    @Fetch(FetchMode.SUBSELECT)
    private List<MeasureGap> gaps = List.of();

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
        return year.start() >= validFrom
                && (validTo == null || year.start() <= validTo)
                && gaps.stream().noneMatch(gap -> gap.covers(year));
    }

    /** A value as it is shown: rounded, with its unit. */
    public String show(BigDecimal value) {
        return Shown.of(value, decimals, unit);
    }

    /** A value of a series as its reader may see it: the value, or the symbol in its place. */
    public String show(Actual actual) {
        BigDecimal value = actual.value();
        return value == null ? Objects.requireNonNullElse(actual.symbol(), "x") : show(value);
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
                validTo == null ? null : new AcademicYear(validTo),
                gaps.isEmpty() ? null : gaps.getLast().from(),
                gaps.isEmpty() ? null : gaps.getLast().to(),
                gaps.stream().map(MeasureGap::detail).toList(),
                computation);
    }
}
