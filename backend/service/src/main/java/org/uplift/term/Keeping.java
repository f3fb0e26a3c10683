package org.uplift.term;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Subject;
import org.uplift.platform.Revision;
import org.uplift.school.AcademicYear;

/** Reads and sets the term dates of a year, those of the trust and those of a school in the same way. */
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
    Response read(Request request, AcademicYear year, @Nullable Integer schoolUrn) {
        TermDatesDetail detail = detail(year, schoolUrn);
        return Revision.readComputed(request, detail, detail.version());
    }

    /** Takes what is said now, and records what differs from before. */
    Response set(AcademicYear year, @Nullable Integer schoolUrn, @Nullable String ifMatch, OwnTermDates wanted) {
        caller.require(Permission.CHANGE_TERM_DATES, schoolUrn);
        TermDatesDetail current = detail(year, schoolUrn);
        Revision.check(ifMatch, current.version(), current);
        TermDates dates = calendar.of(year, schoolUrn).orElseGet(() -> new TermDates(year, schoolUrn));
        OwnTermDates before = dates.content();
        dates.change(wanted);
        calendar.persistAndFlush(dates);
        List<Change> changes = dates.content().since(before);
        if (!changes.isEmpty()) {
            activities.record(
                    Subject.TERM_DATES, year.toString(), schoolUrn, "changed the term dates of " + year, null, changes);
        }
        TermDatesDetail detail = detail(year, schoolUrn);
        return Revision.changed(detail, detail.version());
    }

    private TermDatesDetail detail(AcademicYear year, @Nullable Integer schoolUrn) {
        return TermDatesDetail.of(
                year,
                schoolUrn,
                calendar.of(year, schoolUrn).orElse(null),
                schoolUrn == null ? null : calendar.of(year, null).orElse(null),
                bankHolidays.of(year),
                schoolDays.between(schoolUrn, year.firstDay(), year.lastDay()));
    }
}
