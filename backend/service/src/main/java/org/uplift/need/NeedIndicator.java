package org.uplift.need;

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
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.uplift.outcome.Better;
import org.uplift.school.AcademicYear;

/** Something that is looked at to see how much support a school needs, and how it counts. */
@Entity
@Immutable
public class NeedIndicator {
    @Id
    private String code;

    private String label;
    private String shortLabel;
    private String area;

    @Enumerated(EnumType.STRING)
    private NeedSource source;

    @Enumerated(EnumType.STRING)
    private Computation computation;

    private String explanation;
    private String[] measureCodes;
    private @Nullable String assessmentPoint;
    private @Nullable Integer taughtAge;
    private String unit;
    private int decimals;

    @Enumerated(EnumType.STRING)
    private Better better;

    private BigDecimal startsAt;
    private BigDecimal fullAt;
    private BigDecimal maximum;
    private @Nullable BigDecimal step;
    private BigDecimal tolerance;
    private boolean showsDecline;
    private int validFrom;
    private @Nullable Integer validTo;
    private int position;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "need_points", joinColumns = @JoinColumn(name = "indicator_code"))
    @OrderBy("position")
    @Fetch(FetchMode.SUBSELECT)
    private List<NeedPoints> points = List.of();

    protected NeedIndicator() {}

    /** One without a measure, as rules need it. */
    NeedIndicator(
            String code,
            Computation computation,
            Better better,
            Weight weight,
            BigDecimal tolerance,
            boolean showsDecline) {
        this.code = code;
        label = code;
        shortLabel = code;
        area = code;
        source = NeedSource.CONTEXT;
        explanation = code;
        this.computation = computation;
        this.better = better;
        measureCodes = new String[0];
        unit = "points";
        decimals = 1;
        startsAt = weight.startsAt();
        fullAt = weight.fullAt();
        maximum = weight.maximum();
        this.tolerance = tolerance;
        this.showsDecline = showsDecline;
    }

    public String code() {
        return code;
    }

    String label() {
        return label;
    }

    Computation computation() {
        return computation;
    }

    /** The measures that it is computed from; empty where it is not computed from outcomes. */
    List<String> measureCodes() {
        return List.of(measureCodes);
    }

    /** The only assessment point that counts; the latest of a year where there is none. */
    @Nullable
    String assessmentPoint() {
        return assessmentPoint;
    }

    Weight weight() {
        return new Weight(startsAt, fullAt, maximum);
    }

    BigDecimal tolerance() {
        return tolerance;
    }

    /** Whether a change of it can be a decline. */
    boolean showsDecline() {
        return showsDecline;
    }

    boolean isValidIn(AcademicYear year) {
        return year.start() >= validFrom && (validTo == null || year.start() <= validTo);
    }

    /** Whether it is about pupils that a school teaches. */
    boolean appliesTo(Taught taught) {
        return taughtAge == null || taught.includes(taughtAge);
    }

    /** The figure as it counts: rounded down to whole steps where the indicator has some. */
    BigDecimal stepped(BigDecimal value) {
        return step == null ? value : value.divide(step, 0, RoundingMode.DOWN).multiply(step, MathContext.DECIMAL64);
    }

    /** How much worse a figure is than one before it; negative where it is better. */
    BigDecimal worsening(BigDecimal before, BigDecimal now) {
        return before.subtract(now).multiply(BigDecimal.valueOf(better.sign()));
    }

    /** A figure as people see it: rounded, with its unit. */
    String show(BigDecimal value) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        String text = rounded.toPlainString().replace('-', '−');
        return unit.isEmpty() ? text : unit.equals("%") ? text + "%" : text + " " + unit;
    }

    NeedIndicatorLine line() {
        return new NeedIndicatorLine(
                code,
                label,
                shortLabel,
                area,
                source,
                computation,
                explanation,
                measureCodes(),
                assessmentPoint,
                taughtAge,
                unit,
                decimals,
                better,
                startsAt,
                fullAt,
                maximum,
                step,
                tolerance,
                showsDecline,
                new AcademicYear(validFrom),
                validTo == null ? null : new AcademicYear(validTo),
                points.stream()
                        .map(one -> new NeedIndicatorLine.Points(one.code(), one.label(), one.points()))
                        .toList());
    }
}
