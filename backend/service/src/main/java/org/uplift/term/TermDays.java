package org.uplift.term;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.FieldError;
import org.uplift.platform.Words;
import org.uplift.school.AcademicYear;

/** A term: its first and last day, and those of its half-term. */
@Schema(
        name = "Term",
        description = "A term. All four days belong to what they bound; the half-term lies inside the term.")
record TermDays(
        @Schema(examples = "2026-09-02") @NotNull LocalDate firstDay,
        @Schema(examples = "2026-10-26") @NotNull LocalDate halfTermFirstDay,
        @Schema(examples = "2026-10-30") @NotNull LocalDate halfTermLastDay,
        @Schema(examples = "2026-12-18") @NotNull LocalDate lastDay) {

    /**
     * What is wrong with it in a year.
     *
     * @param path where it stands, as {@code /terms/autumn}
     */
    List<FieldError> errors(String path, AcademicYear year) {
        List<FieldError> errors = new ArrayList<>();
        outside(path + "/firstDay", firstDay, year, errors);
        outside(path + "/halfTermFirstDay", halfTermFirstDay, year, errors);
        outside(path + "/halfTermLastDay", halfTermLastDay, year, errors);
        outside(path + "/lastDay", lastDay, year, errors);
        if (!lastDay.isAfter(firstDay)) {
            errors.add(new FieldError(
                    path + "/lastDay",
                    "before-start",
                    "The term would end on " + Words.day(lastDay) + ", and starts on " + Words.day(firstDay)
                            + "; it ends later."));
        } else if (!halfTermFirstDay.isAfter(firstDay) || !halfTermFirstDay.isBefore(lastDay)) {
            errors.add(new FieldError(
                    path + "/halfTermFirstDay",
                    "outside-term",
                    "The half-term would start on " + Words.day(halfTermFirstDay) + ", which is not inside its term, "
                            + Words.day(firstDay) + " to " + Words.day(lastDay) + "."));
        } else if (!halfTermLastDay.isBefore(lastDay)) {
            errors.add(new FieldError(
                    path + "/halfTermLastDay",
                    "outside-term",
                    "The half-term would end on " + Words.day(halfTermLastDay) + "; the term goes on after it, and ends"
                            + " on " + Words.day(lastDay) + "."));
        }
        if (halfTermLastDay.isBefore(halfTermFirstDay)) {
            errors.add(new FieldError(
                    path + "/halfTermLastDay",
                    "before-start",
                    "The half-term would end on " + Words.day(halfTermLastDay) + ", before it starts on "
                            + Words.day(halfTermFirstDay) + "."));
        }
        return errors;
    }

    private static void outside(String path, LocalDate day, AcademicYear year, List<FieldError> errors) {
        if (!year.contains(day)) {
            errors.add(new FieldError(path, "outside-academic-year", TermDates.outside(day, year)));
        }
    }
}
