package org.uplift.stack.demonstration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the schools have planned for the year. */
final class Plans {
    private static final String TRUST_LEADER = "trust.leader";

    /** A plan to make, by its author. */
    record Plan(int schoolUrn, String author, List<Focus> priorities) {}

    /** A priority with its evidence and what it wants to reach. */
    record Focus(Map<String, Object> priority, Map<String, Object> evidence, List<Goal> goals) {}

    /**
     * A target or a milestone, with what its author has noted since.
     *
     * @param kind {@code targets} or {@code milestones}
     */
    record Goal(String kind, Map<String, Object> terms, List<String> notes) {
        Goal noting(String... said) {
            return new Goal(kind, terms, List.of(said));
        }
    }

    private final InventedTrust trust;
    private final int year;

    Plans(InventedTrust trust) {
        this.trust = trust;
        year = trust.year();
    }

    List<Plan> all() {
        return List.of(
                new Plan(
                        900001,
                        "head.900001",
                        List.of(
                                focus(
                                        900001,
                                        "Reading, writing and maths together",
                                        "Too few pupils reach the expected standard in all three subjects, though most do in"
                                                + " each of them.",
                                        List.of(
                                                target(900001, "KS2_RWM_EXP", "ALL", 6)
                                                        .noting(
                                                                "The mock papers of November were sat by all but one pupil.",
                                                                "Boosters start in January: reading on Tuesdays, arithmetic on"
                                                                        + " Thursdays."),
                                                target(900001, "KS2_RWM_EXP", "DISADVANTAGED", 8),
                                                target(900001, "KS2_GPS_EXP", "ALL", 6, 3))),
                                focus(
                                        900001,
                                        "Fluent arithmetic in key stage 2",
                                        "Maths results vary from year to year; pupils lose marks in arithmetic.",
                                        List.of(
                                                target(900001, "KS2_MAT_EXP", "ALL", 3),
                                                target(900001, "KS2_MAT_AVG", "ALL", 1),
                                                milestone(
                                                                "A daily arithmetic session in every class of key stage 2",
                                                                (year + 1) + "-02-12")
                                                        .noting("Years 5 and 6 have begun; years 3 and 4 follow after"
                                                                + " Christmas."))))),
                new Plan(
                        900002,
                        "head.900002",
                        List.of(focus(
                                900002,
                                "Writing at greater length",
                                "Writing is the subject in which fewest pupils reach the expected standard.",
                                List.of(
                                        target(900002, "KS2_WRIT_EXP", "ALL", 5),
                                        target(900002, "KS2_RWM_EXP", "ALL", 4))))),
                new Plan(
                        900003,
                        TRUST_LEADER,
                        List.of(focus(
                                900003,
                                "Reading for meaning",
                                "Reading has slipped for two years; inference is the weak point.",
                                List.of(target(900003, "KS2_READ_EXP", "ALL", 5))))));
    }

    private Focus focus(int urn, String title, String rationale, List<Goal> goals) {
        return new Focus(
                Map.of("title", title, "rationale", rationale, "leadRole", "Headteacher"),
                Map.of("kind", "outcome", "reference", "KS2_RWM_EXP", "label", "Key stage 2 results of school " + urn),
                goals);
    }

    private static Goal milestone(String what, String due) {
        return new Goal("milestones", Map.of("milestone", what, "dueDate", due), List.of());
    }

    private Goal target(int urn, String measure, String group, int gain) {
        return target(urn, measure, group, gain, 1);
    }

    /** One that started so many years before this one ends; with more than one there are results on the way. */
    private Goal target(int urn, String measure, String group, int gain, int years) {
        School school = trust.school(urn);
        List<Pupil> before = trust.pupils(school, 6, year - years).stream()
                .filter(pupil -> group.equals("ALL") || pupil.disadvantaged())
                .toList();
        double baseline = switch (measure) {
            case "KS2_RWM_EXP" -> share(before, Pupil::meetsAll);
            case "KS2_READ_EXP" -> share(before, pupil -> pupil.reading() >= 100);
            case "KS2_MAT_EXP" -> share(before, pupil -> pupil.maths() >= 100);
            case "KS2_GPS_EXP" -> share(before, pupil -> pupil.spelling() >= 100);
            case "KS2_WRIT_EXP" -> share(before, Pupil::meetsWriting);
            case "KS2_MAT_AVG" ->
                before.stream().mapToInt(Pupil::maths).average().orElse(100);
            default -> throw new IllegalArgumentException(measure);
        };
        double start = Math.round(baseline * 10) / 10.0;
        double aim = Math.round((baseline + gain) * 10) / 10.0;
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("measureCode", measure);
        target.put("cohort", "6");
        target.put("pupilGroup", group);
        target.put("baselineValue", start);
        target.put("baselineDate", (year - years + 1) + "-07-31");
        target.put("targetValue", aim);
        target.put("dueDate", (year + 1) + "-07-31");
        target.put("dueAcademicYear", year + "/" + (year + 1));
        target.put("dueAssessmentPoint", "summer");
        target.put(
                "trajectory",
                List.of(
                        Map.of("date", year + "-12-18", "value", Math.round((start + (aim - start) * 0.3) * 10) / 10.0),
                        Map.of(
                                "date",
                                (year + 1) + "-03-31",
                                "value",
                                Math.round((start + (aim - start) * 0.7) * 10) / 10.0)));
        return new Goal("targets", target, List.of());
    }

    private static double share(List<Pupil> cohort, Predicate<Pupil> meets) {
        return cohort.isEmpty() ? 0 : 100.0 * cohort.stream().filter(meets).count() / cohort.size();
    }
}
