package org.uplift.inspection;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.FieldError;

/** What an inspection can say under its framework. Nothing here turns one framework's grades into another's. */
final class FrameworkRules {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final Framework framework;
    private final InspectionFacts facts;
    private final UnaryOperator<String> path;
    private final List<FieldError> errors = new ArrayList<>();

    private FrameworkRules(Framework framework, InspectionFacts facts, UnaryOperator<String> path) {
        this.framework = framework;
        this.facts = facts;
        this.path = path;
    }

    /**
     * The rules that do not hold.
     *
     * @param path where in the payload a field of the facts came from; {@code judgements/<area>} for a judgement
     */
    static List<FieldError> check(Framework framework, InspectionFacts facts, UnaryOperator<String> path) {
        FrameworkRules rules = new FrameworkRules(framework, facts, path);
        rules.checkDates();
        rules.checkType();
        rules.checkOverallEffectiveness();
        rules.checkJudgements();
        rules.checkCode("safeguarding", framework.safeguarding(), facts.safeguarding());
        rules.checkCode("categoryOfConcern", framework.categoriesOfConcern(), facts.categoryOfConcern());
        if (facts.source() == Source.RECORDED) {
            rules.checkUngradedOutcome();
            rules.checkConcern();
        }
        return rules.errors;
    }

    private void checkDates() {
        if (!framework.validOn(facts.startDate())) {
            add(
                    "startDate",
                    "framework-not-valid",
                    "\"" + framework.label() + "\" is for inspections that begin "
                            + range(framework.validFrom(), framework.validTo()) + "; this one began on "
                            + day(facts.startDate()) + ".");
        }
        checkNotBefore("endDate", facts.endDate());
        checkNotBefore("publicationDate", facts.publicationDate());
    }

    private void checkNotBefore(String field, @Nullable LocalDate date) {
        if (date != null && date.isBefore(facts.startDate())) {
            add(
                    field,
                    "before-start",
                    day(date) + " is before the inspection began, on " + day(facts.startDate()) + ".");
        }
    }

    private void checkType() {
        checkCode("inspectionType", framework.inspectionTypes(), facts.inspectionType());
        Optional<Code> type = framework.inspectionType(facts.inspectionType());
        if (type.isPresent()
                && facts.ungradedOutcome() != null
                && !Boolean.TRUE.equals(type.get().outcome())) {
            add("ungradedOutcome", "not-of-this-type", "\"" + type.get().label() + "\" has no outcome in words.");
        }
        if (type.isPresent() && !Boolean.TRUE.equals(type.get().judges())) {
            if (facts.overallEffectiveness() != null) {
                add(
                        "overallEffectiveness",
                        "not-of-this-type",
                        "\"" + type.get().label() + "\" gives no grades.");
            }
            facts.judgements()
                    .keySet()
                    .forEach(area -> add(
                            "judgements/" + area,
                            "not-of-this-type",
                            "\"" + type.get().label() + "\" gives no grades."));
        }
    }

    private void checkOverallEffectiveness() {
        if (facts.overallEffectiveness() == null) {
            return;
        }
        if (!framework.givesOverallEffectiveness(facts.startDate())) {
            LocalDate until = framework.overallEffectivenessUntil();
            add(
                    "overallEffectiveness",
                    "no-overall-effectiveness",
                    until == null
                            ? "\"" + framework.label() + "\" has no overall grade."
                            : "Inspections that began after " + day(until) + " have no overall effectiveness.");
        } else {
            checkCode("overallEffectiveness", framework.grades(), facts.overallEffectiveness());
        }
    }

    private void checkJudgements() {
        facts.judgements().forEach((area, grade) -> {
            checkCode("judgements/" + area, framework.areas(), area);
            checkCode("judgements/" + area, framework.grades(), grade);
        });
    }

    private void checkUngradedOutcome() {
        checkCode("ungradedOutcome", framework.ungradedOutcomes(), facts.ungradedOutcome());
    }

    private void checkConcern() {
        boolean graded = facts.judgements().values().stream()
                .anyMatch(grade -> framework.grade(grade).map(Code::concern).orElse(false));
        boolean safeguarding = facts.safeguarding() != null
                && Framework.find(framework.safeguarding(), facts.safeguarding())
                        .map(Code::concern)
                        .orElse(false);
        if ((graded || safeguarding) && facts.categoryOfConcern() == null) {
            add(
                    "categoryOfConcern",
                    "required",
                    "With these judgements the school is in a category of concern; say which: "
                            + codes(framework.categoriesOfConcern()) + ".");
        }
    }

    private void checkCode(String field, List<Code> list, @Nullable String value) {
        if (value == null) {
            return;
        }
        Optional<Code> code = Framework.find(list, value);
        if (code.isEmpty()) {
            add(
                    field,
                    "unknown-code",
                    list.isEmpty()
                            ? "\"" + framework.label() + "\" says nothing of this."
                            : "\"" + value + "\" is not known under \"" + framework.label() + "\"; use one of "
                                    + codes(list) + ".");
        } else if (!code.get().validOn(facts.startDate())) {
            add(
                    field,
                    "not-valid-then",
                    "\"" + code.get().label() + "\" was used for inspections that began "
                            + range(code.get().validFrom(), code.get().validTo()) + "; this one began on "
                            + day(facts.startDate()) + ".");
        }
    }

    private static String codes(List<Code> list) {
        return String.join(", ", list.stream().map(Code::code).toList());
    }

    private static String range(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null) {
            return "from " + day(from) + " to " + day(to);
        }
        if (from != null) {
            return "from " + day(from);
        }
        return to == null ? "on any day" : "until " + day(to);
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }

    private void add(String field, String code, String message) {
        errors.add(new FieldError(path.apply(field), code, message));
    }
}
