package org.uplift.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.uplift.outcome.Better;
import org.uplift.outcome.Measure;
import org.uplift.outcome.Measures;
import org.uplift.outcome.PupilGroups;
import org.uplift.platform.FieldError;
import org.uplift.platform.Problem;

/** A target says something that can be computed. */
@ApplicationScoped
class TargetRules {
    private static final int MOST_DECIMALS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Inject
    Measures measures;

    @Inject
    PupilGroups groups;

    /** Refuses with 422 every rule that does not hold. */
    void check(TargetTerms terms) {
        Measure measure = measures.named("/measureCode", terms.measureCode());
        groups.check("/pupilGroup", terms.pupilGroup());
        List<FieldError> errors = broken(terms, measure);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static List<FieldError> broken(TargetTerms terms, Measure measure) {
        List<FieldError> errors = new ArrayList<>();
        if (measure.better() == Better.NEITHER) {
            errors.add(new FieldError(
                    "/measureCode",
                    "no-direction",
                    "Neither direction of this measure is better; it takes no target."));
        }
        if (!measure.isValidIn(terms.dueYear())) {
            errors.add(new FieldError(
                    "/dueAcademicYear",
                    "measure-not-valid",
                    measure.label() + " is not there in " + terms.dueYear() + "."));
        }
        if (!terms.dueDate().isAfter(terms.baselineDate())) {
            errors.add(new FieldError(
                    "/dueDate",
                    "before-baseline",
                    "It would be due on " + terms.dueDate() + ", not after the baseline of " + terms.baselineDate()
                            + "."));
        }
        if (terms.dueDate().isBefore(terms.dueYear().firstDay())) {
            errors.add(new FieldError(
                    "/dueAcademicYear",
                    "after-due-date",
                    "It is due on " + terms.dueDate() + ", before " + terms.dueYear() + " begins."));
        }
        range(errors, "/baselineValue", terms.baselineValue(), measure);
        range(errors, "/targetValue", terms.targetValue(), measure);
        Set<LocalDate> dates = new HashSet<>();
        for (int at = 0; at < terms.points().size(); at++) {
            TrajectoryPoint point = terms.points().get(at);
            String path = "/trajectory/" + at;
            range(errors, path + "/value", point.value(), measure);
            if (!point.date().isAfter(terms.baselineDate()) || !point.date().isBefore(terms.dueDate())) {
                errors.add(new FieldError(
                        path + "/date",
                        "outside-line",
                        point.date() + " is not between the baseline (" + terms.baselineDate() + ") and the due date ("
                                + terms.dueDate() + ")."));
            }
            if (!dates.add(point.date())) {
                errors.add(
                        new FieldError(path + "/date", "duplicate", "There are two values for " + point.date() + "."));
            }
        }
        return errors;
    }

    private static void range(List<FieldError> errors, String path, BigDecimal value, Measure measure) {
        if (value.scale() > MOST_DECIMALS) {
            errors.add(new FieldError(
                    path,
                    "too-precise",
                    "A value has " + MOST_DECIMALS + " decimals at most, this has " + value.scale() + "."));
        } else if (measure.unit().equals("percent") && (value.signum() < 0 || value.compareTo(HUNDRED) > 0)) {
            errors.add(new FieldError(
                    path,
                    "out-of-range",
                    "A percentage is from 0 to 100, not " + value.toPlainString() + "; 61.5 is written 61.5."));
        }
    }
}
