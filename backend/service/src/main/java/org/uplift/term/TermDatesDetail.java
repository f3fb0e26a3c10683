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

        @Schema(
                description =
                        "The local authority: the one that was asked for, else that of the school; absent for the trust",
                examples = "936")
        @Nullable
        Integer localAuthorityCode,

        @Schema(
                description =
                        "The school's own, else those of its local authority, else the trust's; absent where there are none")
        @Nullable
        Terms terms,

        @Schema(description = "Whose these terms are; absent where there are none") @Nullable
        TermsOf termsOf,

        @Schema(description = "false: the terms are those of the local authority or of the trust")
        boolean ownTerms,

        @Schema(description = "There are no terms: every weekday counts that is no bank holiday and no closed day")
        boolean assumed,

        @Schema(description = "In the order of their dates; its own and those from above it")
        List<ClosedDay> closedDays,

        @Schema(description = "In the order of their dates") List<BankHolidayLine> bankHolidays,

        @Schema(description = "Every school day of the year, in order")
        List<LocalDate> schoolDays,

        @Schema(description = "Revision, as in the ETag; 0 where nothing of its own has been said yet")
        int version) {

    /**
     * What holds in a year.
     *
     * @param own what is said for whom it is asked
     * @param above what is said for the local authority of a school, and by the trust; the nearest first
     */
    static TermDatesDetail of(
            AcademicYear year,
            Whose whose,
            @Nullable Integer localAuthorityCode,
            @Nullable TermDates own,
            List<TermDates> above,
            List<BankHolidayLine> bankHolidays,
            List<LocalDate> schoolDays) {
        List<TermDates> all =
                Stream.concat(Stream.ofNullable(own), above.stream()).toList();
        @Nullable
        TermDates holding =
                all.stream().filter(dates -> dates.terms() != null).findFirst().orElse(null);
        return new TermDatesDetail(
                year,
                whose.schoolUrn(),
                localAuthorityCode,
                holding == null ? null : holding.terms(),
                holding == null ? null : termsOf(holding.whose()),
                holding != null && holding.equals(own),
                holding == null,
                all.stream()
                        .flatMap(dates -> closed(dates, dates.equals(own)))
                        .sorted(Comparator.comparing(ClosedDay::date))
                        .toList(),
                bankHolidays,
                schoolDays,
                own == null ? TermDates.NO_VERSION : own.version());
    }

    private static TermsOf termsOf(Whose whose) {
        return whose.schoolUrn() != null
                ? TermsOf.SCHOOL
                : whose.localAuthorityCode() != null ? TermsOf.LOCAL_AUTHORITY : TermsOf.TRUST;
    }

    private static Stream<ClosedDay> closed(TermDates dates, boolean own) {
        return dates.content().closedDays().stream()
                .map(day -> new ClosedDay(
                        day.date(), day.label(), own, dates.whose().localAuthorityCode()));
    }
}
