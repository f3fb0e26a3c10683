package org.uplift.concern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Contract;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

/**
 * Whatever there is to be read, read by everybody who may not know of a restricted concern, before and after there is one: not
 * a letter differs, nor how much was asked of the database.
 */
@UpliftTest
class LeakTest {
    private static final String PLANTED = "Zanzibar";
    private static final String JSON = "application/json";

    @Inject
    SessionFactory sessions;

    private final Map<String, Supplier<RequestSpecification>> others = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();

    @BeforeEach
    void everybody() {
        Given.school(900001);
        Given.school(900002);
        others.put("trust leader", () -> As.steppedUp("trust.leader", "trust-leader"));
        others.put("head", () -> As.steppedUp("head.900001", "school-leader"));
        others.put("who raised it", () -> As.steppedUp("deputy.900001", "school-leader"));
        others.put("system leader", () -> As.steppedUp("system.leader", "system-leader"));
        others.put("safeguarding lead elsewhere", () -> As.steppedUp("safeguarding.900002", "safeguarding-lead"));
        others.put("committee member", () -> As.steppedUp("committee.900001", "committee-member"));
        others.put("trustee", () -> As.steppedUp("trustee", "trustee"));
        others.put("clerk", () -> As.steppedUp("clerk", "clerk"));
        others.put("data manager", () -> As.steppedUp("data.900001", "data-manager"));
        others.put("analyst", () -> As.steppedUp("analyst", "analyst"));
        others.put("administrator", () -> As.steppedUp("administrator", "administrator"));
        others.put("lead without the step", () -> As.user("safeguarding.900001", "school-leader"));
        As.trustLeader();
        As.head(900001);
        As.inSchool("deputy.900001", "school-leader", 900001);
        As.inSchool("system.leader", "system-leader", 900001);
        As.safeguardingLead(900001);
        As.safeguardingLead(900002);
        As.safeguardingLead();
        As.inSchool("committee.900001", "committee-member", 900001);
        for (String role : List.of("trustee", "clerk", "analyst")) {
            As.inTrust(role, role);
        }
        As.inSchool("data.900001", "data-manager", 900001);
        others.values().forEach(as -> as.get().get("/api/v1/me").then().statusCode(200));
        String cycle = Planned.cycle(As.head(900001), 900001);
        ids.put("cycles", cycle);
        ids.put("priorities", Planned.priority(() -> As.head(900001), cycle, "Reading"));
        ids.put("concerns", raise("attendance", "high", "An open one"));
        ids.put("people", Given.person("head.900001").toString());
    }

    private String raise(String category, String severity, String title) {
        return As.inSchool("deputy.900001", "school-leader", 900001)
                .contentType(JSON)
                .body("{\"schoolUrn\":900001,\"category\":\"" + category + "\",\"severity\":\"" + severity
                        + "\",\"title\":\"" + title + "\",\"summary\":\"" + title + ", as it was seen.\"}")
                .post("/api/v1/concerns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Does everything with a restricted concern that its leads can do. */
    private void handle(String id) {
        String path = "/api/v1/concerns/" + id;
        post(path + "/severity", "{\"severity\":\"critical\",\"rationale\":\"" + PLANTED + "\"}");
        post(path + "/entries", "{\"text\":\"" + PLANTED + "\"}");
        post(
                path + "/actions",
                "{\"title\":\"" + PLANTED + "\",\"leadPersonId\":\"" + Given.person("safeguarding.900001")
                        + "\",\"dueOn\":\"2025-01-01\"}");
        post(
                path + "/need-to-know",
                "{\"personId\":\"" + Given.person("safeguarding.lead") + "\",\"reason\":\"" + PLANTED + "\"}");
        As.safeguardingLead(900001)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"ownerPersonId\":\"" + Given.person("safeguarding.900001") + "\",\"reviewOn\":\"2025-01-01\"}")
                .patch(path)
                .then()
                .statusCode(200);
    }

    private static void post(String path, String body) {
        int status = As.safeguardingLead(900001)
                .header("If-Match", "*")
                .contentType(JSON)
                .body(body)
                .post(path)
                .statusCode();
        assertTrue(status == 200 || status == 201, path + " answered " + status);
    }

    @Test
    void nobodyElseFindsATrace() throws Exception {
        Map<String, String> before = everything();
        assertTrue(before.size() > 800, "only " + before.size() + " answers were read");
        String restricted = raise("safeguarding", "high", PLANTED);
        handle(restricted);
        Map<String, String> after = everything();
        List<String> traces = new ArrayList<>();
        before.forEach((what, said) -> {
            if (!said.equals(after.get(what))) {
                traces.add(what + ": " + said + " became " + after.get(what));
            }
        });
        assertEquals(List.of(), traces);
        String everything = after.toString();
        for (String trace : List.of(PLANTED, restricted, ConcernReference.of(java.util.UUID.fromString(restricted)))) {
            assertEquals(-1, everything.indexOf(trace), trace);
        }
    }

    @Test
    void whatAsksForItByItsIdLearnsNothing() throws Exception {
        String restricted = raise("safeguarding", "high", PLANTED);
        handle(restricted);
        String nothing = "01997f0a-5c1e-7000-8000-00000000dead";
        List<String> differing = new ArrayList<>();
        for (Map.Entry<String, Supplier<RequestSpecification>> other : others.entrySet()) {
            for (String path : paths("/api/v1/concerns/{id}")) {
                String of = answer(other.getValue(), path.replace("{id}", restricted))
                        .replace(restricted, "");
                String none =
                        answer(other.getValue(), path.replace("{id}", nothing)).replace(nothing, "");
                if (!of.equals(none)) {
                    differing.add(other.getKey() + " at " + path + ": " + of + " and " + none);
                }
            }
        }
        assertEquals(List.of(), differing);
    }

    @Test
    void itCostsNobodyElseAStatement() {
        long before = statements();
        handle(raise("safeguarding", "high", PLANTED));
        assertEquals(before, statements());
    }

    private long statements() {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        for (String list : List.of("concerns", "me/work", "me/notifications", "activity", "concern-receipts")) {
            As.user("trust.leader", "trust-leader")
                    .get("/api/v1/" + list)
                    .then()
                    .statusCode(200);
        }
        return statistics.getPrepareStatementCount();
    }

    /** Every answer to every question that can be asked without a body, by everybody. */
    private Map<String, String> everything() throws Exception {
        Map<String, String> read = new TreeMap<>();
        for (Map.Entry<String, Supplier<RequestSpecification>> other : others.entrySet()) {
            for (String path : paths("/api/v1/")) {
                String kind = path.split("/")[3];
                String asked = path.replace("{urn}", "900001")
                        .replaceAll("\\{[^}]+}", ids.getOrDefault(kind, ids.get("concerns")));
                read.put(other.getKey() + " at " + asked, answer(other.getValue(), asked));
            }
        }
        return read;
    }

    // What one raised oneself one knows: the receipt is left out of what is compared.
    private static String answer(Supplier<RequestSpecification> as, String path) {
        if (path.endsWith("/concern-receipts")) {
            return "";
        }
        Response answer = as.get().get(path);
        // Each document names the moment in which it was made.
        if (answer.contentType().equals("application/pdf")) {
            return String.valueOf(answer.statusCode());
        }
        return answer.statusCode() + " " + answer.headers().getValue("ETag") + " " + answer.asString();
    }

    private static List<String> paths(String beginning) throws IOException {
        return Contract.operations().stream()
                .filter(operation -> operation.method() == Method.GET)
                .map(Contract.Operation::path)
                .filter(path -> path.startsWith(beginning))
                .toList();
    }
}
