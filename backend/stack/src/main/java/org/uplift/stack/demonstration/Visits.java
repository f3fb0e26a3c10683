package org.uplift.stack.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uplift.stack.Api;

/** The visits and reviews of the year so far: signed, waiting for a signature, begun and planned. */
final class Visits {
    private static final String TRUST_LEADER = "trust.leader";
    private static final String HEAD = "head.900001";
    private static final String OTHER_HEAD = "head.900002";
    private static final String DEPUTY = "deputy.900001";
    private static final String SYSTEM_LEADER = "system.leader";

    private final Api api;
    private final LocalDate today;

    Visits(Api api, LocalDate today) {
        this.api = api;
        this.today = today;
    }

    /** Records what has happened in the cycle of a school. */
    void record(@Nullable Integer school, String cycle) {
        switch (school) {
            case 900001 -> {
                String autumn = begin(
                        TRUST_LEADER,
                        cycle,
                        "school-improvement-visit",
                        "Autumn visit",
                        Map.of(
                                "heldOn", today.minusWeeks(6).toString(),
                                "nextOn", today.plusWeeks(6).toString(),
                                "visitorPersonId",
                                        api.get(TRUST_LEADER, "/me").get("id").asText(),
                                "participants",
                                        List.of(
                                                Map.of("name", "Headteacher", "role", "Headteacher"),
                                                Map.of("name", "Teacher of year 3", "role", "Reading lead")),
                                "summary",
                                        "Lessons are calm and well prepared. Arithmetic is practised daily in year 5 and 6,"
                                                + " less so in year 3 and 4."));
                judge(
                        TRUST_LEADER,
                        autumn,
                        List.of("on-track", "at-risk"),
                        List.of(
                                "Books of year 6 show steady gains in all three subjects since September.",
                                "The gap is still as wide as in July; the extra groups have only begun."));
                show(
                        TRUST_LEADER,
                        autumn,
                        Map.of("text", "Ten books of year 4: arithmetic on two days of five, on average"));
                show(
                        TRUST_LEADER,
                        autumn,
                        Map.of(
                                "text",
                                "Guidance on improving mathematics that was talked about",
                                "link",
                                "https://educationendowmentfoundation.org.uk/education-evidence/guidance-reports"));
                agree(TRUST_LEADER, cycle, autumn, "Practise arithmetic daily in year 3 and 4", "Maths lead");
                submit(TRUST_LEADER, autumn);
                sign(autumn, TRUST_LEADER, HEAD);
                api.post(
                        HEAD,
                        "/checkpoints/" + autumn + "/additions",
                        Map.of("text", "Daily arithmetic has begun in year 3 and 4 since the visit."));
                String books = begin(
                        DEPUTY,
                        cycle,
                        "book-look",
                        "Maths books",
                        Map.of("heldOn", today.minusWeeks(1).toString()));
                judge(
                        DEPUTY,
                        books,
                        List.of("at-risk"),
                        List.of("Corrections are rarely followed up; agreed with year leads to look again."));
                submit(DEPUTY, books);
                improve(
                        HEAD,
                        cycle,
                        books,
                        "Corrections in maths books are rarely followed up",
                        "Each lesson begins with ten minutes for corrections",
                        "Nine in ten corrections are done within a week");
                String spoken = improve(
                        HEAD,
                        cycle,
                        autumn,
                        "Disadvantaged pupils seldom speak in whole-class discussion",
                        "Pupils talk in pairs before anybody answers",
                        "Every pupil has spoken in each lesson");
                api.post(
                        HEAD,
                        "/adjustments/" + spoken + "/decision",
                        Map.of(
                                "status", "kept",
                                "effectSeen", "In a learning walk of six lessons all but two pupils spoke",
                                "reason", "It costs nothing, and teachers want to go on"));
                begin(
                        HEAD,
                        cycle,
                        "pupil-progress-meeting",
                        "Year 6",
                        Map.of("plannedOn", today.plusWeeks(2).toString()));
            }
            case 900002 -> {
                String review = begin(
                        OTHER_HEAD,
                        cycle,
                        "peer-review",
                        "Writing across the school",
                        Map.of("heldOn", today.minusWeeks(4).toString()));
                judge(
                        OTHER_HEAD,
                        review,
                        List.of("on-track"),
                        List.of("Pupils write at length in every year group, and edit what they write."));
                submit(OTHER_HEAD, review);
                sign(review, OTHER_HEAD, TRUST_LEADER);
            }
            case 900003 -> {
                String dive = begin(
                        SYSTEM_LEADER,
                        cycle,
                        "deep-dive",
                        "Reading",
                        Map.of(
                                "heldOn", today.minusDays(3).toString(),
                                "visitorPersonId",
                                        api.get(SYSTEM_LEADER, "/me").get("id").asText()));
                api.patch(
                        SYSTEM_LEADER,
                        "/checkpoints/" + dive,
                        "0",
                        Map.of("summary", "Inference is taught in guided reading; questions stay close to the text."));
            }
            case null -> {
                String termly = begin(
                        TRUST_LEADER,
                        cycle,
                        "data-review",
                        "Autumn term",
                        Map.of(
                                "heldOn",
                                today.minusWeeks(5).toString(),
                                "nextOn",
                                today.plusWeeks(8).toString()));
                judge(
                        TRUST_LEADER,
                        termly,
                        List.of("on-track", "at-risk"),
                        List.of(
                                "The visits of the term found it under way in the schools that carry it.",
                                "Not every school has said yet what it does for it; heads are asked to."));
                submit(TRUST_LEADER, termly);
                sign(termly, TRUST_LEADER, "trust.leader.2");
            }
            default -> {}
        }
    }

    /** Holds the last visit of a year, which looks at everything, and signs it. */
    void last(String recorder, String signer, String cycle, LocalDate heldOn, List<String> judged) {
        String visit = begin(
                recorder,
                cycle,
                "evaluation-visit",
                "The year in review",
                Map.of(
                        "heldOn",
                        heldOn.toString(),
                        "summary",
                        "What was agreed in September is seen in most classes."));
        judge(recorder, visit, judged, List.of("Seen in lessons, in books, and in what pupils say of them."));
        submit(recorder, visit);
        sign(visit, recorder, signer);
    }

    private String begin(String recorder, String cycle, String type, String title, Map<String, Object> more) {
        Map<String, Object> checkpoint = new HashMap<>(more);
        checkpoint.put("cycleId", cycle);
        checkpoint.put("type", type);
        checkpoint.put("title", title);
        checkpoint.putIfAbsent("plannedOn", more.getOrDefault("heldOn", today.toString()));
        Timetables.plan(
                api,
                api.get(recorder, "/cycles/" + cycle),
                type,
                LocalDate.parse(checkpoint.get("plannedOn").toString()));
        return api.post(recorder, "/checkpoints", checkpoint).get("id").asText();
    }

    private void show(String recorder, String checkpoint, Map<String, Object> evidence) {
        api.post(recorder, "/checkpoints/" + checkpoint + "/evidence", evidence);
    }

    /** Agrees on a next step for the first priority. */
    private void agree(String recorder, String cycle, String checkpoint, String title, String lead) {
        api.post(
                recorder,
                "/checkpoints/" + checkpoint + "/next-steps",
                Map.of(
                        "priorityId",
                        first(recorder, cycle),
                        "title",
                        title,
                        "leadRole",
                        lead,
                        "dueOn",
                        today.plusWeeks(6).toString()));
    }

    private String first(String reader, String cycle) {
        return api.get(reader, "/cycles/" + cycle + "/priorities")
                .get("results")
                .get(0)
                .get("id")
                .asText();
    }

    /** Begins a small improvement of the first priority; its id. */
    private String improve(
            String leader, String cycle, String checkpoint, String noticed, String change, String expected) {
        return api.post(
                        leader,
                        "/priorities/" + first(leader, cycle) + "/adjustments",
                        Map.of(
                                "noticed", noticed,
                                "checkpointId", checkpoint,
                                "change", change,
                                "expectedEffect", expected,
                                "expectedBy", today.plusWeeks(4).toString()))
                .get("id")
                .asText();
    }

    /** Judges everything that it looks at, in turn. */
    private void judge(String recorder, String checkpoint, List<String> judgements, List<String> narratives) {
        JsonNode draft = api.get(recorder, "/checkpoints/" + checkpoint);
        List<Map<String, Object>> foci = new ArrayList<>();
        for (JsonNode focus : draft.get("foci")) {
            int at = foci.size();
            foci.add(Map.of(
                    "kind", focus.get("kind").asText(),
                    "reference", focus.get("reference").asText(),
                    "judgement", judgements.get(at % judgements.size()),
                    "narrative", narratives.get(at % narratives.size())));
        }
        api.patch(recorder, "/checkpoints/" + checkpoint, draft.get("version").asText(), Map.of("foci", foci));
    }

    private void submit(String recorder, String checkpoint) {
        api.post(recorder, "/checkpoints/" + checkpoint + "/submission", Map.of());
    }

    private void sign(String checkpoint, String... signers) {
        for (String signer : signers) {
            api.post(signer, "/checkpoints/" + checkpoint + "/sign-off", Map.of());
        }
    }
}
