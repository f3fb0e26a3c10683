package org.uplift.stack.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uplift.stack.Api;

/** Who of the trust that does not exist is good at what: three profiles are confirmed, one waits for its head. */
final class Experts {
    private static final String TRUST_LEADER = "trust.leader";
    private static final String SYSTEM_LEADER = "system.leader";
    private static final String HEAD = "head.900002";

    private final Api api;
    private final LocalDate today;

    Experts(Api api, LocalDate today) {
        this.api = api;
        this.today = today;
    }

    void offer() {
        String system = offer(
                SYSTEM_LEADER,
                null,
                "I lead the teaching of early reading and writing across the trust: training, coaching beside the class teacher,"
                        + " and a plan that the school can carry on alone.",
                List.of("early-reading", "writing", "teaching"),
                List.of("specialist-leader-of-education"),
                12,
                true);
        confirm(TRUST_LEADER, system);
        show(
                SYSTEM_LEADER,
                system,
                Map.of("kind", "note", "label", "Trained the reading leads of six schools of the trust"));

        String head = offer(
                HEAD,
                900002,
                "I have brought a school from low attendance to that of schools like it, and have coached two new headteachers.",
                List.of("attendance", "behaviour", "new-headteachers", "send"),
                List.of("local-leader-of-education", "npq-headship"),
                4,
                false);
        confirm(TRUST_LEADER, head);
        show(
                HEAD,
                head,
                Map.of(
                        "kind", "measure",
                        "reference", "ATT_PERSISTENT_ABSENCE",
                        "label", "Persistent absence at Birch Hill over five years"));
        String signed = api.get(HEAD, "/checkpoints?schoolUrn=900002&status=signed-off")
                .get("results")
                .get(0)
                .get("id")
                .asText();
        show(HEAD, head, Map.of("kind", "checkpoint", "reference", signed));
        api.post(
                HEAD,
                "/experts/" + head + "/absences",
                Map.of(
                        "from", today.plusDays(40).toString(),
                        "until", today.plusDays(44).toString()));
        api.post(
                HEAD,
                "/experts/" + head + "/conflicts",
                Map.of("schoolUrn", 900005, "what", "A member of my family teaches there."));

        String leader = offer(
                "trust.leader.2",
                null,
                "I review curriculum plans with subject leads, and help governors to ask about them.",
                List.of("curriculum-design", "assessment", "governance"),
                List.of("national-leader-of-governance"),
                3,
                true);
        confirm(TRUST_LEADER, leader);

        String deputy = offer(
                "deputy.900001",
                900001,
                "I lead mathematics: fluency in year 2 to 4, and preparing for the multiplication tables check.",
                List.of("maths-primary", "early-career-teachers"),
                List.of("npq-senior-leadership"),
                5,
                false);
        show("deputy.900001", deputy, Map.of("kind", "measure", "reference", "KS2_MAT_EXP"));
    }

    private String offer(
            String account,
            @Nullable Integer school,
            String about,
            List<String> specialisms,
            List<String> designations,
            int days,
            boolean beyondTrust) {
        Map<String, Object> terms = new HashMap<>(Map.of(
                "about", about,
                "specialisms", specialisms,
                "designations", designations,
                "daysPerTerm", days,
                "beyondTrust", beyondTrust,
                "offering", true));
        terms.put("schoolUrn", school);
        return api.post(account, "/experts", terms).get("expert").get("id").asText();
    }

    private void confirm(String account, String expert) {
        JsonNode read = api.get(account, "/experts/" + expert);
        api.change(
                account,
                "/experts/" + expert + "/confirmation",
                read.get("expert").get("version").asText(),
                Map.of());
    }

    private void show(String account, String expert, Map<String, Object> evidence) {
        api.post(account, "/experts/" + expert + "/evidence", evidence);
    }
}
