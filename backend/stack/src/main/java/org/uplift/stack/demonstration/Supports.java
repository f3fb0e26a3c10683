package org.uplift.stack.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.uplift.stack.Api;

/** Support in the trust that does not exist: completed with what came of it, approved from inside, and under way from outside. */
final class Supports {
    private static final String TRUST_LEADER = "trust.leader";
    private static final String HEAD = "head.900001";
    private static final String OTHER_HEAD = "head.900002";
    private static final String SYSTEM_LEADER = "system.leader";

    private final Api api;
    private final Map<String, String> people;
    private final LocalDate today;

    Supports(Api api, Map<String, String> people, LocalDate today) {
        this.api = api;
        this.people = people;
        this.today = today;
    }

    void load() {
        completed();
        approved();
        fromOutside();
    }

    private void completed() {
        String commission = ask(
                HEAD,
                900001,
                "Attendance in year 5",
                "attendance",
                "Families know on the first day of an absence what the school does, and Fridays are like other days.",
                today.minusDays(70),
                today.plusDays(1));
        match(commission, OTHER_HEAD);
        approve(commission);
        agree(
                HEAD,
                commission,
                "Three mornings with the office and the year leaders; the first call is made before ten.");
        api.post(OTHER_HEAD, "/commissions/" + commission + "/acceptance", Map.of());
        log(
                OTHER_HEAD,
                commission,
                56,
                1,
                "Went through the calls of four weeks with the office, and agreed what comes first.");
        log(OTHER_HEAD, commission, 35, 0.5, "Sat with two year leaders while they met families.");
        review(
                HEAD,
                commission,
                "school",
                3,
                "The office calls before ten each day, and absence on Fridays is that of the other days.");
        review(
                OTHER_HEAD,
                commission,
                "supporter",
                2,
                "The letter that Alder Grove sends to families is used at Birch Hill too.");
        api.post(HEAD, "/commissions/" + commission + "/completion", Map.of());
    }

    /** It waits for the system leader to accept it, who would be deployed by that. */
    private void approved() {
        String commission = ask(
                HEAD,
                900001,
                "Phonics in year 1",
                "early-reading",
                "Every teacher of the key stage teaches phonics as the programme says, each day.",
                today.minusDays(14),
                today.plusDays(45));
        match(commission, SYSTEM_LEADER);
        approve(commission);
        agree(HEAD, commission, "Two days in year 1; the reading lead releases two teachers each time.");
    }

    private void fromOutside() {
        String partner = api.post(
                        TRUST_LEADER,
                        "/partners",
                        Map.of(
                                "name",
                                "Demonstration phonics hub",
                                "offers",
                                "Training in early reading, and audits of how it is taught",
                                "dayRate",
                                450,
                                "diligence",
                                "Safeguarding policy, insurance and two references seen",
                                "diligenceUntil",
                                today.plusMonths(10).toString()))
                .get("id")
                .asText();
        String commission = ask(
                OTHER_HEAD,
                900002,
                "Training for new teachers of phonics",
                "early-reading",
                "The three new teachers of the key stage are trained in the programme.",
                today.minusDays(20),
                today.plusDays(40));
        List<Map<String, Object>> unfit = new ArrayList<>();
        for (JsonNode one : api.get(TRUST_LEADER, "/commissions/" + commission + "/candidates?pageSize=200")
                .get("results")) {
            if (one.get("fits").asBoolean()) {
                unfit.add(Map.of(
                        "expertId",
                        one.get("expertId").asText(),
                        "reason",
                        "Is not licensed to train in this programme."));
            }
        }
        api.post(
                TRUST_LEADER,
                "/commissions/" + commission + "/match",
                Map.of(
                        "partnerId",
                        partner,
                        "cost",
                        1350,
                        "reason",
                        "The training has to be given by a licensed trainer of the programme.",
                        "unfit",
                        unfit));
        approve(commission);
        agree(OTHER_HEAD, commission, "Three days of training, the last one in the classes.");
        api.post(OTHER_HEAD, "/commissions/" + commission + "/acceptance", Map.of());
        log(OTHER_HEAD, commission, 12, 1, "First day of training for three teachers.");
    }

    private String ask(
            String by, int urn, String title, String specialism, String purpose, LocalDate first, LocalDate last) {
        return api.post(
                        by,
                        "/commissions",
                        Map.of(
                                "schoolUrn", urn,
                                "title", title,
                                "specialism", specialism,
                                "purpose", purpose,
                                "startsOn", first.toString(),
                                "endsOn", last.toString(),
                                "days", days(first, last)))
                .get("commission")
                .get("id")
                .asText();
    }

    /** Two days in each term that the time touches. */
    private static List<Map<String, Object>> days(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .map(Supports::term)
                .distinct()
                .map(term -> Map.<String, Object>of("academicYear", term.get(0), "term", term.get(1), "days", 2))
                .toList();
    }

    private static List<String> term(LocalDate day) {
        int month = day.getMonthValue();
        int start = month >= 9 ? day.getYear() : day.getYear() - 1;
        return List.of(start + "/" + (start + 1), month >= 9 ? "autumn" : month <= 3 ? "spring" : "summer");
    }

    private void match(String commission, String account) {
        String expert = StreamSupport.stream(
                        api.get(TRUST_LEADER, "/experts?pageSize=200")
                                .get("results")
                                .spliterator(),
                        false)
                .filter(one -> one.get("personId").asText().equals(people.get(account)))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        api.post(
                TRUST_LEADER,
                "/commissions/" + commission + "/match",
                Map.of("expertId", expert, "reason", "Knows the programme, and the school has asked for them."));
    }

    private void approve(String commission) {
        api.post(TRUST_LEADER, "/commissions/" + commission + "/approval", Map.of("outcome", "approved"));
    }

    private void agree(String by, String commission, String text) {
        api.post(by, "/commissions/" + commission + "/agreement", Map.of("text", text));
    }

    private void log(String by, String commission, int daysAgo, double days, String what) {
        api.post(
                by,
                "/commissions/" + commission + "/visits",
                Map.of("day", today.minusDays(daysAgo).toString(), "days", days, "what", what));
    }

    private void review(String by, String commission, String party, int rating, String text) {
        api.post(by, "/commissions/" + commission + "/impact", Map.of("party", party, "rating", rating, "text", text));
    }
}
