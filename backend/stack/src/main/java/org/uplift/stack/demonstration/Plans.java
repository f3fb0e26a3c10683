package org.uplift.stack.demonstration;

import java.time.LocalDate;
import java.time.Month;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the schools have planned for the year. */
final class Plans {
    private static final String TRUST_LEADER = "trust.leader";
    private static final String HEAD = "head.900001";
    private static final String DEPUTY = "deputy.900001";

    private static final String RWM = "Reading, writing and maths for every child";

    /**
     * A plan to make, by its author.
     *
     * @param schoolUrn the school; null for the plan of the trust
     * @param approver who approves it; null where its approval still waits
     */
    record Plan(
            @Nullable Integer schoolUrn,
            String author,
            @Nullable String approver,
            List<Focus> priorities) {}

    /**
     * A priority with its evidence, what it wants to reach and its actions.
     *
     * @param contributesTo the title of the trust's priority that it carries, if any
     */
    record Focus(
            Map<String, Object> priority,
            @Nullable String contributesTo,
            Map<String, Object> evidence,
            List<Goal> goals,
            List<Step> actions) {}

    /**
     * An action, who leads it, and what was reported of it.
     *
     * @param lead the account of the person; null where a role leads it
     */
    record Step(Map<String, Object> action, @Nullable String lead, List<Map<String, Object>> updates) {}

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
    private final LocalDate today;
    private final int year;

    /** Approves as the trust board does, in a meeting. */
    static final String BOARD = "trust board";

    /** Those of an academic year as they are on a day of it. */
    Plans(InventedTrust trust, LocalDate today, int year) {
        this.trust = trust;
        this.today = today;
        this.year = year;
    }

    /** The plan of the trust first, so that those of schools can contribute to it. */
    List<Plan> all() {
        return List.of(
                new Plan(
                        null,
                        TRUST_LEADER,
                        BOARD,
                        List.of(
                                new Focus(
                                        priority(
                                                RWM,
                                                "Too few pupils leave primary school with all three.",
                                                "Curriculum"),
                                        null,
                                        evidence("Key stage 2 results of the trust"),
                                        List.of(target("KS2_RWM_EXP", "ALL", 60, 66)),
                                        List.of(step(
                                                "Moderate writing across all primary schools",
                                                TRUST_LEADER,
                                                40,
                                                30,
                                                "Teachers of two schools agree on nine of ten pieces",
                                                report("under-way", "Five of ten schools have taken part.")))),
                                new Focus(
                                        priority(
                                                "Every child in school every day",
                                                "Persistent absence is above what it was before 2020.",
                                                "Attendance"),
                                        null,
                                        Map.of(
                                                "kind",
                                                "outcome",
                                                "reference",
                                                "ATT_PERSISTENT_ABSENCE",
                                                "label",
                                                "Persistent absence in the trust"),
                                        List.of(target("ATT_PERSISTENT_ABSENCE", "ALL", 18, 15)),
                                        List.of(step(
                                                "Visit families at ten days of absence",
                                                "trust.leader.2",
                                                35,
                                                60,
                                                "Every such family is visited within a week"))))),
                new Plan(
                        900001,
                        HEAD,
                        TRUST_LEADER,
                        List.of(
                                focus(
                                        900001,
                                        "Reading, writing and maths together",
                                        "Too few pupils reach the expected standard in all three subjects, though most do in"
                                                + " each of them.",
                                        RWM,
                                        List.of(
                                                target(900001, "KS2_RWM_EXP", "ALL", 6)
                                                        .noting(
                                                                "The mock papers of November were sat by all but one pupil.",
                                                                "Boosters start in January: reading on Tuesdays, arithmetic on"
                                                                        + " Thursdays."),
                                                target(900001, "KS2_RWM_EXP", "DISADVANTAGED", 8),
                                                target(900001, "KS2_GPS_EXP", "ALL", 6, 3)),
                                        List.of(
                                                step(
                                                        "Small groups for pupils who lack one subject",
                                                        HEAD,
                                                        45,
                                                        -10,
                                                        "Each pupil who lacks one subject has three sessions a week",
                                                        report(
                                                                "under-way",
                                                                "Groups run in year 6; year 5 begins next week.")),
                                                step(
                                                        "Reading aloud every day in key stage 2",
                                                        DEPUTY,
                                                        45,
                                                        20,
                                                        "Seen in eight of ten drop-ins",
                                                        report("under-way", "All classes have begun.")),
                                                step(
                                                        "Assess all pupils of year 6 in September",
                                                        DEPUTY,
                                                        60,
                                                        -30,
                                                        "A baseline for every pupil",
                                                        report("under-way", "Two thirds are assessed."),
                                                        report("done", "Every pupil has a baseline.")))),
                                focus(
                                        900001,
                                        "Fluent arithmetic in key stage 2",
                                        "Maths results vary from year to year; pupils lose marks in arithmetic.",
                                        null,
                                        List.of(
                                                target(900001, "KS2_MAT_EXP", "ALL", 3),
                                                target(900001, "KS2_MAT_AVG", "ALL", 1),
                                                milestone(
                                                                "A daily arithmetic session in every class of key stage 2",
                                                                (year + 1) + "-02-12")
                                                        .noting("Years 5 and 6 have begun; years 3 and 4 follow after"
                                                                + " Christmas.")),
                                        List.of(
                                                step(
                                                        "Ten minutes of arithmetic every morning",
                                                        HEAD,
                                                        44,
                                                        40,
                                                        "Nine of ten pupils answer 30 questions in 10 minutes"),
                                                step(
                                                        "Coach the teachers of years 3 and 4",
                                                        null,
                                                        20,
                                                        55,
                                                        "Each teacher is coached twice"))))),
                new Plan(
                        900002,
                        "head.900002",
                        null,
                        List.of(focus(
                                900002,
                                "Writing at greater length",
                                "Writing is the subject in which fewest pupils reach the expected standard.",
                                RWM,
                                List.of(
                                        target(900002, "KS2_WRIT_EXP", "ALL", 5),
                                        target(900002, "KS2_RWM_EXP", "ALL", 4)),
                                List.of(step(
                                        "A longer piece of writing every fortnight",
                                        "head.900002",
                                        15,
                                        50,
                                        "Eight pieces in every book by Easter"))))),
                new Plan(
                        900003,
                        TRUST_LEADER,
                        BOARD,
                        List.of(focus(
                                900003,
                                "Reading for meaning",
                                "Reading has slipped for two years; inference is the weak point.",
                                RWM,
                                List.of(target(900003, "KS2_READ_EXP", "ALL", 5)),
                                List.of(step(
                                        "Teach inference in every reading lesson",
                                        "system.leader",
                                        42,
                                        -5,
                                        "Seen in every class on two visits",
                                        report("under-way", "Seen in four of seven classes.")))))));
    }

    /** A priority of the trust that rests on its results. */
    Focus focus(String title, String rationale, List<Goal> goals, List<Step> actions) {
        return new Focus(
                priority(title, rationale, "Leadership"),
                null,
                evidence("Key stage 2 results of the trust"),
                goals,
                actions);
    }

    Focus focus(
            int urn,
            String title,
            String rationale,
            @Nullable String contributesTo,
            List<Goal> goals,
            List<Step> actions) {
        return new Focus(
                priority(title, rationale, "Quality of education"),
                contributesTo,
                evidence("Key stage 2 results of school " + urn),
                goals,
                actions);
    }

    private static Map<String, Object> priority(String title, String rationale, String area) {
        return Map.of("title", title, "rationale", rationale, "area", area, "leadRole", "Headteacher");
    }

    private static Map<String, Object> evidence(String label) {
        return Map.of("kind", "outcome", "reference", "KS2_RWM_EXP", "label", label);
    }

    static Map<String, Object> report(String status, String text) {
        return Map.of("status", status, "text", text);
    }

    /** An action that began so many days ago, though not before the year, and is due in so many. */
    @SafeVarargs
    final Step step(
            String title,
            @Nullable String lead,
            int began,
            int dueIn,
            String criterion,
            Map<String, Object>... updates) {
        LocalDate first = LocalDate.of(year, Month.SEPTEMBER, 2);
        LocalDate start = today.minusDays(began).isBefore(first) ? first : today.minusDays(began);
        LocalDate due = today.plusDays(dueIn).isBefore(start) ? start : today.plusDays(dueIn);
        Map<String, Object> action = new LinkedHashMap<>(Map.of(
                "title", title, "startsOn", start.toString(), "dueOn", due.toString(), "successCriterion", criterion));
        if (lead == null) {
            action.put("leadRole", "Maths lead");
            action.put("cost", 800);
        }
        return new Step(action, lead, List.of(updates));
    }

    static Goal milestone(String what, String due) {
        return new Goal("milestones", Map.of("milestone", what, "dueDate", due), List.of());
    }

    Goal target(int urn, String measure, String group, int gain) {
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
        return target(
                measure, group, Math.round(baseline * 10) / 10.0, Math.round((baseline + gain) * 10) / 10.0, years);
    }

    Goal target(String measure, String group, double start, double aim) {
        return target(measure, group, start, aim, 1);
    }

    private Goal target(String measure, String group, double start, double aim, int years) {
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("measureCode", measure);
        target.put("cohort", measure.startsWith("ATT") ? "ALL" : "6");
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
