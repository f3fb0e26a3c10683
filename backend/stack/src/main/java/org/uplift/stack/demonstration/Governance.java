package org.uplift.stack.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uplift.stack.Api;

/**
 * The trust board and the committee of the first school: who is of them, a meeting that was held, one that is to come, and what was
 * asked.
 */
final class Governance {
    private static final String ADMINISTRATOR = "administrator";
    private static final String CLERK = "clerk";
    private static final String TRUST_LEADER = "trust.leader";
    private static final String HEAD = "head.900001";
    private static final String MEMBER = "committee.900001";
    private static final String TRUSTEE = "trustee";
    private static final String TRUSTEE_2 = "trustee.2";
    private static final String SINCE = "2020-09-01";

    private final Api api;
    private final Map<String, String> people;
    private final LocalDate today;
    private String boardMeeting = "";

    Governance(Api api, Map<String, String> people, LocalDate today) {
        this.api = api;
        this.people = people;
        this.today = today;
    }

    /** Makes the trust board, with a meeting in which it decides. */
    void seatBoard() {
        String board = committee("trust-board", "Trust board", List.of());
        seat(board, TRUSTEE, "trustee", "chair", null);
        seat(board, TRUSTEE_2, "trustee", null, null);
        seat(board, CLERK, "clerk", null, null);
        boardMeeting = meeting(board, today.minusDays(10), "18:00", "Trust office");
        attend(boardMeeting, TRUSTEE, TRUSTEE_2, CLERK);
        meeting(board, today.plusDays(40), "18:00", "Trust office");
    }

    /** What waits for the board on a plan, it approves in its meeting. */
    void approve(String cycle) {
        String approval = api.get(TRUST_LEADER, "/cycles/" + cycle)
                .get("approval")
                .get("latest")
                .get("id")
                .asText();
        api.post(
                CLERK,
                "/meetings/" + boardMeeting + "/decisions",
                Map.of(
                        "text",
                        "The plan was discussed with the trust leader, and is approved.",
                        "approvalId",
                        approval,
                        "outcome",
                        "approved",
                        "votes",
                        List.of(vote(TRUSTEE, "for"), vote(TRUSTEE_2, "for"))));
    }

    /** Makes the committee of the first school; what is due on its next agenda follows from all the rest. */
    void load() {
        move(boardMeeting, "held");
        String committee = committee(
                "development",
                "Academy Development Committee of Alder Grove",
                List.of(Map.of("schoolUrn", 900001, "from", SINCE)));
        seat(committee, MEMBER, "committee-member", "chair", null);
        seat(committee, TRUSTEE_2, "trustee", null, today.plusDays(45));
        seat(committee, CLERK, "clerk", null, null);
        hold(committee);
        String absence = challenge(
                committee,
                "What is being done about the absence on Fridays in year 5, and how will the committee see that it works?",
                14);
        api.post(
                HEAD,
                "/challenges/" + absence + "/answers",
                Map.of(
                        "text",
                        "The office has met the families, and the breakfast club runs on Fridays too. Each half-term the committee"
                                + " gets the absence of Fridays beside that of the other days."));
        challenge(
                committee,
                "How do disadvantaged pupils do in writing, now that the new scheme has run for a term?",
                21);
        String next = meeting(committee, today.plusDays(21), "17:30", "Library of the school");
        prepare(next);
        api.post(CLERK, "/packs", Map.of("meetingId", next));
    }

    private void hold(String committee) {
        String id = meeting(committee, today.minusDays(35), "17:30", "Library of the school");
        for (JsonNode item : prepare(id).get("items")) {
            String said = switch (item.get("title").asText()) {
                case "Welcome and apologies" -> "The chair welcomed everybody. All were present.";
                case "Declarations of interest" -> "Nobody declared an interest in an item.";
                case "Well-being of children and colleagues" ->
                    "The headteacher told of the survey of colleagues. Workload at the end of term is the first thing named.";
                case "Safeguarding assurance, without any case" ->
                    "All colleagues have had this year's training. The record of checks was seen.";
                default -> "";
            };
            if (!said.isEmpty()) {
                api.patch(
                        CLERK,
                        "/agenda-items/" + item.get("id").asText(),
                        item.get("version").asText(),
                        Map.of("minuted", said));
            }
        }
        attend(id, MEMBER, TRUSTEE_2, CLERK);
        api.post(
                CLERK,
                "/meetings/" + id + "/decisions",
                Map.of(
                        "text",
                        "The attendance policy is adopted until the end of the school year.",
                        "votes",
                        List.of(vote(MEMBER, "for"), vote(TRUSTEE_2, "for"))));
        api.post(
                CLERK,
                "/meetings/" + id + "/actions",
                Map.of(
                        "what",
                        "Bring the results of the survey of pupils to the next meeting",
                        "whoPersonId",
                        people.get(HEAD),
                        "dueOn",
                        today.plusDays(21).toString()));
        move(id, "held");
    }

    private String committee(String kind, String name, List<Map<String, Object>> schools) {
        return api.post(ADMINISTRATOR, "/committees", Map.of("kind", kind, "name", name, "schools", schools))
                .get("id")
                .asText();
    }

    private void seat(
            String committee, String account, String role, @Nullable String office, @Nullable LocalDate until) {
        Map<String, Object> membership = new HashMap<>(Map.of(
                "personId",
                people.get(account),
                "role",
                role,
                "scope",
                "committee",
                "committeeId",
                committee,
                "from",
                SINCE));
        membership.put("office", office);
        membership.put("until", until == null ? null : until.toString());
        api.post(ADMINISTRATOR, "/memberships", membership);
    }

    private String meeting(String committee, LocalDate about, String startsAt, String place) {
        // Nobody meets at a weekend.
        LocalDate day = about.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
                ? about.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                : about;
        return api.post(
                        CLERK,
                        "/meetings",
                        Map.of(
                                "committeeId",
                                committee,
                                "terms",
                                Map.of("day", day.toString(), "startsAt", startsAt, "minutes", 120, "place", place)))
                .get("id")
                .asText();
    }

    private JsonNode prepare(String meeting) {
        return api.change(CLERK, "/meetings/" + meeting + "/preparation", version(meeting), Map.of());
    }

    private void move(String meeting, String status) {
        api.change(CLERK, "/meetings/" + meeting + "/status", version(meeting), Map.of("status", status));
    }

    private void attend(String meeting, String... accounts) {
        api.put(
                CLERK,
                "/meetings/" + meeting + "/attendance",
                version(meeting),
                Map.of(
                        "lines",
                        List.of(accounts).stream()
                                .map(account -> Map.of("personId", people.get(account), "presence", "present"))
                                .toList()));
    }

    private String version(String meeting) {
        return api.get(CLERK, "/meetings/" + meeting)
                .get("meeting")
                .get("version")
                .asText();
    }

    private Map<String, Object> vote(String account, String vote) {
        return Map.of("personId", people.get(account), "vote", vote);
    }

    private String challenge(String committee, String question, int days) {
        return api.post(
                        MEMBER,
                        "/challenges",
                        Map.of(
                                "committeeId",
                                committee,
                                "schoolUrn",
                                900001,
                                "askedPersonId",
                                people.get(HEAD),
                                "question",
                                question,
                                "answerBy",
                                today.plusDays(days).toString()))
                .get("challenge")
                .get("id")
                .asText();
    }
}
