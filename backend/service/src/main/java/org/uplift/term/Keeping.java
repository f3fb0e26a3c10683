package org.uplift.term;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Subject;
import org.uplift.platform.Revision;
import org.uplift.school.AcademicYear;

/** Reads and sets the term dates of a year, those of the trust, of a local authority and of a school in the same way. */
@ApplicationScoped
class Keeping {
    @Inject
    TermCalendar calendar;

    @Inject
    BankHolidays bankHolidays;

    @Inject
    SchoolDays schoolDays;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    /** What holds, with the ETag of what is said by the school itself, or by the trust where there is none. */
    Response read(Request request, AcademicYear year, Whose whose) {
        TermDatesDetail detail = detail(year, whose);
        return Revision.readComputed(request, detail, detail.version());
    }

    /** Takes what is said now, and records what differs from before. */
    Response set(AcademicYear year, Whose whose, @Nullable String ifMatch, OwnTermDates wanted) {
        caller.require(Permission.CHANGE_TERM_DATES, whose.schoolUrn());
        TermDatesDetail current = detail(year, whose);
        Revision.check(ifMatch, current.version(), current);
        TermDates dates = calendar.of(year, whose).orElseGet(() -> new TermDates(year, whose));
        OwnTermDates before = dates.content();
        dates.change(wanted);
        calendar.persistAndFlush(dates);
        List<Change> changes = dates.content().since(before);
        if (!changes.isEmpty()) {
            activities.record(
                    Subject.TERM_DATES,
                    year.toString(),
                    whose.schoolUrn(),
                    "changed the term dates of " + year + whose.words(),
                    null,
                    changes);
        }
        TermDatesDetail detail = detail(year, whose);
        return Revision.changed(detail, detail.version());
    }

    private TermDatesDetail detail(AcademicYear year, Whose whose) {
        Integer authority =
                whose.schoolUrn() == null ? whose.localAuthorityCode() : schoolDays.localAuthorityOf(whose.schoolUrn());
        Stream<Whose> above = whose.equals(Whose.TRUST)
                ? Stream.of()
                : whose.schoolUrn() == null || authority == null
                        ? Stream.of(Whose.TRUST)
                        : Stream.of(Whose.localAuthority(authority), Whose.TRUST);
        return TermDatesDetail.of(
                year,
                whose,
                authority,
                calendar.of(year, whose).orElse(null),
                above.flatMap(one -> calendar.of(year, one).stream()).toList(),
                bankHolidays.of(year),
                schoolDays.between(whose, year.firstDay(), year.lastDay()));
    }
}
