package org.uplift.pack;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.committee.Seats;
import org.uplift.platform.Words;
import org.uplift.school.AcademicYear;
import org.uplift.testing.Accessible;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class PackResourceTest {
    private static final String PATH = "/api/v1/packs";
    private static final LocalDate TODAY = LocalDate.now();
    private static final int YEAR = AcademicYear.of(TODAY).start();
    private static final String SOON = TODAY.plusDays(10).toString();
    private Seats seats;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    void committee() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        seats = Seats.ofAlder();
        As.head(900001);
    }

    private String build(RequestSpecification as, String meeting) {
        return Planned.post(as, PATH, "{\"meetingId\":\"" + meeting + "\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private byte[] bytes(String pack, String what) {
        return seats.member()
                .get(PATH + "/" + pack + "/" + what)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private String plan() {
        String cycle = Planned.complete(() -> As.head(900001), 900001);
        Given.run("update cycle set academic_year = ? where id = cast(? as uuid)", YEAR, cycle);
        return As.head(900001)
                .get("/api/v1/cycles/" + cycle + "/priorities")
                .then()
                .extract()
                .path("results[0].id");
    }

    private static void outcome(String group, double value, int pupils) {
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source, value,"
                        + " cohort_size, coverage, result_status, confidence_lower, confidence_upper, dated) values (900001,"
                        + " 'KS2_RWM_EXP', ?, 'summer', '6', ?, 'computed', ?, ?, 1, 'final', ?, ?, ?)",
                YEAR - 1,
                group,
                value,
                pupils,
                value - 5,
                value + 5,
                Date.valueOf(LocalDate.of(YEAR, 7, 7)));
    }

    @Test
    void itTellsOfTheSchoolsOfTheCommitteeExceptionsFirst() {
        plan();
        outcome("ALL", 40, 30);
        Given.run(
                "insert into benchmark (measure_code, academic_year, assessment_point, pupil_group, area, area_code, value)"
                        + " values ('KS2_RWM_EXP', ?, 'summer', 'ALL', 'england', 0, 61)",
                YEAR - 1);
        seats.challenge(seats.member(), "head.900001");
        String meeting = seats.meeting(SOON);
        Seats.post(seats.clerk(), "/api/v1/meetings/" + meeting + "/preparation", "")
                .statusCode(200);
        String pack = build(seats.clerk(), meeting);
        seats.member()
                .get(PATH + "/" + pack)
                .then()
                .statusCode(200)
                .body("committeeName", equalTo("Committee of Alder"))
                .body("number", equalTo(1))
                .body("asAt", equalTo(TODAY.toString()))
                .body("schools", equalTo(1))
                .body("superseded", equalTo(false))
                .body("previousId", nullValue());
        seats.member()
                .get(PATH + "/" + pack + "/content")
                .then()
                .statusCode(200)
                .body("schools.name", contains("Alder Primary"))
                .body("schools[0].priorities.title", hasItem("Reading"))
                .body("schools[0].outcomes.value", contains("40%"))
                .body("schools[0].outcomes.england", contains("61%"))
                .body("schools[0].concerns.open", equalTo("0"))
                .body("exceptions.kind", hasItem("behind-england"))
                .body("exceptions.kind", not(hasItem("no-plan")))
                .body("challenges.question", contains("Why has absence risen?"))
                .body("agenda.title", hasItem("Confidential item"))
                .body("agenda.title", not(hasItem("Confidential items")))
                .body("trust", hasSize(0));
        seats.member()
                .get("/api/v1/me/work")
                .then()
                .body("results.find { it.kind == 'pack' }.subject.id", equalTo(pack));
        As.trustLeader()
                .get("/api/v1/activity?subject=meeting&subjectId=" + meeting)
                .then()
                .body("results.find { it.summary.startsWith('built pack 1') }.reason", containsString("SHA-256"));
    }

    @Test
    void itReadsTheSameWhateverHappensAfterwards() {
        String priority = plan();
        outcome("ALL", 40, 30);
        String meeting = seats.meeting(SOON);
        String pack = build(seats.clerk(), meeting);
        byte[] content = bytes(pack, "content");
        byte[] document = bytes(pack, "document");
        String hash = seats.member().get(PATH + "/" + pack).then().extract().path("contentSha256");
        assertEquals(hash, Frozen.of(content).sha256());
        Seats.patch(As.head(900001), "/api/v1/priorities/" + priority, "{\"title\":\"Writing\"}")
                .statusCode(200);
        Given.run("update outcome set value = 90");
        Given.run("update school set name = 'Another name' where urn = 900001");
        assertArrayEquals(content, bytes(pack, "content"));
        assertArrayEquals(document, bytes(pack, "document"));
        seats.member()
                .header("If-None-Match", "\"" + hash + "\"")
                .get(PATH + "/" + pack + "/content")
                .then()
                .statusCode(304);
        seats.member()
                .get(PATH + "/" + pack + "/document")
                .then()
                .header("Content-Digest", Frozen.of(document).digest())
                .contentType("application/pdf");
        String second = build(seats.clerk(), meeting);
        assertNotEquals(pack, second);
        seats.member().get(PATH + "/" + pack).then().body("superseded", equalTo(true));
        seats.member().get(PATH + "/" + second).then().body("number", equalTo(2));
        seats.member()
                .get(PATH + "/" + second + "/content")
                .then()
                .body("schools[0].name", equalTo("Another name"))
                .body("schools[0].priorities.title", hasItem("Writing"))
                .body("schools[0].outcomes.value", contains("90%"));
        seats.member()
                .get(PATH + "?meetingId=" + meeting)
                .then()
                .body("results.id", contains(second, pack))
                .body("paging.totalResults", equalTo(2));
    }

    @Test
    void theDatabaseKeepsIt() throws SQLException {
        String pack = build(seats.clerk(), seats.meeting(SOON));
        try (var connection = Given.withoutIdentity();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('uplift.trust', 'on', true)");
            assertThrows(
                    SQLException.class,
                    () -> statement.executeUpdate("delete from pack where id = '" + UUID.fromString(pack) + "'"));
        }
        assertThrows(IllegalStateException.class, () -> Given.run("update pack set content = 'x'"));
        assertThrows(IllegalStateException.class, () -> Given.run("delete from pack"));
    }

    @Test
    void itsDocumentIsAccessibleAndSaysWhatTheDataSay() throws Exception {
        plan();
        outcome("ALL", 40, 30);
        outcome("DISADVANTAGED", 25, 4);
        seats.challenge(seats.member(), "head.900001");
        String meeting = seats.meeting(SOON);
        Seats.post(seats.clerk(), "/api/v1/meetings/" + meeting + "/preparation", "")
                .statusCode(200);
        byte[] bytes = bytes(build(seats.clerk(), meeting), "document");
        Accessible.byTheStandard(bytes);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertEquals(
                    "Pack of Committee of Alder, " + Words.day(LocalDate.parse(SOON)),
                    document.getDocumentInformation().getTitle());
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            for (String said : new String[] {
                "What needs the committee",
                "Alder Primary",
                "Reading, writing and maths: expected standard, year 6 summer",
                "40%",
                "Why has absence risen?",
                "Confidential item",
                "Page 1 of"
            }) {
                assertTrue(text.contains(said), () -> said + " is not in " + text);
            }
            assertFalse(text.contains("25%"), text);
            assertTrue(
                    text.indexOf("What needs the committee") < text.indexOf("Alder Primary"), "exceptions come first");
        }
    }

    /** Whatever else its clerk may see elsewhere. */
    @Test
    void itHoldsWhatAMemberMaySeeAndNothingMore() {
        plan();
        outcome("ALL", 40, 30);
        outcome("DISADVANTAGED", 25, 4);
        String meeting = seats.meeting(SOON);
        String pack = build(seats.clerk(), meeting);
        Given.trustMembership("clerk.alder", "data-manager");
        Given.trustMembership("clerk.alder", "trust-leader");
        String other = build(As.user("clerk.alder", "clerk", "data-manager", "trust-leader"), meeting);
        assertArrayEquals(bytes(pack, "content"), bytes(other, "content"));
        seats.member()
                .get(PATH + "/" + pack + "/content")
                .then()
                .body("schools.urn", contains(900001))
                .body("schools[0].outcomes.disadvantaged", contains("c"));
        seats.member()
                .get("/api/v1/schools/900001/outcomes?measureCode=KS2_RWM_EXP&pupilGroup=DISADVANTAGED")
                .then()
                .body("results.display", contains("c"));
    }

    @Test
    void concernsStandInItByNumberAlone() {
        for (int at = 0; at < 7; at++) {
            Planned.post(
                            As.head(900001),
                            "/api/v1/concerns",
                            "{\"schoolUrn\":900001,\"category\":\"" + (at < 2 ? "parent-complaint" : "attendance")
                                    + "\",\"severity\":\"low\",\"title\":\"Nobody called\",\"summary\":\"Nobody called back\"}")
                    .statusCode(201);
        }
        String pack = build(seats.clerk(), seats.meeting(SOON));
        String content = new String(bytes(pack, "content"), StandardCharsets.UTF_8);
        assertFalse(content.contains("Nobody called"), content);
        seats.member()
                .get(PATH + "/" + pack + "/content")
                .then()
                .body("schools[0].concerns.open", equalTo("7"))
                .body("schools[0].concerns.complaints", equalTo("c"));
    }

    @Test
    void whoMayDoWhat() {
        String meeting = seats.meeting(SOON);
        String body = "{\"meetingId\":\"" + meeting + "\"}";
        UUID other = Given.committee("Committee of Beech", 900002);
        Planned.post(As.anonymous(), PATH, body).statusCode(401);
        Planned.post(seats.member(), PATH, body).statusCode(403);
        Planned.post(As.head(900001), PATH, body).statusCode(403);
        Planned.post(As.trustLeader(), PATH, body).statusCode(403);
        Planned.post(As.inCommittee("clerk.beech", "clerk", other), PATH, body).statusCode(404);
        String pack = build(seats.clerk(), meeting);
        for (String what : List.of("", "/content", "/document", "/comparison")) {
            String path = PATH + "/" + pack + what;
            int right = what.equals("/comparison") ? 422 : 200;
            As.anonymous().get(path).then().statusCode(401);
            As.head(900001).get(path).then().statusCode(403);
            As.inCommittee("stranger", "committee-member", other)
                    .get(path)
                    .then()
                    .statusCode(404);
            seats.member().get(path).then().statusCode(right);
            As.trustLeader().get(path).then().statusCode(right);
        }
        As.inCommittee("stranger", "committee-member", other).get(PATH).then().body("paging.totalResults", equalTo(0));
    }

    @Test
    void ofWhatIsOverNoPackIsBuilt() {
        String meeting = seats.meeting(TODAY.toString());
        Seats.post(seats.clerk(), "/api/v1/meetings/" + meeting + "/status", "{\"status\":\"held\"}")
                .statusCode(200);
        Planned.post(seats.clerk(), PATH, "{\"meetingId\":\"" + meeting + "\"}")
                .statusCode(409)
                .body("detail", containsString("held"));
        String past = seats.meeting(TODAY.minusDays(1).toString());
        Planned.post(seats.clerk(), PATH, "{\"meetingId\":\"" + past + "\"}").statusCode(409);
        Planned.post(seats.clerk(), PATH, "{}").statusCode(422).body("errors[0].path", equalTo("/meetingId"));
        seats.clerk().get("/api/v1/me/work").then().body("results.kind", not(hasItem("pack-to-build")));
        String soon = seats.meeting(SOON);
        seats.clerk()
                .get("/api/v1/me/work")
                .then()
                .body("results.find { it.kind == 'pack-to-build' }.subject.id", equalTo(soon));
        seats.member().get("/api/v1/me/work").then().body("results.kind", not(hasItem("pack-to-build")));
    }

    @Test
    void ofTwoAtOnceTheSecondGetsTheNextNumber() throws Exception {
        String meeting = seats.meeting(SOON);
        RequestSpecification first = seats.clerk();
        RequestSpecification second = seats.clerk();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            try (var connection = Given.withoutIdentity();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("select set_config('uplift.trust', 'on', true)");
                statement.execute("select id from meeting where id = '" + UUID.fromString(meeting) + "' for update");
                both.submit(() -> build(first, meeting));
                both.submit(() -> build(second, meeting));
                assertTrue(waiting(2), "both wait for the meeting");
                connection.rollback();
            }
        }
        seats.member().get(PATH + "?meetingId=" + meeting).then().body("results.number", contains(2, 1));
    }

    private static boolean waiting(int wanted) throws InterruptedException {
        for (int at = 0; at < 500; at++) {
            if (Given.number("select count(*) from pg_locks where not granted") >= wanted) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return false;
    }

    @Test
    void howManySchoolsThereAreAsksForNoMoreStatements() {
        plan();
        outcome("ALL", 40, 30);
        long one = statements(seats.meeting(SOON));
        for (int urn = 900003; urn < 900011; urn++) {
            Given.school(urn);
            Given.run(
                    "insert into committee_school (committee_id, school_urn, valid_from) values (?, ?, date '2024-09-01')",
                    seats.id(),
                    urn);
        }
        As.trustLeader().contentType("application/json").body("{}").post("/api/v1/need-assessments");
        Given.run("insert into outcome select (jsonb_populate_record(o, jsonb_build_object('school_urn', s.urn))).*"
                + " from outcome o, school s where o.school_urn = 900001 and s.urn >= 900003");
        String many = seats.meeting(TODAY.plusDays(11).toString());
        assertEquals(one, statements(many));
        seats.member().get(PATH + "?meetingId=" + many).then().body("results.schools", contains(9));
    }

    private long statements(String meeting) {
        RequestSpecification clerk = seats.clerk();
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        build(clerk, meeting);
        return statistics.getPrepareStatementCount();
    }

    @Test
    void itIsComparedWithThatOfTheMeetingBefore() {
        outcome("ALL", 40, 30);
        String first = build(seats.clerk(), seats.meeting(TODAY.plusDays(1).toString()));
        plan();
        Given.run("update outcome set value = 55");
        String second = build(seats.clerk(), seats.meeting(SOON));
        seats.member()
                .get(PATH + "/" + second + "/comparison")
                .then()
                .statusCode(200)
                .body("with.id", equalTo(first))
                .body("gone.kind", hasItem("no-plan"))
                .body("changes.find { it.area == 'outcome' }.before", containsString("40%"))
                .body("changes.find { it.area == 'outcome' }.now", containsString("55%"))
                .body("changes.find { it.area == 'target' }.before", nullValue());
        seats.member()
                .get(PATH + "/" + first + "/comparison?with=" + second)
                .then()
                .body("appeared.kind", hasItem("no-plan"));
        seats.member()
                .get(PATH + "/" + second + "/comparison?with=" + second)
                .then()
                .body("appeared", hasSize(0))
                .body("gone", hasSize(0))
                .body("changes", hasSize(0));
        Seats beech = new Seats(Given.committee("Committee of Beech", 900002));
        As.inCommittee("clerk.beech", "clerk", beech.id());
        Given.committeeMembership("clerk.alder", "clerk", beech.id());
        String elsewhere = build(seats.clerk(), beech.meeting(SOON));
        seats.clerk()
                .get(PATH + "/" + second + "/comparison?with=" + elsewhere)
                .then()
                .statusCode(422)
                .body("errors[0].path", equalTo("/with"));
    }

    @Test
    void thatOfTheBoardTellsOfTheWholeTrust() {
        UUID board = UUID.randomUUID();
        Given.run("insert into committee (id, kind, name) values (?, 'TRUST_BOARD', 'Trust board')", board);
        Seats seated = new Seats(board);
        As.inCommittee("clerk.board", "clerk", board);
        RequestSpecification clerk = As.user("clerk.board", "clerk");
        String meeting = Planned.post(
                        clerk,
                        "/api/v1/meetings",
                        "{\"committeeId\":\"" + seated.id() + "\",\"terms\":{\"day\":\"" + SOON
                                + "\",\"startsAt\":\"17:30\",\"minutes\":90}}")
                .statusCode(201)
                .extract()
                .path("id");
        String pack = build(As.user("clerk.board", "clerk"), meeting);
        As.user("clerk.board", "clerk")
                .get(PATH + "/" + pack + "/content")
                .then()
                .body("schools.name", contains("Alder Primary", "Beech Primary"));
        seats.member().get(PATH + "/" + pack).then().statusCode(404);
    }
}
