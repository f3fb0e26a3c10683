package org.uplift.stack.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.uplift.stack.Api;

/** The concerns of the trust that does not exist: some open, one watched, one closed, a complaint, and a restricted one. */
final class Worries {
    private static final String HEAD = "head.900001";
    private static final String DEPUTY = "deputy.900001";
    private static final String TRUST_LEADER = "trust.leader";
    private static final String LEAD = "safeguarding.900001";

    private final Api api;
    private final Map<String, String> people;
    private final LocalDate today;

    Worries(Api api, Map<String, String> people, LocalDate today) {
        this.api = api;
        this.people = people;
        this.today = today;
    }

    void load() {
        String fridays = raise(
                HEAD,
                900001,
                "attendance",
                "moderate",
                24,
                "Absence on Fridays in year 5",
                "Nine pupils of year 5 have missed three Fridays in a row. The office has called each family once.");
        settle(HEAD, fridays, HEAD, 9);
        note(DEPUTY, fridays, 17, "Met the families of six of the nine. Transport is the reason for four of them.");
        act(HEAD, fridays, "Ask the bus company about the later bus", DEPUTY, 6);

        String complaint = raise(
                HEAD,
                900001,
                "parent-complaint",
                "low",
                34,
                "A call that was not returned",
                "A parent has waited for an answer about homework since the first week of the half-term.");
        settle(HEAD, complaint, DEPUTY, 14);
        String informal = begin(complaint, "informal", 34);
        done(informal, "answer", 25);
        api.change(
                HEAD,
                "/concern-stages/" + informal + "/outcome",
                "0",
                Map.of(
                        "outcome", "partly-upheld",
                        "record",
                                "The call was not returned for nine days. The school has apologised; the parent is not content."));
        done(begin(complaint, "formal", 19), "acknowledgement", 18);

        raise(
                TRUST_LEADER,
                900004,
                "staffing",
                "high",
                1,
                "Two vacancies in key stage 2",
                "Two of four teachers of key stage 2 leave at the end of the term, and nobody has applied.");

        String behaviour = raise(
                "head.900002",
                900002,
                "behaviour",
                "high",
                46,
                "Lunchtime incidents",
                "Incidents at lunchtime have doubled since September, most of them in the same corner of the yard.");
        settle("head.900002", behaviour, "head.900002", 20);
        move(
                "head.900002",
                behaviour,
                "severity",
                Map.of("severity", "moderate", "rationale", "Half as many since two adults are in the yard."));
        move("head.900002", behaviour, "status", Map.of("status", "monitoring"));

        String heating = raise(
                HEAD,
                900001,
                "premises",
                "low",
                60,
                "Heating in the hall",
                "The hall was below sixteen degrees on three mornings of one week.");
        move(
                HEAD,
                heating,
                "closure",
                Map.of("outcome", "resolved", "summary", "The pump was replaced; the hall has been warm since."));

        String restricted = raise(
                DEPUTY,
                900001,
                "safeguarding",
                "high",
                5,
                "Pattern of lateness and hunger",
                "Noted on three mornings by two members of staff. The child-protection file has the details.");
        settle(LEAD, restricted, LEAD, 4);
        note(LEAD, restricted, 3, "Spoke with the family support worker; a visit is agreed.");
        api.post(
                LEAD,
                "/concerns/" + restricted + "/need-to-know",
                Map.of("personId", people.get(HEAD), "reason", "Decides on the breakfast place"));
    }

    private String raise(
            String account, int urn, String category, String severity, int daysAgo, String title, String summary) {
        return api.post(
                        account,
                        "/concerns",
                        Map.of(
                                "schoolUrn", urn,
                                "category", category,
                                "severity", severity,
                                "raisedOn", today.minusDays(daysAgo).toString(),
                                "title", title,
                                "summary", summary))
                .get("id")
                .asText();
    }

    private void settle(String account, String concern, String owner, int reviewIn) {
        api.patch(
                account,
                "/concerns/" + concern,
                version(account, concern),
                Map.of(
                        "ownerPersonId", people.get(owner),
                        "reviewOn", today.plusDays(reviewIn).toString()));
    }

    private void note(String account, String concern, int daysAgo, String text) {
        api.post(
                account,
                "/concerns/" + concern + "/entries",
                Map.of("happenedOn", today.minusDays(daysAgo).toString(), "text", text));
    }

    private void act(String account, String concern, String title, String lead, int dueIn) {
        Map<String, Object> action = new HashMap<>();
        action.put("title", title);
        action.put("leadPersonId", people.get(lead));
        action.put("dueOn", today.plusDays(dueIn).toString());
        api.post(account, "/concerns/" + concern + "/actions", action);
    }

    private void move(String account, String concern, String to, Object body) {
        api.change(account, "/concerns/" + concern + "/" + to, version(account, concern), body);
    }

    private String begin(String complaint, String stage, int daysAgo) {
        return api.post(
                        HEAD,
                        "/concerns/" + complaint + "/stages",
                        Map.of(
                                "stage",
                                stage,
                                "begunOn",
                                today.minusDays(daysAgo).toString()))
                .get("id")
                .asText();
    }

    private void done(String stage, String step, int daysAgo) {
        api.put(
                HEAD,
                "/concern-stages/" + stage + "/steps/" + step,
                Map.of("doneOn", today.minusDays(daysAgo).toString()));
    }

    private String version(String account, String concern) {
        JsonNode read = api.get(account, "/concerns/" + concern);
        return read.get("version").asText();
    }
}
