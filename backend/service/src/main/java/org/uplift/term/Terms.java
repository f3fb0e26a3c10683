package org.uplift.term;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.FieldError;
import org.uplift.platform.Words;
import org.uplift.school.AcademicYear;

/** The three terms of an academic year. */
@Schema(description = "The three terms of an academic year, one after the other.")
record Terms(
        @NotNull @Valid TermDays autumn,
        @NotNull @Valid TermDays spring,
        @NotNull @Valid TermDays summer) {

    /** What is wrong with them in a year; nothing where each is right and none overlaps another. */
    List<FieldError> errors(AcademicYear year) {
        List<FieldError> errors = new ArrayList<>();
        errors.addAll(autumn.errors("/terms/autumn", year));
        errors.addAll(spring.errors("/terms/spring", year));
        errors.addAll(summer.errors("/terms/summer", year));
        overlap("/terms/spring/firstDay", autumn, spring, errors);
        overlap("/terms/summer/firstDay", spring, summer, errors);
        return errors;
    }

    private static void overlap(String path, TermDays before, TermDays after, List<FieldError> errors) {
        if (!after.firstDay().isAfter(before.lastDay())) {
            errors.add(new FieldError(
                    path,
                    "overlap",
                    "The term would start on " + Words.day(after.firstDay()) + ", while the one before it lasts until "
                            + Words.day(before.lastDay()) + "."));
        }
    }
}
