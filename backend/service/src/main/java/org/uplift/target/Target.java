package org.uplift.target;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Hibernate;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;
import org.uplift.cycle.Priority;
import org.uplift.outcome.Measure;
import org.uplift.outcome.Outcomes.SeriesKey;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;
import org.uplift.school.AcademicYear;

/** A value that a priority wants a measure to have by a date. */
@Entity
@SQLRestriction("milestone is null")
public class Target implements SchoolOwned {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Priority priority;

    private @Nullable Integer schoolUrn;
    private String measureCode;
    private String cohort;
    private String pupilGroup;
    private BigDecimal baselineValue;
    private LocalDate baselineDate;
    private BigDecimal targetValue;
    private LocalDate dueDate;
    private int dueAcademicYear;
    private String dueAssessmentPoint;
    private @Nullable LocalDate endedOn;
    private @Nullable String endReason;

    @ElementCollection
    @CollectionTable(name = "trajectory_point", joinColumns = @JoinColumn(name = "target_id"))
    @MapKeyColumn(name = "dated")
    @Fetch(FetchMode.SUBSELECT)
    private Map<LocalDate, TrajectoryValue> trajectory = new HashMap<>();

    @Version
    private int version;

    protected Target() {}

    Target(Priority priority, TargetTerms terms) {
        priority.requireOpen();
        this.priority = priority;
        schoolUrn = priority.schoolUrn();
        take(terms);
    }

    /** Takes what people say now. */
    void change(TargetTerms terms) {
        requireOpen();
        take(terms);
    }

    private void take(TargetTerms terms) {
        measureCode = terms.measureCode();
        cohort = terms.cohort();
        pupilGroup = terms.pupilGroup();
        baselineValue = terms.baselineValue();
        baselineDate = terms.baselineDate();
        targetValue = terms.targetValue();
        dueDate = terms.dueDate();
        dueAcademicYear = terms.dueYear().start();
        dueAssessmentPoint = terms.duePoint();
        lead(terms);
    }

    private void lead(TargetTerms terms) {
        Map<LocalDate, BigDecimal> wanted = new HashMap<>();
        terms.points().forEach(point -> wanted.put(point.date(), point.value()));
        trajectory.keySet().retainAll(wanted.keySet());
        wanted.forEach((date, value) -> {
            TrajectoryValue known = trajectory.get(date);
            if (known == null) {
                trajectory.put(date, new TrajectoryValue(schoolUrn, value));
            } else if (known.value().compareTo(value) != 0) {
                known.change(value);
            }
        });
    }

    /** Ends it: it stays as it is, and is no longer worked towards. */
    void end(LocalDate day, String reason) {
        requireOpen();
        endedOn = day;
        endReason = reason.strip();
    }

    /** Refuses with 409 where the cycle is closed, or the priority or the target has ended. */
    void requireOpen() {
        priority.requireOpen();
        if (endedOn != null) {
            throw Problem.conflict("The target ended on " + Words.day(endedOn) + "; set another.");
        }
    }

    /**
     * What people say of it.
     *
     * @param narrative the newest of its notes
     */
    TargetTerms terms(@Nullable String narrative) {
        return new TargetTerms(
                measureCode,
                cohort,
                pupilGroup,
                baselineValue,
                baselineDate,
                targetValue,
                dueDate,
                new AcademicYear(dueAcademicYear),
                dueAssessmentPoint,
                points().entrySet().stream()
                        .map(point -> new TrajectoryPoint(point.getKey(), point.getValue()))
                        .toList(),
                narrative);
    }

    /**
     * What the status is computed from.
     *
     * @param group the pupils that it is about, in words
     */
    Aim aim(Measure measure, String group) {
        return new Aim(
                measure.label() + of(group),
                measure.better().sign(),
                measure.decimals(),
                measure.tolerance(),
                baselineDate,
                baselineValue,
                points(),
                dueDate,
                targetValue,
                new AcademicYear(dueAcademicYear),
                dueAssessmentPoint);
    }

    private String of(String group) {
        return pupilGroup.equals("ALL") ? "" : " (" + group + ")";
    }

    /** Fetches its trajectory and its cycle, and with them those of all targets that came in the same query. */
    void fetch() {
        Hibernate.initialize(trajectory);
        Hibernate.initialize(priority.cycle());
    }

    private Map<LocalDate, BigDecimal> points() {
        Map<LocalDate, BigDecimal> points = new TreeMap<>();
        trajectory.forEach((date, value) -> points.put(date, value.value()));
        return points;
    }

    /** Where the actuals are; the trust as a whole has none of its own. */
    Optional<SeriesKey> series() {
        return schoolUrn == null
                ? Optional.empty()
                : Optional.of(new SeriesKey(schoolUrn, measureCode, cohort, pupilGroup));
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    UUID id() {
        return id;
    }

    Priority priority() {
        return priority;
    }

    String measureCode() {
        return measureCode;
    }

    int version() {
        return version;
    }

    @Nullable
    LocalDate endedOn() {
        return endedOn;
    }

    @Nullable
    String endReason() {
        return endReason;
    }

    String pupilGroup() {
        return pupilGroup;
    }

    /** How it is called in messages. */
    String label(Measure measure, String group) {
        return "the target of " + targetValue.toPlainString() + " for " + measure.label() + of(group) + " by "
                + Words.day(dueDate);
    }
}
