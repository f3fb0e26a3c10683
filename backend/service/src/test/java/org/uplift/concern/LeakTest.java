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
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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
    private static final List<String> DATA_SETS = List.of(
            "headline-outcomes",
            "attendance",
            "inspections",
            "need-levels",
            "need-indicators",
            "cycle-progress",
            "support",
            "participation",
            "complaints",
            "targets");
    private static final String PLANTED = "Zanzibar";
    private static final String JSON = "application/json";
    private static final String PLANNED =
            "{\"schoolUrn\":900001,\"type\":\"learning-walk\",\"title\":\"Reading\",\"day\":\"2098-11-12\"}";

    private static final String PROFILE = "{\"schoolUrn\":900001,\"about\":\"Reading\",\"specialisms\":[\"reading\"],"
            + "\"designations\":[],\"daysPerTerm\":4,\"beyondTrust\":false,\"offering\":true}";

    @Inject
    SessionFactory sessions;

    private final Map<String, Supplier<RequestSpecification>> others = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private UUID committee;

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
        committee = Given.committee("Committee of the school", 900001);
        clerk().get("/api/v1/me").then().statusCode(200);
        others.put("clerk of the committee", () -> As.steppedUp("clerk.900001", "clerk"));
        others.put("seated member", () -> As.steppedUp("member.900001", "committee-member"));
        As.inCommittee("member.900001", "committee-member", committee);
        ids.put("committees", committee.toString());
        ids.put("meetings", meeting());
        ids.put("challenges", challenge());
        ids.put("packs", pack());
        ids.put("timetable", created(As.head(900001), "/api/v1/timetable", PLANNED, "occurrence.id"));
        ids.put(
                "good-practice",
                created(
                        As.head(900001),
                        "/api/v1/good-practice",
                        "{\"schoolUrn\":900001,\"title\":\"Reading aloud\",\"what\":\"Daily\",\"impact\":\"Longer books\"}",
                        "id"));
        ids.put(
                "practice-slots",
                created(
                        As.head(900001),
                        "/api/v1/good-practice/" + ids.get("good-practice") + "/slots",
                        "{\"day\":\"2099-01-15\",\"startsAt\":\"09:00\",\"endsAt\":\"10:00\",\"places\":3,\"place\":\"Hall\"}",
                        "id"));
        ids.put("experts", created(As.head(900001), "/api/v1/experts", PROFILE, "expert.id"));
        ids.put(
                "commissions",
                created(
                        As.head(900001),
                        "/api/v1/commissions",
                        "{\"schoolUrn\":900001,\"title\":\"Phonics\",\"specialism\":\"early-reading\",\"purpose\":\"Daily\","
                                + "\"startsOn\":\"2099-01-12\",\"endsOn\":\"2099-03-20\","
                                + "\"days\":[{\"academicYear\":\"2098/2099\",\"term\":\"spring\",\"days\":2}]}",
                        "commission.id"));
        ids.put(
                "partners",
                created(
                        As.trustLeader(),
                        "/api/v1/partners",
                        "{\"name\":\"Partner " + UUID.randomUUID() + "\",\"offers\":\"Training\"}",
                        "id"));
        String address = As.head(900001)
                .put("/api/v1/timetable/feeds/900001")
                .then()
                .extract()
                .path("address");
        ids.put(
                "webhooks",
                created(
                        As.administrator(),
                        "/api/v1/webhooks",
                        "{\"name\":\"Warehouse\",\"address\":\"https://203.0.114.7/\",\"kinds\":[\"school\",\"cycle\","
                                + "\"priority\",\"commission\",\"timetable\",\"practice\",\"need\"]}",
                        "id"));
        ids.put("calendars", address.replaceAll(".*/|\\.ics", ""));
    }

    private RequestSpecification clerk() {
        return As.inCommittee("clerk.900001", "clerk", committee);
    }

    /** A meeting with an agenda of all that is due now. */
    private String meeting() {
        String id = created(
                clerk(),
                "/api/v1/meetings",
                "{\"committeeId\":\"" + committee
                        + "\",\"terms\":{\"day\":\"2099-01-15\",\"startsAt\":\"17:30\",\"minutes\":90}}",
                "id");
        clerk().header("If-Match", "*")
                .post("/api/v1/meetings/" + id + "/preparation")
                .then()
                .statusCode(200);
        return id;
    }

    private String pack() {
        return created(clerk(), "/api/v1/packs", "{\"meetingId\":\"" + ids.get("meetings") + "\"}", "id");
    }

    private String challenge() {
        return created(
                As.inCommittee("member.900001", "committee-member", committee),
                "/api/v1/challenges",
                "{\"committeeId\":\"" + committee + "\",\"schoolUrn\":900001,\"askedPersonId\":\""
                        + Given.person("head.900001")
                        + "\",\"question\":\"Why has absence risen?\",\"answerBy\":\"2099-01-31\"}",
                "challenge.id");
    }

    private static String created(RequestSpecification as, String path, String body, String id) {
        return as.contentType(JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path(id);
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
        for (String trace : List.of(PLANTED, restricted, ConcernReference.of(UUID.fromString(restricted)))) {
            assertEquals(-1, everything.indexOf(trace), trace);
        }
    }

    @Test
    void anAgendaThatIsPreparedAfterwardsHoldsNothingOfIt() {
        List<String> before = agenda(meeting());
        handle(raise("safeguarding", "high", PLANTED));
        assertEquals(before, agenda(meeting()));
        assertTrue(before.stream().anyMatch(title -> title.contains("absence")), "what is due stands there");
    }

    @Test
    void aPackThatIsBuiltAfterwardsHoldsNothingOfIt() throws IOException {
        String before = pack();
        handle(raise("safeguarding", "high", PLANTED));
        String after = pack();
        assertEquals(content(before), content(after));
        assertEquals(printed(before).replace("Pack 2", "Pack 3"), printed(after));
        assertTrue(content(before).contains("\"concerns\""), "concerns stand there by number");
    }

    private String content(String pack) {
        return clerk().get("/api/v1/packs/" + pack + "/content")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String printed(String pack) throws IOException {
        byte[] bytes = clerk().get("/api/v1/packs/" + pack + "/document")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private List<String> agenda(String meeting) {
        return clerk().get("/api/v1/meetings/" + meeting)
                .then()
                .statusCode(200)
                .extract()
                .path("items.title");
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
        for (String list :
                List.of("concerns", "me/work", "me/notifications", "activity", "changes", "concern-receipts")) {
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
                for (String id :
                        kind.equals("data-sets") ? DATA_SETS : List.of(ids.getOrDefault(kind, ids.get("concerns")))) {
                    String asked = path.replace("{urn}", "900001").replaceAll("\\{[^}]+}", id);
                    read.put(other.getKey() + " at " + asked, answer(other.getValue(), asked));
                }
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
        // A cursor is sealed in another way each time, and so the tag of what it is in.
        if (path.endsWith("/changes")) {
            return answer.statusCode() + " " + answer.asString().replaceAll("\"(cursor|next)\":\"[\\w-]{112}\"", "");
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
