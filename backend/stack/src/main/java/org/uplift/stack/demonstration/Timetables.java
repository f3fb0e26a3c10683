package org.uplift.stack.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.uplift.stack.Api;

/** The timetable of the year: what the template asks for from now on, and the meetings of the trust that were held before. */
final class Timetables {
    private static final String TRUST_LEADER = "trust.leader";
    private static final String PATH = "/timetable";
    /** Long enough ago for something to be overdue. */
    private static final int DAYS_BACK = 8;
    /** A school that was missing at one of the meetings. */
    private static final int ABSENT = 900007;

    private final Api api;
    private final Map<String, String> people;
    private final LocalDate today;

    Timetables(Api api, Map<String, String> people, LocalDate today) {
        this.api = api;
        this.people = people;
        this.today = today;
    }

    /** Makes the timetable of an academic year that has begun. */
    void make(int year) {
        LocalDate first = LocalDate.of(year, 9, 1);
        LocalDate from = today.minusDays(DAYS_BACK).isBefore(first) ? first : today.minusDays(DAYS_BACK);
        List<Integer> schools = IntStream.rangeClosed(900001, 900011).boxed().toList();
        JsonNode whole = propose(year, first);
        for (JsonNode one : whole.get("occurrences")) {
            if (one.path("schoolUrn").isMissingNode()
                    && LocalDate.parse(one.get("day").asText()).isBefore(from)) {
                hold(one, schools);
            }
        }
        api.post(
                TRUST_LEADER,
                PATH + "/generation",
                propose(year, from).get("version").asText(),
                Map.of("academicYear", year + "/" + (year + 1), "from", from.toString()));
        lead(year);
    }

    private JsonNode propose(int year, LocalDate from) {
        return api.get(TRUST_LEADER, PATH + "/proposal?academicYear=" + year + "/" + (year + 1) + "&from=" + from);
    }

    private void hold(JsonNode proposed, List<Integer> schools) {
        Map<String, Object> meeting = new HashMap<>();
        meeting.put("type", proposed.get("type").asText());
        meeting.put("day", proposed.get("day").asText());
        meeting.put("startsAt", proposed.get("startsAt").asText());
        meeting.put("leadPersonId", people.get(TRUST_LEADER));
        JsonNode planned = api.post(TRUST_LEADER, PATH, meeting);
        List<Integer> there = new ArrayList<>(schools);
        if (proposed.get("type").asText().equals("headteachers-meeting")) {
            there.remove(Integer.valueOf(ABSENT));
        }
        api.post(
                TRUST_LEADER,
                PATH + "/" + planned.get("occurrence").get("id").asText() + "/completion",
                planned.get("version").asText(),
                Map.of("heldOn", proposed.get("day").asText(), "schoolUrns", there));
    }

    /** The visits of the next weeks have leads; two of them on one day, in two schools. */
    private void lead(int year) {
        JsonNode next = api.get(
                TRUST_LEADER,
                PATH + "?type=school-improvement-visit&status=planned&pageSize=6&academicYear=" + year + "/"
                        + (year + 1));
        for (JsonNode one : next.get("results")) {
            api.patch(
                    TRUST_LEADER,
                    PATH + "/" + one.get("id").asText(),
                    "0",
                    Map.of("leadPersonId", people.get(TRUST_LEADER)));
        }
    }

    /** Plans a visit for the day on which it was held, so that its checkpoint completes it. */
    static void plan(Api api, JsonNode cycle, String type, LocalDate heldOn) {
        LocalDate day = heldOn;
        while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            day = day.minusDays(1);
        }
        int start = Integer.parseInt(cycle.get("academicYear").asText().substring(0, 4));
        boolean inYear = !day.isBefore(LocalDate.of(start, 9, 1)) && day.isBefore(LocalDate.of(start + 1, 9, 1));
        if (inYear && cycle.hasNonNull("schoolUrn")) {
            api.post(
                    TRUST_LEADER,
                    PATH,
                    Map.of("schoolUrn", cycle.get("schoolUrn").asInt(), "type", type, "day", day.toString()));
        }
    }
}
