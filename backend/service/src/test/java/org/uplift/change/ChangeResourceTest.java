package org.uplift.change;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class ChangeResourceTest {
    private static final String CHANGES = "/api/v1/changes";
    private static final String CONCERNS = "/api/v1/concerns";

    @Inject
    ChangeLog log;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    void schools() {
        Given.school(900001);
        Given.school(900002);
    }

    private static ValidatableResponse since(RequestSpecification as, String cursor) {
        return (cursor == null ? as : as.queryParam("since", cursor))
                .get(CHANGES)
                .then()
                .statusCode(200);
    }

    private static String now(RequestSpecification as) {
        return since(as, "now")
                .body("results", empty())
                .body("more", equalTo(false))
                .extract()
                .path("next");
    }

    /** As if somebody had done something with a school, in a transaction that the test ends. */
    private static void done(Connection connection, int urn, String id) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into activity (id, at, person_id, actor, subject, subject_id, school_urn, summary, changes)"
                            + " values (gen_random_uuid(), now(), '" + Given.person("head.900001")
                            + "', 'x', 'CYCLE', '" + id
                            + "', " + urn + ", 'changed the cycle', '[]')");
        }
    }

    private static void done(int urn, String id) {
        try (Connection connection = Given.ofOwner()) {
            done(connection, urn, id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anItemSaysWhatHappenedToWhichThingAndNothingThatWasTyped() {
        String from = now(As.head(900001));
        String cycle = Planned.cycle(As.head(900001), 900001);
        String priority = Planned.priority(() -> As.head(900001), cycle, "Reading");
        since(As.head(900001), from)
                .body("results.kind", contains("cycle", "priority", "priority"))
                .body("results.id", contains(cycle, priority, priority))
                .body("results.what", contains("created", "created", "changed"))
                .body("results.schoolUrn", contains(900001, 900001, 900001))
                .body(
                        "results.href",
                        contains(
                                "/api/v1/cycles/" + cycle,
                                "/api/v1/priorities/" + priority,
                                "/api/v1/priorities/" + priority));
        String after = now(As.head(900001));
        As.head(900001)
                .header("If-Match", "*")
                .delete("/api/v1/priorities/" + priority)
                .then()
                .statusCode(204);
        String answer = since(As.head(900001), after)
                .body("results.what", contains("removed"))
                .body("results[0].href", nullValue())
                .extract()
                .asString();
        assertFalse(answer.contains("Reading"), answer);
        assertFalse(answer.contains("Account"), answer);
    }

    @Test
    void whatIsReadPageByPageIsReadOnceAndInOrder() {
        String from = now(As.head(900001));
        List<String> done = new ArrayList<>();
        for (int at = 0; at < 7; at++) {
            done.add("cycle " + at);
            done(900001, "cycle " + at);
            done(900002, "other " + at);
        }
        List<String> read = new ArrayList<>();
        boolean more = true;
        for (String cursor = from; more; ) {
            ValidatableResponse page = As.head(900001)
                    .queryParams("since", cursor, "limit", 3)
                    .get(CHANGES)
                    .then()
                    .statusCode(200);
            read.addAll(page.extract().path("results.id"));
            cursor = page.extract().path("next");
            more = page.extract().path("more");
        }
        assertEquals(done, read);
        String third = As.head(900001)
                .queryParams("since", from, "limit", 3)
                .get(CHANGES)
                .then()
                .extract()
                .path("results[2].cursor");
        since(As.head(900001), third)
                .body("results.id", contains(done.subList(3, 7).toArray()));
    }

    @Test
    void whatIsCommittedLateIsNotPassedOver() throws SQLException {
        String from = now(As.trustLeader());
        try (Connection late = Given.ofOwner()) {
            late.setAutoCommit(false);
            done(late, 900001, "begun first");
            done(900001, "begun second");
            String next = since(As.trustLeader(), from)
                    .body("results.id", contains("begun second"))
                    .extract()
                    .path("next");
            late.commit();
            since(As.trustLeader(), next).body("results.id", contains("begun first"));
        }
    }

    /** While one reader gives positions, another waits, and goes by none that is not committed. */
    @Test
    void twoReadersAtOnceGiveEachPositionOnce() throws Exception {
        String from = now(As.trustLeader());
        done(900001, "first");
        try (Connection reader = Given.withoutIdentity();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select number_changes(now())");
            CompletableFuture<List<String>> other = CompletableFuture.supplyAsync(
                    () -> since(As.trustLeader(), from).extract().path("results.id"));
            done(900001, "second");
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                while (Given.number("select count(*) from pg_locks where not granted") == 0) {
                    Thread.onSpinWait();
                }
            });
            reader.commit();
            assertEquals(List.of("first", "second"), other.get());
        }
        assertEquals(
                Given.number("select count(*) from change_item"),
                Given.number("select count(distinct position) from change_item"));
    }

    @Test
    void theCursorIsOpaqueAndNeverTheSame() {
        String one = now(As.head(900001));
        String same = now(As.head(900001));
        for (int at = 0; at < 1000; at += 100) {
            done(900002, "hidden " + at);
        }
        String after = now(As.head(900001));
        assertNotEquals(one, same);
        assertEquals(one.length(), after.length());
        since(As.head(900001), one).body("results", empty());
    }

    @Test
    void aCursorThatIsNoneIsRefusedWithItsPath() {
        String real = now(As.head(900001));
        String changed = (real.startsWith("A") ? "B" : "A") + real.substring(1);
        for (String wrong : List.of("0", "12", "no cursor", changed, real.substring(4), "x".repeat(112))) {
            As.head(900001)
                    .queryParam("since", wrong)
                    .get(CHANGES)
                    .then()
                    .statusCode(400)
                    .body("errors[0].path", equalTo("/since"));
        }
        As.head(900001).queryParam("limit", 201).get(CHANGES).then().statusCode(422);
        As.head(900001).queryParam("limit", 0).get(CHANGES).then().statusCode(422);
    }

    @Test
    void whatIsOlderThanItIsKeptIsGoneAndSaysSo() {
        done(900001, "old");
        String old = now(As.head(900001));
        done(900001, "older than the next");
        now(As.head(900001));
        log.forget(Instant.now().plus(401, ChronoUnit.DAYS));
        As.head(900001)
                .queryParam("since", old)
                .get(CHANGES)
                .then()
                .statusCode(410)
                .body("type", equalTo("urn:uplift:problem:gone"))
                .body("detail", containsString("since=now"));
        since(As.head(900001), null).body("results", empty());
        String fresh = now(As.head(900001));
        done(900001, "new");
        since(As.head(900001), fresh).body("results.id", contains("new"));
        since(As.head(900001), null).body("results.id", contains("new"));
    }

    @Test
    void whatIsYoungEnoughStays() {
        done(900001, "young");
        String from = now(As.head(900001));
        log.forget(Instant.now().plus(399, ChronoUnit.DAYS));
        since(As.head(900001), from).body("results", empty());
        since(As.head(900001), null).body("results.id", contains("young"));
    }

    /** A cursor of what was lost would pass over what gets its positions anew. */
    @Test
    void aDatabaseThatWasPutBackSaysSo() {
        done(900001, "kept");
        String kept = now(As.head(900001));
        long head = Given.number("select head from change_log");
        done(900001, "lost");
        String lost = now(As.head(900001));
        Given.run("delete from change_item where position > ?", head);
        Given.run(
                "update change_log set head = ?, head_id = (select id from change_item where position = ?)",
                head,
                head);
        As.head(900001).queryParam("since", lost).get(CHANGES).then().statusCode(410);
        done(900001, "done again");
        since(As.head(900001), kept).body("results.id", contains("done again"));
        As.head(900001).queryParam("since", lost).get(CHANGES).then().statusCode(410);
    }

    @Test
    void everybodySeesTheItemsOfTheLinesThatTheySee() {
        UUID committee = Given.committee("Committee", 900001);
        Planned.complete(() -> As.head(900001), 900001);
        Planned.cycle(As.trustLeader(), 0);
        raise("behaviour");
        As.trustLeader()
                .contentType("application/json")
                .body("{\"kind\":\"development\",\"name\":\"Other\",\"schools\":[]}")
                .post("/api/v1/committees");
        Map<String, Supplier<RequestSpecification>> people = Map.of(
                "trust leader", As::trustLeader,
                "head", () -> As.head(900001),
                "head of another school", () -> As.head(900002),
                "system leader", () -> As.inSchool("system.leader", "system-leader", 900001),
                "safeguarding lead", () -> As.safeguardingLead(900001),
                "member", () -> As.inCommittee("member", "committee-member", committee),
                "trustee", () -> As.inTrust("trustee", "trustee"),
                "data manager", As::dataManager,
                "administrator", As::administrator,
                "somebody without a membership", () -> As.user("nowhere", "school-leader"));
        people.forEach((who, as) -> {
            List<String> lines = as.get()
                    .queryParam("pageSize", 200)
                    .get("/api/v1/activity")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("results.collect { it.subject + ' ' + it.subjectId }");
            List<String> items = since(as.get(), null)
                    .extract()
                    .path("results.findAll { it.kind != 'outcome' }.collect { it.kind + ' ' + it.id }");
            assertEquals(new TreeSet<>(lines), new TreeSet<>(items), who);
        });
        assertTrue(
                since(As.head(900001), null).extract().<List<?>>path("results").size() > 5);
        since(As.user("nowhere", "school-leader"), null).body("results", empty());
    }

    @Test
    void whoHasNoRecordOfActivitiesSeesTheKindsThatTheyRead() {
        done(900001, "a cycle");
        Given.run(
                "insert into activity (id, at, person_id, actor, subject, subject_id, summary, changes)"
                        + " select gen_random_uuid(), now(), ?, 'x', subject, subject, 'changed it', '[]'"
                        + " from unnest(array['TERM_DATES', 'DELEGATION', 'MEMBERSHIP', 'SCHOOL']) subject",
                Given.person("head.900001"));
        As.inTrust("analyst", "analyst").get("/api/v1/activity").then().statusCode(403);
        since(As.inTrust("analyst", "analyst"), null)
                .body("results.kind", containsInAnyOrder("term-dates", "delegation"));
        As.anonymous().get(CHANGES).then().statusCode(401);
    }

    @Test
    void anAnalystIsToldWhatOfDataSetsHasChangedInTheirSchools() throws SQLException {
        As.inSchool("partner.analyst", "analyst", 900001);
        RequestSpecification[] analysts = {As.inTrust("analyst", "analyst"), As.user("partner.analyst", "analyst")};
        try (Connection push = Given.ofOwner();
                Statement statement = push.createStatement()) {
            statement.execute(outcome(900001, "ALL"));
            statement.execute(outcome(900002, "ALL"));
        }
        since(analysts[0], null)
                .body("results.kind", everyItem(equalTo("outcome")))
                .body("results.schoolUrn", containsInAnyOrder(900001, 900002));
        since(analysts[1], null).body("results.schoolUrn", contains(900001));
    }

    @Test
    void outcomesAreToldBySchoolMeasureAndYearOnceForATransaction() throws SQLException {
        String from = now(As.head(900001));
        try (Connection push = Given.ofOwner();
                Statement statement = push.createStatement()) {
            push.setAutoCommit(false);
            for (String group : List.of("ALL", "FEMALE", "MALE")) {
                statement.execute(outcome(900001, group));
            }
            statement.execute("update outcome set symbol = 'z' where school_urn = 900001");
            statement.execute(outcome(900002, "ALL"));
            push.commit();
        }
        since(As.head(900001), from)
                .body("results.kind", contains("outcome"))
                .body("results.id", contains("KS2_RWM_EXP 2024/2025"))
                .body("results.what", contains("changed"))
                .body("results.schoolUrn", contains(900001));
        String address = since(As.trustLeader(), from)
                .body("results.schoolUrn", containsInAnyOrder(900001, 900002))
                .extract()
                .path("results.find { it.schoolUrn == 900001 }.href");
        assertEquals("/api/v1/schools/900001/outcomes?measureCode=KS2_RWM_EXP&academicYear=2024%2F2025", address);
        As.head(900001)
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .body("results", not(empty()));
        String between = now(As.head(900001));
        Given.run("update outcome set symbol = 'x' where school_urn = 900001 and pupil_group = 'FEMALE'");
        since(As.head(900001), between).body("results.id", contains("KS2_RWM_EXP 2024/2025"));
        // Who is safeguarding lead reads no outcomes.
        since(As.safeguardingLead(900001), from).body("results", empty());
    }

    private static String outcome(int urn, String group) {
        return "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,"
                + " symbol, result_status, dated) values (" + urn + ", 'KS2_RWM_EXP', 2024, 'summer', '6', '" + group
                + "', 'published', 'x', 'final', date '2025-07-04')";
    }

    @Test
    void theNeedThatIsComputedByNightIsTold() {
        String from = now(As.head(900001));
        As.trustLeader().contentType("application/json").body("{}").post("/api/v1/need-assessments");
        ValidatableResponse told = since(As.head(900001), from)
                .body("results.kind", contains("need"))
                .body("results.what", contains("created"));
        As.head(900001)
                .get(told.extract().<String>path("results[0].href"))
                .then()
                .statusCode(200)
                .body("assessment.schoolUrn", equalTo(900001));
        String after = now(As.head(900001));
        As.trustLeader().contentType("application/json").body("{}").post("/api/v1/need-assessments");
        since(As.head(900001), after).body("results", empty());
    }

    private static String raise(String category) {
        return As.head(900001)
                .contentType("application/json")
                .body("{\"schoolUrn\":900001,\"category\":\"" + category
                        + "\",\"severity\":\"high\",\"title\":\"A fight\",\"summary\":\"In the yard\"}")
                .post(CONCERNS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void aRestrictedConcernIsNoItemForWhoMayNotSeeIt() {
        String from = now(As.trustLeader());
        String restricted = raise("safeguarding");
        since(As.safeguardingLead(900001), from)
                .body("results.kind", contains("concern"))
                .body("results.id", contains(restricted));
        Map<String, Supplier<RequestSpecification>> others = Map.of(
                "trust leader",
                As::trustLeader,
                "who raised it",
                () -> As.head(900001),
                "safeguarding lead elsewhere",
                () -> As.safeguardingLead(900002),
                "administrator",
                As::administrator);
        others.forEach((who, as) -> {
            String answer = since(as.get(), from).extract().asString();
            assertFalse(answer.contains(restricted), who);
            assertFalse(answer.contains("\"concern\""), who);
        });
        done(900001, "after it");
        As.trustLeader()
                .queryParams("since", from, "limit", 1)
                .get(CHANGES)
                .then()
                .body("results.id", contains("after it"))
                .body("more", equalTo(false));
    }

    @Test
    void aConcernThatBecomesRestrictedIsWithdrawnFromTheFeed() {
        String from = now(As.trustLeader());
        String id = raise("behaviour");
        since(As.trustLeader(), from).body("results.id", contains(id));
        As.safeguardingLead(900001)
                .header("If-Match", "*")
                .contentType("application/json")
                .body("{\"restricted\":true,\"reason\":\"There is a history of harm\"}")
                .post(CONCERNS + "/" + id + "/restriction")
                .then()
                .statusCode(200);
        since(As.trustLeader(), from).body("results", empty());
        since(As.head(900001), from).body("results", empty());
        since(As.safeguardingLead(900001), from).body("results.id", contains(id, id));
        assertEquals(0, Given.number("select count(*) from webhook_delivery"));
    }

    @Test
    void aPageCostsTheSameHoweverMuchThereIs() {
        String from = now(As.head(900001));
        done(900001, "one");
        long few = statements(from);
        for (int at = 0; at < 60; at++) {
            done(900001, "many " + at);
            done(900002, "hidden " + at);
        }
        raise("safeguarding");
        assertEquals(few, statements(from));
    }

    private long statements(String from) {
        sessions.getStatistics().setStatisticsEnabled(true);
        sessions.getStatistics().clear();
        since(As.head(900001), from);
        return sessions.getStatistics().getPrepareStatementCount();
    }

    @Test
    void theApplicationCanWriteNothingIntoTheFeed() throws SQLException {
        done(900001, "one");
        try (Connection application = Given.withoutIdentity();
                Statement statement = application.createStatement()) {
            for (String sql : List.of(
                    "delete from change_item",
                    "update change_item set position = 1",
                    "insert into change_item (id) values (gen_random_uuid())",
                    "update change_log set head = 0",
                    "select log_change('CYCLE', 'x', 900001, null, 'CHANGED', now(), null)")) {
                org.junit.jupiter.api.Assertions.assertThrows(SQLException.class, () -> statement.execute(sql), sql);
            }
        }
        since(As.trustLeader(), null).body("results", hasSize(1));
    }
}
