package org.uplift.stack.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uplift.stack.Api;

/** What people have said to each other about the plan of a school; who is mentioned has something to read. */
final class Conversations {
    private static final String HEAD = "head.900001";
    private static final String DEPUTY = "deputy.900001";
    private static final String TRUST_LEADER = "trust.leader";

    private final Api api;
    private final Map<String, String> people;

    /**
     * The people by their accounts.
     *
     * @param people the id of each
     */
    Conversations(Api api, Map<String, String> people) {
        this.api = api;
        this.people = people;
    }

    /** Holds those about the cycle of a school. */
    void hold(@Nullable Integer school, String cycle) {
        if (school == null || school != 900001) {
            return;
        }
        JsonNode planned =
                api.get(HEAD, "/cycles/" + cycle + "/plan").get("priorities").get(0);
        String priority = planned.get("priority").get("id").asText();
        String target = planned.get("targets").get(0).get("id").asText();
        String action = planned.get("actions").get(0).get("id").asText();
        say(
                TRUST_LEADER,
                "priority",
                priority,
                "The two priorities fit well together. What do the governors say?",
                HEAD);
        say(HEAD, "priority", priority, "They were pleased that there are only two.", TRUST_LEADER);
        say(
                HEAD,
                "action",
                action,
                "Can you see whether the groups of year 5 have begun? I am out on Thursday.",
                DEPUTY);
        say(DEPUTY, "action", action, "They have, in all but one class.");
        say(DEPUTY, "target", target, "The mock papers are marked; I bring them on Monday.", HEAD);
    }

    private void say(String account, String kind, String id, String text, String... mentioned) {
        api.post(
                account,
                "/comments",
                Map.of(
                        "subjectKind", kind,
                        "subjectId", id,
                        "text", text,
                        "mentions", List.of(mentioned).stream().map(people::get).toList()));
    }
}
