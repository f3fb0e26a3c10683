package org.uplift.stack.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uplift.stack.Api;

/** The cycles of the year before: what was planned, what the last visit saw, and how it was evaluated. */
final class LastYear {
    private static final String TRUST_LEADER = "trust.leader";
    private static final String HEAD = "head.900001";
    private static final String OTHER_HEAD = "head.900002";

    /**
     * A plan that came to its end.
     *
     * @param signer who signs the last visit after its author
     * @param judged what the last visit saw, in turn
     * @param endings how its first priorities came out; one without an ending is still to be evaluated
     */
    record Past(Plans.Plan plan, String signer, List<String> judged, List<Ending> endings) {
        boolean closed() {
            return endings.size() == plan.priorities().size();
        }
    }

    /**
     * How a priority came out.
     *
     * @param practice what was published of it, if anything
     */
    record Ending(Map<String, Object> evaluation, @Nullable Map<String, Object> practice) {}

    private final Api api;
    private final Visits visits;
    private final Plans plans;
    private final int year;

    LastYear(Api api, InventedTrust trust, LocalDate today) {
        this.api = api;
        year = trust.year() - 1;
        visits = new Visits(api, today);
        plans = new Plans(trust, LocalDate.of(year + 1, 6, 15), year);
    }

    /** The academic year, by the calendar year in which it starts. */
    int year() {
        return year;
    }

    List<Past> all() {
        return List.of(
                new Past(
                        new Plans.Plan(
                                null,
                                TRUST_LEADER,
                                Plans.BOARD,
                                List.of(plans.focus(
                                        "Leaders learn from each other",
                                        "Schools solve the same problems apart from each other.",
                                        List.of(
                                                plans.target("KS2_RWM_EXP", "ALL", 58, 60),
                                                Plans.milestone(
                                                        "Every school has visited another one", (year + 1) + "-05-28")),
                                        List.of(step(
                                                "A visit of leaders each half term",
                                                "Chief executive",
                                                150,
                                                10,
                                                "Six visits, each with notes",
                                                Plans.report("done", "Six visits; ten schools took part.")))))),
                        "trust.leader.2",
                        List.of("achieved"),
                        List.of(new Ending(
                                evaluation(
                                        "fully-achieved",
                                        "Leaders name what they took home after each visit, and try it within a month.",
                                        null,
                                        "Visits with one question work better than tours of the school.",
                                        false),
                                practice(
                                        "Visits with one question",
                                        "Leaders of two schools visit a third for half a day, with one question that its head"
                                                + " asks them.",
                                        "Hosts change one thing within a month, and visitors take one thing home.",
                                        "Leadership",
                                        "Ten primary schools within an hour's drive")))),
                new Past(
                        new Plans.Plan(
                                900001,
                                HEAD,
                                TRUST_LEADER,
                                List.of(
                                        plans.focus(
                                                900001,
                                                "Reading aloud in every class",
                                                "Few pupils read at home, and reading stamina is short.",
                                                null,
                                                List.of(plans.target(900001, "KS2_READ_EXP", "ALL", 2)),
                                                List.of(
                                                        step(
                                                                "Fifteen minutes of reading aloud after lunch",
                                                                "Reading lead",
                                                                180,
                                                                10,
                                                                "Seen in every class",
                                                                Plans.report("done", "Seen in all fourteen classes.")),
                                                        carried(step(
                                                                "A book box for every family",
                                                                "Reading lead",
                                                                60,
                                                                20,
                                                                "Every family has borrowed twice")))),
                                        plans.focus(
                                                900001,
                                                "Spelling across the curriculum",
                                                "Spelling is taught and not used.",
                                                null,
                                                List.of(plans.target(900001, "KS2_GPS_EXP", "ALL", 12)),
                                                List.of(step(
                                                        "Five words a week in all subjects",
                                                        "English lead",
                                                        150,
                                                        -20,
                                                        "Words are seen in books of three subjects",
                                                        Plans.report(
                                                                "done", "Begun in all classes, kept up in half.")))))),
                        TRUST_LEADER,
                        List.of("on-track", "at-risk"),
                        List.of(
                                new Ending(
                                        evaluation(
                                                "partly-achieved",
                                                "Reading aloud has become part of the day, and pupils ask for the next chapter.",
                                                "Families heard of it late; few borrow books.",
                                                "Bring families in from the first week of September.",
                                                true),
                                        practice(
                                                "Reading aloud every day",
                                                "Each class reads aloud for fifteen minutes after lunch, from a book that the class"
                                                        + " has chosen.",
                                                "Pupils choose longer books and finish them; reading is talked about at lunch.",
                                                "Quality of education",
                                                "A primary school in which few families read at home")),
                                new Ending(
                                        evaluation(
                                                "not-achieved",
                                                null,
                                                "Words were learnt for Friday and forgotten by Monday; marking did not follow them up.",
                                                "Fewer words, used in writing every day.",
                                                false),
                                        null))),
                new Past(
                        new Plans.Plan(
                                900002,
                                OTHER_HEAD,
                                TRUST_LEADER,
                                List.of(
                                        plans.focus(
                                                900002,
                                                "A calm start to the day",
                                                "The first lesson begins late in most classes.",
                                                null,
                                                List.of(plans.target(900002, "KS2_MAT_EXP", "ALL", 2)),
                                                List.of(step(
                                                        "Doors open ten minutes earlier",
                                                        "Deputy headteacher",
                                                        170,
                                                        10,
                                                        "Every class has begun by nine",
                                                        Plans.report("done", "So it is, in all classes.")))),
                                        plans.focus(
                                                900002,
                                                "Attendance in key stage 1",
                                                "Single days of absence add up in the first years.",
                                                null,
                                                List.of(plans.target("ATT_PERSISTENT_ABSENCE", "ALL", 18, 15)),
                                                List.of(step(
                                                        "Call home on the first day of absence",
                                                        "Attendance officer",
                                                        120,
                                                        10,
                                                        "Every family is called by ten",
                                                        Plans.report(
                                                                "under-way",
                                                                "Calls are made on four days of five.")))))),
                        TRUST_LEADER,
                        List.of("on-track"),
                        List.of(new Ending(
                                evaluation(
                                        "fully-achieved",
                                        "Lessons begin on time, and pupils come in quietly.",
                                        null,
                                        "A fixed task on each table is what makes the difference.",
                                        false),
                                null))));
    }

    /** An action that a role leads. */
    @SafeVarargs
    private Plans.Step step(
            String title, String role, int began, int dueIn, String criterion, Map<String, Object>... updates) {
        Plans.Step step = plans.step(title, null, began, dueIn, criterion, updates);
        step.action().put("leadRole", role);
        step.action().remove("cost");
        return step;
    }

    private static Plans.Step carried(Plans.Step step) {
        step.action().put("carryForward", "carry-forward");
        return step;
    }

    private static Map<String, Object> evaluation(
            String judgement, @Nullable String worked, @Nullable String didNot, String lessons, boolean carried) {
        Map<String, Object> evaluation =
                new HashMap<>(Map.of("judgement", judgement, "lessons", lessons, "carryForward", carried));
        evaluation.put("whatWorked", worked);
        evaluation.put("whatDidNot", didNot);
        return evaluation;
    }

    private static Map<String, Object> practice(String title, String what, String impact, String area, String context) {
        return Map.of("title", title, "what", what, "impact", impact, "area", area, "context", context);
    }

    /** Brings a cycle that is implementing to its end, as far as it is evaluated. */
    void evaluate(Past past, String cycle) {
        String author = past.plan().author();
        visits.last(author, past.signer(), cycle, LocalDate.of(year + 1, 7, 3), past.judged());
        api.post(author, "/cycles/" + cycle + "/stage", Map.of("stage", "evaluating"));
        JsonNode priorities =
                api.get(author, "/cycles/" + cycle + "/priorities").get("results");
        for (int at = 0; at < past.endings().size(); at++) {
            Ending ending = past.endings().get(at);
            String evaluation = api.post(
                            author,
                            "/priorities/" + priorities.get(at).get("id").asText() + "/evaluation",
                            ending.evaluation())
                    .get("id")
                    .asText();
            if (ending.practice() != null) {
                api.post(author, "/evaluations/" + evaluation + "/good-practice", ending.practice());
            }
        }
        if (past.closed()) {
            api.post(author, "/cycles/" + cycle + "/stage", Map.of("stage", "closed"));
        }
    }
}
