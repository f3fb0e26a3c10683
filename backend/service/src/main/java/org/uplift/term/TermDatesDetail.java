package org.uplift.term;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

@Schema(name = "TermDates", description = "The dates by which a school, or the trust, is open in an academic year.")
record TermDatesDetail(
        AcademicYear academicYear,

        @Schema(description = "Absent for the trust", examples = "900001") @Nullable
        Integer schoolUrn,

        @Schema(description = "The school's own, else the trust's; absent where there are neither") @Nullable
        Terms terms,

        @Schema(description = "false: the terms of a school are those of the trust")
        boolean ownTerms,

        @Schema(description = "There are no terms: every weekday counts that is no bank holiday and no closed day")
        boolean assumed,

        @Schema(description = "In the order of their dates; a school's own and the trust's")
        List<ClosedDay> closedDays,

        @Schema(description = "In the order of their dates") List<BankHolidayLine> bankHolidays,

        @Schema(description = "Every school day of the year, in order")
        List<LocalDate> schoolDays,

        @Schema(description = "Revision, as in the ETag; 0 where nothing of its own has been said yet")
        int version) {

    /**
     * What holds in a year.
     *
     * @param own what the school, or the trust where it is asked for, says itself
     * @param trust what the trust says for its schools; nothing where the trust itself is asked for
     */
    static TermDatesDetail of(
            AcademicYear year,
            @Nullable Integer schoolUrn,
            @Nullable TermDates own,
            @Nullable TermDates trust,
            List<BankHolidayLine> bankHolidays,
            List<LocalDate> schoolDays) {
        Terms ownTerms = own == null ? null : own.terms();
        Terms terms = ownTerms != null || trust == null ? ownTerms : trust.terms();
        return new TermDatesDetail(
                year,
                schoolUrn,
                terms,
                ownTerms != null,
                terms == null,
                Stream.concat(closed(own, true), closed(trust, false))
                        .sorted(Comparator.comparing(ClosedDay::date))
                        .toList(),
                bankHolidays,
                schoolDays,
                own == null ? TermDates.NO_VERSION : own.version());
    }

    private static Stream<ClosedDay> closed(@Nullable TermDates dates, boolean own) {
        return dates == null
                ? Stream.of()
                : dates.content().closedDays().stream().map(day -> new ClosedDay(day.date(), day.label(), own));
    }
}
