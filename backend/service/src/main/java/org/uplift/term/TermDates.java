package org.uplift.term;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.uplift.access.SchoolOwned;
import org.uplift.platform.FieldError;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;
import org.uplift.school.AcademicYear;

/** What the trust, somebody for a local authority, or a school for itself says of an academic year: terms, where there are any, and closed days. */
@Entity
class TermDates implements SchoolOwned {
    /** Of what is not stored yet. */
    static final int NO_VERSION = 0;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private int academicYear;
    private @Nullable Integer schoolUrn;
    private @Nullable Integer localAuthorityCode;

    @ElementCollection
    @CollectionTable(name = "term", joinColumns = @JoinColumn(name = "term_dates_id"))
    @MapKeyColumn(name = "name")
    @MapKeyEnumerated(EnumType.STRING)
    private Map<TermName, StoredTerm> terms = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "closed_day", joinColumns = @JoinColumn(name = "term_dates_id"))
    @MapKeyColumn(name = "day")
    private Map<LocalDate, StoredClosure> closedDays = new HashMap<>();

    @Version
    private int version;

    protected TermDates() {}

    TermDates(AcademicYear year, Whose whose) {
        academicYear = year.start();
        schoolUrn = whose.schoolUrn();
        localAuthorityCode = whose.localAuthorityCode();
        version = NO_VERSION + 1;
    }

    /** Takes what people say now; 422 where the dates do not fit the year or each other. */
    void change(OwnTermDates wanted) {
        List<FieldError> errors = new ArrayList<>();
        if (wanted.terms() != null) {
            errors.addAll(wanted.terms().errors(year()));
        }
        Map<LocalDate, StoredClosure> closed = new HashMap<>();
        for (int at = 0; at < wanted.closedDays().size(); at++) {
            NewClosedDay day = wanted.closedDays().get(at);
            String path = "/closedDays/" + at + "/date";
            if (!year().contains(day.date())) {
                errors.add(new FieldError(path, "outside-academic-year", outside(day.date(), year())));
            } else if (closed.put(
                            day.date(),
                            new StoredClosure(
                                    schoolUrn, localAuthorityCode, day.label().strip()))
                    != null) {
                errors.add(new FieldError(path, "twice", Words.day(day.date()) + " is closed already; say it once."));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        replace(terms, stored(wanted.terms()));
        replace(closedDays, closed);
    }

    private Map<TermName, StoredTerm> stored(@Nullable Terms wanted) {
        Map<TermName, StoredTerm> stored = new EnumMap<>(TermName.class);
        if (wanted != null) {
            stored.put(TermName.AUTUMN, StoredTerm.of(schoolUrn, wanted.autumn()));
            stored.put(TermName.SPRING, StoredTerm.of(schoolUrn, wanted.spring()));
            stored.put(TermName.SUMMER, StoredTerm.of(schoolUrn, wanted.summer()));
        }
        return stored;
    }

    /** What is the same is left alone, so that the version stays. */
    private static <K, V> void replace(Map<K, V> known, Map<K, V> wanted) {
        if (!known.equals(wanted)) {
            known.keySet().retainAll(wanted.keySet());
            known.putAll(wanted);
        }
    }

    /** Why a day cannot be one of a year. */
    static String outside(LocalDate day, AcademicYear year) {
        return Words.day(day) + " is not in " + year + ", which runs from " + Words.day(year.firstDay()) + " to "
                + Words.day(year.lastDay()) + ".";
    }

    /** What is said now. */
    OwnTermDates content() {
        return new OwnTermDates(
                terms(),
                new TreeMap<>(closedDays)
                        .entrySet().stream()
                                .map(day -> new NewClosedDay(
                                        day.getKey(), day.getValue().label()))
                                .toList());
    }

    /** The three terms; null where there are none of its own. */
    @Nullable
    Terms terms() {
        StoredTerm autumn = terms.get(TermName.AUTUMN);
        StoredTerm spring = terms.get(TermName.SPRING);
        StoredTerm summer = terms.get(TermName.SUMMER);
        return autumn == null || spring == null || summer == null
                ? null
                : new Terms(autumn.days(), spring.days(), summer.days());
    }

    AcademicYear year() {
        return new AcademicYear(academicYear);
    }

    @Override
    public @Nullable Integer schoolUrn() {
        return schoolUrn;
    }

    Whose whose() {
        return new Whose(schoolUrn, localAuthorityCode);
    }

    int version() {
        return version;
    }
}
