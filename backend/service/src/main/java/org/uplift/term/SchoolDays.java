package org.uplift.term;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/**
 * School days: weekdays inside a term and outside its half-term that are neither bank holidays nor closed days, by the
 * school's own dates, else by those of its local authority, else by the trust's. In an academic year without terms every weekday counts that is no bank
 * holiday and no closed day; such days are assumed. Dates are no secret: the answer is the same for everybody, and needs
 * a transaction with a caller. The database has the same as functions for set-based SQL: {@code school_day_after},
 * {@code is_school_day}, {@code school_days}, {@code school_days_assumed} and {@code half_terms}.
 */
@ApplicationScoped
public class SchoolDays {
    @Inject
    Session session;

    /**
     * The school day on which so many have passed after a day, which itself does not count.
     *
     * @param schoolUrn the school, null for the trust
     * @param days how many, at least 1
     * @throws IllegalArgumentException where it is less than 1
     */
    public LocalDate after(@Nullable Integer schoolUrn, LocalDate day, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("School days after a day are counted from 1, not from " + days);
        }
        return asked("select school_day_after(:urn, :day, :days)", LocalDate.class, schoolUrn)
                .setParameter("day", day)
                .setParameter("days", days)
                .getSingleResult();
    }

    /**
     * Whether a day is a school day.
     *
     * @param schoolUrn the school, null for the trust
     */
    public boolean isOne(@Nullable Integer schoolUrn, LocalDate day) {
        return asked("select is_school_day(:urn, :day)", Boolean.class, schoolUrn)
                .setParameter("day", day)
                .getSingleResult();
    }

    /**
     * Whether an academic year between two days, both included, has no terms, so that its school days are assumed.
     *
     * @param schoolUrn the school, null for the trust
     */
    public boolean areAssumed(@Nullable Integer schoolUrn, LocalDate since, LocalDate until) {
        return asked("select school_days_assumed(:urn, :since, :until)", Boolean.class, schoolUrn)
                .setParameter("since", since)
                .setParameter("until", until)
                .getSingleResult();
    }

    /**
     * The school days from one day to another, both included, in their order.
     *
     * @param schoolUrn the school, null for the trust
     */
    public List<LocalDate> between(@Nullable Integer schoolUrn, LocalDate since, LocalDate until) {
        return asked("select day from school_days(:urn, :since, :until) order by day", LocalDate.class, schoolUrn)
                .setParameter("since", since)
                .setParameter("until", until)
                .getResultList();
    }

    /** The same of a school, of the schools in a local authority, or of the trust. */
    List<LocalDate> between(Whose whose, LocalDate since, LocalDate until) {
        return whose.localAuthorityCode() == null
                ? between(whose.schoolUrn(), since, until)
                : session.createNativeQuery(
                                "select day from open_days(null, :authority, :since, :until) order by day",
                                LocalDate.class)
                        .setParameter("authority", whose.localAuthorityCode())
                        .setParameter("since", since)
                        .setParameter("until", until)
                        .getResultList();
    }

    /** The code of the local authority in which a school lies; none for one that is not in the register. */
    @Nullable
    Integer localAuthorityOf(int schoolUrn) {
        return asked("select local_authority_of(:urn)", Integer.class, schoolUrn)
                .getSingleResultOrNull();
    }

    /**
     * The six half-terms of an academic year, in their order.
     *
     * @param schoolUrn the school, null for the trust
     */
    public List<HalfTermDates> halves(AcademicYear year, @Nullable Integer schoolUrn) {
        return asked("select * from half_terms(:urn, :year) order by term, half", Tuple.class, schoolUrn)
                .setParameter("year", year.start())
                .getResultList()
                .stream()
                .map(row -> new HalfTermDates(
                        TermName.values()[row.get("term", Integer.class) - 1],
                        row.get("half", Integer.class),
                        row.get("first_day", LocalDate.class),
                        row.get("last_day", LocalDate.class),
                        row.get("assumed", Boolean.class)))
                .toList();
    }

    private <A> NativeQuery<A> asked(String sql, Class<A> answer, @Nullable Integer schoolUrn) {
        return session.createNativeQuery(sql, answer).setParameter("urn", schoolUrn, Integer.class);
    }
}
