package org.uplift.concern;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Board;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class ConcernResourceTest {
    private static final String CONCERNS = "/api/v1/concerns";
    private static final String SUMMARY = "Nine pupils of year 5 have missed three Fridays in a row.";

    @BeforeEach
    void schools() {
        Given.school(900001);
        Given.school(900002);
    }

    private static RequestSpecification head() {
        return As.head(900001);
    }

    private static RequestSpecification secondTrustLeader() {
        return As.inTrust("trust.leader.2", "trust-leader");
    }

    private static ValidatableResponse post(RequestSpecification as, String path, String body) {
        return as.contentType("application/json").body(body).post(path).then();
    }

    private static String body(String severity) {
        return "{\"schoolUrn\":900001,\"category\":\"attendance\",\"severity\":\"" + severity
                + "\",\"title\":\"Absence on Fridays\",\"summary\":\"" + SUMMARY + "\"}";
    }

    private static String raised(RequestSpecification as, String severity) {
        return post(as, CONCERNS, body(severity)).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse read(RequestSpecification as, String id) {
        return as.get(CONCERNS + "/" + id).then();
    }

    private static ValidatableResponse move(RequestSpecification as, String id, String to, String body) {
        return post(as.header("If-Match", "*"), CONCERNS + "/" + id + "/" + to, body);
    }

    private static ValidatableResponse settle(RequestSpecification as, String id, String body) {
        return as.header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(CONCERNS + "/" + id)
                .then();
    }

    private static String closing() {
        return "{\"outcome\":\"resolved\",\"summary\":\"All families were seen, and Fridays are as other days.\"}";
    }

    @Test
    void whoHasARoleAtTheSchoolRaisesAndWhoLeadsItReads() {
        String id = post(head(), CONCERNS, body("moderate"))
                .statusCode(201)
                .header("Location", containsString(CONCERNS + "/"))
                .body("reference", startsWith("C-"))
                .body("category", equalTo("attendance"))
                .extract()
                .path("id");
        read(head(), id)
                .statusCode(200)
                .body("title", equalTo("Absence on Fridays"))
                .body("summary", equalTo(SUMMARY))
                .body("severity", equalTo("moderate"))
                .body("status", equalTo("open"))
                .body("direction", equalTo("steady"))
                .body("raisedBy", equalTo("Account head.900001"))
                .body("restricted", equalTo(false))
                .body("handled", equalTo(true));
        read(As.trustLeader(), id).statusCode(200);
        read(As.safeguardingLead(900001), id).statusCode(200);
        As.trustLeader()
                .get(CONCERNS + "?schoolUrn=900001&open=true&sort=severity")
                .then()
                .body("results.title", contains("Absence on Fridays"))
                .body("results[0].summary", nullValue())
                .body("paging.totalResults", equalTo(1));
        As.trustLeader().get(CONCERNS + "?schoolUrn=900002").then().body("results", hasSize(0));
    }

    @Test
    void whoMayRaiseButNotReadKeepsTheReceipt() {
        Supplier<RequestSpecification> data = () -> As.inSchool("data.900001", "data-manager", 900001);
        String id = raised(data.get(), "low");
        read(data.get(), id).statusCode(404);
        data.get().get(CONCERNS).then().statusCode(200).body("results", hasSize(0));
        data.get()
                .get("/api/v1/concern-receipts")
                .then()
                .body("results.id", contains(id))
                .body("results[0].categoryLabel", equalTo("Attendance"))
                .body("results[0].schoolName", equalTo("School 900001"));
        head().get("/api/v1/concern-receipts").then().body("results", hasSize(0));
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        String id = raised(head(), "low");
        for (String path : List.of("", "/entries", "/actions", "/owners")) {
            As.anonymous().get(CONCERNS + "/" + id + path).then().statusCode(401);
            As.head(900002).get(CONCERNS + "/" + id + path).then().statusCode(404);
            As.inTrust("trustee", "trustee")
                    .get(CONCERNS + "/" + id + path)
                    .then()
                    .statusCode(404);
            As.user("analyst", "analyst").get(CONCERNS + "/" + id + path).then().statusCode(403);
            As.administrator().get(CONCERNS + "/" + id + path).then().statusCode(403);
        }
        As.inTrust("trustee", "trustee").get(CONCERNS).then().statusCode(200).body("results", hasSize(0));
        post(As.anonymous(), CONCERNS, body("low")).statusCode(401);
        post(As.head(900002), CONCERNS, body("low")).statusCode(404);
        post(As.inTrust("trustee", "trustee"), CONCERNS, body("low")).statusCode(403);
        post(As.administrator(), CONCERNS, body("low")).statusCode(403);
        move(As.head(900002), id, "severity", "{\"severity\":\"high\",\"rationale\":\"More\"}")
                .statusCode(404);
        move(As.head(900002), id, "closure", closing()).statusCode(404);
    }

    @Test
    void whatIsNotAsItShouldBeIsNamed() {
        post(head(), CONCERNS, body("grave")).statusCode(422).body("errors.path", contains("/severity"));
        post(head(), CONCERNS, body("low").replace("attendance", "weather"))
                .statusCode(422)
                .body("errors.path", contains("/category"));
        post(head(), CONCERNS, body("low").replace("Absence on Fridays", " "))
                .statusCode(422)
                .body("errors.path", contains("/title"));
        String id = raised(head(), "low");
        settle(head(), id, "{\"ownerPersonId\":\"" + UUID.randomUUID() + "\"}")
                .statusCode(422)
                .body("errors.path", contains("/ownerPersonId"));
        settle(head(), id, "{\"source\":\"a bird\"}").statusCode(422).body("errors.path", contains("/source"));
        head().contentType("application/merge-patch+json")
                .body("{\"reviewOn\":\"2026-12-01\"}")
                .patch(CONCERNS + "/" + id)
                .then()
                .statusCode(428);
        post(
                        head().header("If-Match", "\"7\""),
                        CONCERNS + "/" + id + "/severity",
                        "{\"severity\":\"high\",\"rationale\":\"More\"}")
                .statusCode(412)
                .body("current.severity", equalTo("low"));
        move(head(), id, "severity", "{\"severity\":\"high\"}")
                .statusCode(422)
                .body("errors.path", contains("/rationale"));
        move(head(), id, "severity", "{\"severity\":\"low\",\"rationale\":\"As before\"}")
                .statusCode(409);
        move(head(), id, "status", "{\"status\":\"closed\"}").statusCode(422).body("errors.path", contains("/status"));
    }

    @Test
    void everyChangeOfSeverityKeepsItsRationaleAndGivesTheDirection() {
        String id = raised(head(), "low");
        move(head(), id, "severity", "{\"severity\":\"moderate\",\"rationale\":\"Five more families\"}")
                .statusCode(200)
                .body("direction", equalTo("worsening"));
        move(head(), id, "severity", "{\"severity\":\"low\",\"rationale\":\"Four came\"}")
                .body("direction", equalTo("improving"));
        head().get(CONCERNS + "/" + id + "/entries")
                .then()
                .body("results.kind", contains("severity", "severity"))
                .body("results.text", contains("Four came", "Five more families"))
                .body("results[1].from", equalTo("low"))
                .body("results[1].to", equalTo("moderate"))
                .body("results.author", hasItem("Account head.900001"));
    }

    @Test
    void aLineOfTheChronologyIsPutRightByAnother() {
        String id = raised(head(), "low");
        String first = post(
                        head(),
                        CONCERNS + "/" + id + "/entries",
                        "{\"text\":\"Six of ten came\",\"happenedOn\":\"2026-01-20\"}")
                .statusCode(201)
                .extract()
                .path("id");
        post(head(), CONCERNS + "/" + id + "/entries", "{\"text\":\"Six of nine came\",\"corrects\":\"" + first + "\"}")
                .statusCode(201)
                .body("text", nullValue());
        head().get(CONCERNS + "/" + id + "/entries")
                .then()
                .body("results.text", contains("Six of nine came", "Six of ten came"))
                .body("results[0].corrects", equalTo(first));
        post(head(), CONCERNS + "/" + id + "/entries", "{\"text\":\"Six\",\"corrects\":\"" + UUID.randomUUID() + "\"}")
                .statusCode(422)
                .body("errors.path", contains("/corrects"));
        post(head(), CONCERNS + "/" + id + "/entries", "{\"text\":\"To come\",\"happenedOn\":\"2099-01-20\"}")
                .statusCode(422)
                .body("errors.path", contains("/happenedOn"));
        assertEquals(
                0,
                Given.number(
                        "select count(*) from pg_tables where tablename = 'concern_entry' and (has_table_privilege("
                                + "'uplift_app', 'concern_entry', 'update') or has_table_privilege('uplift_app', 'concern_entry', 'delete'))"));
    }

    @Test
    void itClosesWhenItsActionsAreDoneAndIsReopenedWithAReason() {
        String id = raised(head(), "moderate");
        String action = post(
                        head(),
                        CONCERNS + "/" + id + "/actions",
                        "{\"title\":\"Call the families\",\"dueOn\":\"2026-01-30\",\"leadPersonId\":\""
                                + Given.person("head.900001") + "\"}")
                .statusCode(201)
                .extract()
                .path("id");
        read(head(), id).body("openActions", equalTo(1)).body("nextActionOn", equalTo("2026-01-30"));
        move(head(), id, "closure", closing()).statusCode(409).body("detail", containsString("actions is open"));
        head().header("If-Match", "\"0\"")
                .contentType("application/merge-patch+json")
                .body("{\"doneOn\":\"2026-01-29\"}")
                .patch("/api/v1/concern-actions/" + action)
                .then()
                .statusCode(200)
                .body("doneOn", equalTo("2026-01-29"))
                .body("title", equalTo("Call the families"));
        move(head(), id, "closure", "{\"outcome\":\"resolved\",\"summary\":\"Done.                    \"}")
                .statusCode(422)
                .body("errors.path", contains("/summary"));
        move(head(), id, "closure", closing())
                .statusCode(200)
                .body("status", equalTo("closed"))
                .body("outcomeLabel", equalTo("Resolved"))
                .body("closedBy", equalTo("Account head.900001"))
                .body("closingSummary", startsWith("All families"));
        post(head(), CONCERNS + "/" + id + "/entries", "{\"text\":\"One more\"}")
                .statusCode(409);
        settle(head(), id, "{\"reviewOn\":\"2026-12-01\"}").statusCode(409);
        move(head(), id, "reopening", "{}").statusCode(422);
        move(head(), id, "reopening", "{\"reason\":\"It began again\"}")
                .statusCode(200)
                .body("status", equalTo("open"))
                .body("outcome", nullValue());
        head().get(CONCERNS + "/" + id + "/entries")
                .then()
                .body("results.text", hasItems("It began again", "Call the families"));
    }

    @Test
    void aHighOneIsClosedByATrustLeaderWhoDoesNotOwnIt() {
        String id = raised(head(), "high");
        settle(As.trustLeader(), id, "{\"ownerPersonId\":\"" + Given.person("trust.leader") + "\"}")
                .statusCode(200)
                .body("ownerName", equalTo("Account trust.leader"))
                .body("closable", equalTo(false));
        secondTrustLeader();
        move(head(), id, "closure", closing())
                .statusCode(200)
                .body("status", equalTo("open"))
                .body("closingAsked", equalTo(true))
                .body("closable", equalTo(false));
        move(head(), id, "closure", closing()).statusCode(409);
        move(As.trustLeader(), id, "return", "{\"reason\":\"Not yet\"}").statusCode(403);
        secondTrustLeader()
                .get("/api/v1/me/work")
                .then()
                .body("results.kind", hasItem("concern-to-close"))
                .body("results.reason", hasItem("Account head.900001 asks for your agreement to close it."));
        move(secondTrustLeader(), id, "return", "{\"reason\":\"Two families were not seen\"}")
                .statusCode(200)
                .body("closingAsked", equalTo(false));
        move(head(), id, "closure", closing()).statusCode(200);
        move(secondTrustLeader(), id, "closure", closing()).statusCode(200).body("status", equalTo("closed"));
    }

    @Test
    void ofACriticalOneThatIsClosedTheBoardIsToldThatAndNoMore() {
        Board board = Board.of("trustee.2");
        String id = raised(head(), "critical");
        settle(As.trustLeader(), id, "{\"ownerPersonId\":\"" + Given.person("trust.leader") + "\"}")
                .statusCode(200);
        secondTrustLeader();
        move(head(), id, "closure", closing()).statusCode(200);
        move(secondTrustLeader(), id, "closure", closing()).statusCode(200).body("status", equalTo("closed"));
        Planned.post(
                        board.clerk().header("If-Match", "*"),
                        "/api/v1/meetings/" + board.meeting() + "/preparation",
                        "{}")
                .body(
                        "items.findAll { it.title.contains('concern') }.title",
                        contains("For information: the closing of a critical concern, agreed by a trust leader"))
                .body("items.link", not(hasItem(containsString(id))));
        board.trustee("trustee.2").get("/api/v1/me/notifications").then().body("unread", equalTo(0));
        Given.run("truncate agenda_item cascade");
        Given.run("update concern set restricted = true where id = cast(? as uuid)", id);
        Planned.post(
                        board.clerk().header("If-Match", "*"),
                        "/api/v1/meetings/" + board.meeting() + "/preparation",
                        "{}")
                .body("items.findAll { it.title.contains('concern') }.title", hasSize(0));
    }

    @Test
    void whoHasLoweredItDoesNotCloseItAlone() {
        String id = raised(head(), "high");
        As.trustLeader();
        for (String lower : List.of("moderate", "low")) {
            move(head(), id, "severity", "{\"severity\":\"" + lower + "\",\"rationale\":\"Less of it\"}")
                    .statusCode(200)
                    .body("closable", equalTo(false));
        }
        move(head(), id, "closure", closing())
                .statusCode(200)
                .body("status", equalTo("open"))
                .body("closingAsked", equalTo(true));
        As.trustLeader().get("/api/v1/me/work").then().body("results.kind", hasItem("concern-to-close"));
        move(As.trustLeader(), id, "closure", closing()).statusCode(200).body("status", equalTo("closed"));
    }

    @Test
    void graveOnesAreTheTrustLeadersToKnowOf() {
        As.trustLeader();
        String high = raised(head(), "high");
        String low = raised(head(), "low");
        As.trustLeader()
                .get("/api/v1/me/work")
                .then()
                .body("results.subject.id", hasItem(high))
                .body("results.subject.id", not(hasItem(low)))
                .body("results.find { it.kind == 'concern' }.title", startsWith("Attendance, C-"));
        As.trustLeader()
                .get("/api/v1/me/notifications")
                .then()
                .body("results.kind", contains("concern-raised"))
                .body("results[0].title", equalTo("Concern about attendance"));
        read(As.trustLeader(), high).body("ownerDueOn", not(nullValue()));
        read(As.trustLeader(), low).body("ownerDueOn", nullValue());
    }

    @Test
    void duplicatesGoOnAsOne() {
        String first = raised(head(), "low");
        String second = raised(head(), "low");
        String elsewhere = post(As.head(900002), CONCERNS, body("low").replace("900001", "900002"))
                .statusCode(201)
                .extract()
                .path("id");
        move(As.trustLeader(), second, "merging", "{\"into\":\"" + elsewhere + "\"}")
                .statusCode(422)
                .body("errors.path", contains("/into"));
        move(head(), second, "merging", "{\"into\":\"" + second + "\"}").statusCode(422);
        move(head(), raised(head(), "high"), "merging", "{\"into\":\"" + first + "\"}")
                .statusCode(409)
                .body("detail", containsString("less grave"));
        move(head(), second, "merging", "{\"into\":\"" + first + "\",\"reason\":\"The same families\"}")
                .statusCode(200)
                .body("status", equalTo("closed"))
                .body("mergedInto", equalTo(first));
        head().get(CONCERNS + "/" + first + "/entries")
                .then()
                .body("results.kind", contains("merge"))
                .body("results.text", contains("The same families"));
        move(head(), second, "reopening", "{\"reason\":\"Not the same\"}").statusCode(409);
    }

    @Test
    void whatPeopleWroteIsSealedInTheDatabase() {
        String id = raised(head(), "low");
        post(head(), CONCERNS + "/" + id + "/entries", "{\"text\":\"Six of nine came\"}")
                .statusCode(201);
        for (String word : List.of("Friday", "nine came")) {
            for (String table : List.of("concern", "concern_entry", "activity", "notification", "idempotency")) {
                assertEquals(
                        0,
                        Given.number("select count(*) from " + table + " t where t::text like '%" + word
                                + "%' or encode(convert_to(t::text, 'UTF8'), 'hex') like '%' || encode('" + word
                                + "', 'hex') || '%' or t::text like '%' || encode('" + word + "', 'hex') || '%'"),
                        table);
            }
        }
    }

    @Test
    void whatIsWrittenIsKeptForItsWriterAloneUntilItIsRaised() {
        String path = "/api/v1/me/concern-draft";
        head().get(path).then().statusCode(200).body("title", nullValue());
        head().contentType("application/json")
                .body("{\"category\":\"attendance\",\"title\":\"Absence on Fridays\"}")
                .put(path)
                .then()
                .statusCode(200);
        head().get(path).then().body("title", equalTo("Absence on Fridays"));
        As.trustLeader().get(path).then().statusCode(200).body("title", nullValue());
        As.anonymous().get(path).then().statusCode(401);
        As.inTrust("trustee", "trustee").get(path).then().statusCode(403);
        assertEquals(
                0, Given.number("select count(*) from concern_draft where position('Friday'::bytea in content) > 0"));
        raised(head(), "low");
        head().get(path).then().body("title", nullValue());
        head().contentType("application/json")
                .body("{\"title\":\"Another\"}")
                .put(path)
                .then()
                .statusCode(200);
        head().delete(path).then().statusCode(204);
        head().get(path).then().body("title", nullValue());
    }

    @Test
    void acrossSchoolsThemesAgesAndOwnersAreCounted() {
        raised(head(), "low");
        raised(head(), "high");
        post(As.head(900002), CONCERNS, body("low").replace("900001", "900002")).statusCode(201);
        post(head(), CONCERNS, body("critical").replace("attendance", "safeguarding"))
                .statusCode(201);
        String closed = raised(head(), "low");
        move(head(), closed, "closure", closing()).statusCode(200);
        As.trustLeader()
                .get("/api/v1/concern-themes")
                .then()
                .statusCode(200)
                .body("themes.category", contains("attendance"))
                .body("themes[0].open", equalTo(3))
                .body("themes[0].grave", equalTo(1))
                .body("themes[0].schools", equalTo(2))
                .body("ageing.open", contains(3, 0, 0, 0))
                .body("owners.open", contains(3))
                .body("schools.open", contains(2, 1));
        As.safeguardingLead().get("/api/v1/concern-themes").then().body("themes.category", contains("attendance"));
        As.head(900002).get("/api/v1/concern-themes").then().body("themes[0].open", equalTo(1));
        As.anonymous().get("/api/v1/concern-themes").then().statusCode(401);
        As.inTrust("trustee", "trustee").get("/api/v1/concern-themes").then().statusCode(403);
    }

    @Test
    void aRepeatedRequestRaisesNothingMore() {
        for (int time = 0; time < 2; time++) {
            post(head().header("Idempotency-Key", "once"), CONCERNS, body("low"))
                    .statusCode(201);
        }
        head().get(CONCERNS).then().body("paging.totalResults", equalTo(1));
    }

    @Test
    void activitiesTellThatAndNotWhat() {
        String id = raised(head(), "low");
        move(head(), id, "severity", "{\"severity\":\"moderate\",\"rationale\":\"Five more families\"}")
                .statusCode(200);
        head().get("/api/v1/activity?subject=concern&subjectId=" + id)
                .then()
                .body("results.summary", contains("changed the severity of the concern", "raised a concern"))
                .body("results.reason", contains(nullValue(), nullValue()));
        As.inTrust("trustee", "trustee")
                .get("/api/v1/activity?subject=concern")
                .then()
                .statusCode(200)
                .body("results", hasSize(0));
    }
}
