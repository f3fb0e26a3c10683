package org.uplift.pupil;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Jobs;
import org.uplift.testing.UpliftTest;

@UpliftTest
class FilePushTest {
    private static final String INGEST = "/api/v1/ingest/";
    private static final String NDJSON = "application/x-ndjson";

    @BeforeEach
    void schools() {
        Given.school(900001);
        Given.school(900002);
    }

    private static RequestSpecification mis() {
        return As.mis(900001, 900002);
    }

    private static ValidatableResponse send(String kind, String type, String key, String body) {
        return mis().contentType(type)
                .header("Idempotency-Key", key)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(INGEST + kind)
                .then();
    }

    private static ValidatableResponse file(String kind, String type, String body) {
        return Jobs.ended(FilePushTest::mis, send(kind, type, UUID.randomUUID().toString(), body));
    }

    private static ValidatableResponse rows(String kind, List<Map<String, Object>> rows) {
        return rows(kind, rows, "");
    }

    private static ValidatableResponse rows(String kind, List<Map<String, Object>> rows, String query) {
        return mis().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Rows.body(rows))
                .post(INGEST + kind + query)
                .then();
    }

    private static List<Map<String, Object>> pupils(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(serial -> Rows.pupil(900001, serial))
                .toList();
    }

    private static List<Map<String, Object>> tests(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(serial -> Rows.test(900001, serial, "REA", 100 + serial % 20))
                .toList();
    }

    @Test
    void aFileIsTakenInByItsJobAndTheSameKeyGivesItAgain() {
        file("pupils", "text/csv", Rows.csv(pupils(30))).body("counts.created", equalTo(30));
        String csv = Rows.csv(tests(30));
        String job = Jobs.ended(FilePushTest::mis, send("assessment-results", "text/csv", "once", csv))
                .body("counts.created", equalTo(30))
                .extract()
                .path("jobId");
        send("assessment-results", "text/csv", "once", csv)
                .statusCode(202)
                .body("jobId", equalTo(job))
                .body("status", equalTo("completed"))
                .body("counts.created", equalTo(30));
        send("assessment-results", "text/csv", "once", csv + "\n ").statusCode(409);
        file("assessment-results", "text/csv", csv).body("counts.unchanged", equalTo(30));
    }

    @Test
    void linesOfJsonAreStrictAndOneBrokenLineKeepsNoneOut() {
        rows("pupils", pupils(2));
        String good = "{\"sourceSystem\":\"mis-demo\",\"schoolUrn\":900001,\"upn\":\"" + Rows.upn(1)
                + "\",\"academicYear\":\"2025/2026\",\"assessmentPoint\":\"summer\",\"assessmentCode\":\"MTC\","
                + "\"score\":21,\"sourceUpdatedAt\":\"2026-06-30T08:00:00Z\"}\n";
        file("assessment-results", NDJSON, good + "{\"upn\":\n\n" + good.replace("score", "sorce"))
                .body("counts.received", equalTo(3))
                .body("counts.created", equalTo(1))
                .body("counts.rejected", equalTo(2))
                .body("rows.errors.code.flatten()", hasItem("not-json"))
                .body("rows.errors.code.flatten()", hasItem("unknown-field"));
    }

    @Test
    void whatCannotBeReadAtAllIsRefusedAtOnce() {
        send("assessment-results", "text/csv", "a", "upn,schoolUrn\n")
                .statusCode(422)
                .body("errors.path", hasItem("/columns/assessmentCode"));
        send("pupils", "text/csv", "b", "").statusCode(422);
        mis().contentType("text/csv")
                .header("Idempotency-Key", "c")
                .header("Content-Encoding", "gzip")
                .body(new byte[] {31, -117})
                .post(INGEST + "pupils")
                .then()
                .statusCode(415);
        assertEquals(0, Given.number("select count(*) from ingest_job"));
    }

    @Test
    void aRowThatIsFarTooLongFailsTheJobAndKeepsNothing() {
        String csv = Rows.csv(pupils(3)) + "x".repeat(70_000) + "\n";
        file("pupils", "text/csv", csv).body("status", equalTo("failed")).body("failure", containsString("3"));
        assertEquals(0, Given.number("select count(*) from pupil_year"));
    }

    @Test
    void aDryRunOfAFileKeepsNothing() {
        Jobs.ended(
                        FilePushTest::mis,
                        mis().contentType("text/csv")
                                .header("Idempotency-Key", "dry")
                                .queryParam("dryRun", true)
                                .body(Rows.csv(pupils(5)))
                                .post(INGEST + "pupils")
                                .then())
                .body("dryRun", equalTo(true))
                .body("counts.created", equalTo(5));
        assertEquals(0, Given.number("select count(*) from pupil"));
    }

    @Test
    void rowsOfUnknownPupilsWaitByTheFileAndComeInWithThePupil() {
        file("assessment-results", "text/csv", Rows.csv(tests(8)))
                .body("counts.quarantined", equalTo(8))
                .body("rows.outcome", everyItem(equalTo("quarantined")))
                .body("rows[0].errors[0].path", equalTo("/rows/0/upn"));
        rows("attendance", List.of(Rows.attendance(900001, 1, "autumn", 140, 14)))
                .body("counts.quarantined", equalTo(1));
        rows("suspensions", List.of(Rows.suspension(900001, 2, 1))).body("counts.quarantined", equalTo(1));
        assertEquals(10, Given.number("select count(*) from quarantine"));
        rows("pupils", pupils(8))
                .body("counts.created", equalTo(8))
                .body("notes", hasItem(startsWith("10 rows that were waiting")));
        assertEquals(0, Given.number("select count(*) from quarantine"));
        assertEquals(8, Given.number("select count(*) from result"));
        assertEquals(14, Given.number("select sessions_authorised_absence from attendance"));
        assertEquals(4, Given.number("select sessions_suspended from suspension"));
        file("assessment-results", "text/csv", Rows.csv(tests(8))).body("counts.unchanged", equalTo(8));
    }

    @Test
    void attendanceAndSuspensionsAreFoundAgainByTheirKeys() {
        rows("pupils", pupils(2));
        rows("attendance", List.of(Rows.attendance(900001, 1, "autumn", 140, 14)))
                .body("counts.created", equalTo(1));
        rows("attendance", List.of(Rows.attendance(900001, 1, "autumn", 140, 15)))
                .body("counts.updated", equalTo(1));
        rows("attendance", List.of(Rows.attendance(900001, 1, "autumn", 140, 141)))
                .body("rows[0].errors[0].code", equalTo("too-few"));
        rows("attendance", List.of(Rows.with(Rows.attendance(900001, 1, "autumn", 140, 1), "term", "winter")))
                .body("rows[0].errors[0].path", equalTo("/rows/0/term"));
        rows("suspensions", List.of(Rows.suspension(900001, 2, 1))).body("counts.created", equalTo(1));
        rows("suspensions", List.of(Rows.suspension(900001, 2, 1))).body("counts.unchanged", equalTo(1));
    }

    @Test
    void valuesThatASchoolHasCountedItselfAreTaken() {
        Map<String, Object> row = Map.of(
                "sourceSystem", "hr",
                "schoolUrn", 900001,
                "measureCode", "STAFF_TURNOVER",
                "academicYear", "2025/2026",
                "date", "2026-03-31",
                "value", 12.5,
                "cohortSize", 40,
                "sourceUpdatedAt", "2026-04-01T08:00:00Z");
        rows("measure-values", List.of(row, Rows.with(row, "value", 120), Rows.with(row, "measureCode", "NOTHING")))
                .body("counts.created", equalTo(1))
                .body("rows[1].errors[0].code", equalTo("out-of-range"))
                .body("rows[2].errors[0].path", equalTo("/rows/2/measureCode"));
        rows("measure-values", List.of(Rows.with(row, "date", "2026-09-01")))
                .body("rows[0].errors[0].code", equalTo("not-in-that-year"));
        rows("measure-values", List.of(row)).body("counts.unchanged", equalTo(1));
    }

    @Test
    void aPupilWhoseNumberChangesKeepsOneHistory() {
        rows("pupils", pupils(1));
        rows("assessment-results", tests(1));
        Map<String, Object> renamed = Rows.with(
                Rows.with(Rows.pupil(900001, 2), "formerUpn", Rows.upn(1)), "sourceUpdatedAt", "2026-01-01T00:00:00Z");
        rows("pupils", List.of(renamed)).statusCode(200);
        assertEquals(1, Given.number("select count(*) from pupil"));
        rows("assessment-results", List.of(Rows.test(900001, 2, "MAT", 104))).body("counts.created", equalTo(1));
        rows("assessment-results", List.of(Rows.test(900001, 1, "GPS", 104))).body("counts.created", equalTo(1));
        assertEquals(3, Given.number("select count(*) from result where pupil_id = (select id from pupil)"));
    }

    @Test
    void ofTheSameResultTwiceInAFileTheNewerCounts() {
        rows("pupils", pupils(2));
        List<Map<String, Object>> twice = List.of(
                Rows.with(Rows.test(900001, 1, "REA", 109), "sourceUpdatedAt", "2026-07-09T00:00:00Z"),
                Rows.test(900001, 1, "REA", 101),
                Rows.test(900001, 2, "REA", 102));
        file("assessment-results", "text/csv", Rows.csv(twice))
                .body("status", equalTo("completed"))
                .body("counts.created", equalTo(2))
                .body("counts.unchanged", equalTo(1));
        assertEquals(109, Given.number("select max(score) from result"));
    }

    @Test
    void ofAFileAnOlderRowNeverOverwritesANewerOneAndAnEquallyNewOneDoes() {
        rows("pupils", pupils(1));
        file("assessment-results", "text/csv", Rows.csv(tests(1))).body("counts.created", equalTo(1));
        long version = Given.number("select xmin::text::bigint from result");
        file("assessment-results", "text/csv", Rows.csv(tests(1))).body("counts.unchanged", equalTo(1));
        assertEquals(version, Given.number("select xmin::text::bigint from result"), "no row is rewritten");
        Map<String, Object> newer =
                Rows.with(Rows.test(900001, 1, "REA", 101), "sourceUpdatedAt", "2026-07-20T00:00:00Z");
        file("assessment-results", "text/csv", Rows.csv(List.of(newer))).body("counts.unchanged", equalTo(1));
        file("assessment-results", "text/csv", Rows.csv(List.of(Rows.test(900001, 1, "REA", 90))))
                .body("counts.unchanged", equalTo(1));
        assertEquals(101, Given.number("select score from result"), "the same value from later counts as the newest");
        file("assessment-results", "text/csv", Rows.csv(List.of(Rows.with(newer, "score", 105))))
                .body("counts.updated", equalTo(1));
        assertEquals(105, Given.number("select score from result"));
    }

    @Test
    void ofARenamedPupilTheResultsOfBothNumbersInAFileAreTheSame() {
        rows("pupils", pupils(1));
        Map<String, Object> renamed = Rows.with(
                Rows.with(Rows.pupil(900001, 2), "formerUpn", Rows.upn(1)), "sourceUpdatedAt", "2026-01-01T00:00:00Z");
        rows("pupils", List.of(renamed)).statusCode(200);
        file("assessment-results", "text/csv", Rows.csv(tests(2)))
                .body("counts.created", equalTo(1))
                .body("counts.unchanged", equalTo(1));
    }

    @Test
    void twoPupilsWhoAreOneAreJoinedAndTheNewerRowStays() {
        rows("pupils", pupils(2));
        rows("assessment-results", List.of(Rows.test(900001, 1, "REA", 101), Rows.test(900001, 2, "MAT", 102)));
        rows(
                "assessment-results",
                List.of(Rows.with(Rows.test(900001, 2, "REA", 109), "sourceUpdatedAt", "2026-07-09T00:00:00Z")));
        rows(
                "pupils",
                List.of(Rows.with(
                        Rows.with(Rows.pupil(900001, 2), "formerUpn", Rows.upn(1)),
                        "sourceUpdatedAt",
                        "2026-01-01T00:00:00Z")));
        assertEquals(1, Given.number("select count(*) from pupil"));
        assertEquals(1, Given.number("select count(*) from pupil_year"));
        assertEquals(2, Given.number("select count(*) from result"));
        assertEquals(109, Given.number("select max(score) from result"));
    }

    @Test
    void resultsAreRemovedByTheirKeysUnlessTheyAreNewer() {
        rows("pupils", pupils(3));
        rows("assessment-results", tests(3));
        Map<String, Object> key = Rows.test(900001, 1, "REA", 0);
        key.keySet().removeAll(List.of("score", "resultDate", "resultStatus"));
        rows("assessment-results/deletions", List.of(key, Rows.with(key, "upn", Rows.upn(9))))
                .body("counts.updated", equalTo(1))
                .body("counts.unchanged", equalTo(1));
        assertEquals(2, Given.number("select count(*) from result"));
        rows(
                        "assessment-results/deletions",
                        List.of(Rows.with(
                                Rows.with(key, "upn", Rows.upn(2)), "sourceUpdatedAt", "2026-01-01T00:00:00Z")))
                .body("counts.unchanged", equalTo(1));
        assertEquals(2, Given.number("select count(*) from result"));
    }

    @Test
    void aSnapshotRemovesWhatIsMissingWithinBounds() {
        rows("pupils", pupils(10));
        rows("assessment-results", tests(10));
        rows("assessment-results", tests(8), "?snapshot=true")
                .statusCode(409)
                .body("detail", containsString("2 of 10"));
        assertEquals(10, Given.number("select count(*) from result"));
        rows("assessment-results", tests(8), "?snapshot=true&maxShrink=20")
                .statusCode(200)
                .body("notes", hasItem(startsWith("2 rows")));
        assertEquals(8, Given.number("select count(*) from result"));
        List<Map<String, Object>> broken = new ArrayList<>(tests(7));
        broken.add(Rows.with(Rows.test(900001, 8, "REA", 1), "upn", "nonsense"));
        rows("assessment-results", broken, "?snapshot=true&maxShrink=100")
                .body("notes", hasItem(startsWith("Nothing was removed")));
        assertEquals(8, Given.number("select count(*) from result"));
        rows("pupils", pupils(9), "?snapshot=true").body("notes", hasItem(startsWith("1 rows")));
        assertEquals(9, Given.number("select count(*) from pupil_year"));
    }

    @Test
    void ofTwoPushesOfTheSameKeysAtOnceTheNewestStays() throws Exception {
        rows("pupils", pupils(20));
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService many = Executors.newFixedThreadPool(4)) {
            for (int minute = 0; minute < 12; minute++) {
                int order = (minute * 7) % 12;
                answers.add(many.submit(() -> rows(
                                "assessment-results",
                                IntStream.rangeClosed(1, 20)
                                        .mapToObj(serial -> Rows.with(
                                                Rows.test(900001, serial, "REA", 90 + order),
                                                "sourceUpdatedAt",
                                                "2026-07-07T12:%02d:00Z".formatted(order)))
                                        .toList())
                        .extract()
                        .statusCode()));
            }
        }
        for (Future<Integer> answer : answers) {
            assertEquals(200, answer.get());
        }
        assertEquals(20, Given.number("select count(*) from result where score = 101"));
    }

    @Test
    void aJobIsFollowedUntilItsEnd() {
        String location = send("pupils", "text/csv", "follow", Rows.csv(pupils(5)))
                .statusCode(202)
                .extract()
                .header("Location");
        String events =
                mis().get(location + "/events").then().statusCode(200).extract().asString();
        String last = events.substring(events.lastIndexOf("data: "));
        org.hamcrest.MatcherAssert.assertThat(last, containsString("\"status\":\"completed\""));
        As.inSchool("other-mis", "mis-integration", 900001)
                .get(location + "/events")
                .then()
                .statusCode(404);
        As.inSchool("other-mis", "mis-integration", 900001)
                .post(location + "/cancellation")
                .then()
                .statusCode(404);
        mis().post(location + "/cancellation").then().statusCode(409);
    }

    @Test
    void whatAJobReceivedIsOnTheDiskOnlyWhileItRuns() throws Exception {
        file("pupils", "text/csv", Rows.csv(pupils(5))).body("status", equalTo("completed"));
        assertEquals(0, Given.number("select count(*) from ingest_job where spool_key is not null"));
        mis().get("/api/v1/ingest/jobs").then().body("results", hasSize(1)).body("results.kind", not(hasItem("x")));
    }

    @Test
    void aCommonTransferFileBecomesResultsOfItsSchoolByUrnOrByNumber() {
        rows("pupils", pupils(1));
        String xml = """
                <CTfile><Header><DocumentName>Common Transfer File</DocumentName><CTFversion>25.0</CTFversion>
                <DateTime>2026-07-07T13:00:00</DateTime><SupplierID>MIS</SupplierID><SourceSchool><LEA>936</LEA>
                <Estab>2001</Estab><SchoolName>Planted Name</SchoolName><AcademicYear>2025</AcademicYear></SourceSchool>
                </Header><CTFpupilData><Pupil><UPN>%s</UPN><Surname>Planted</Surname><Forename>Name</Forename>
                <DOB>2015-01-01</DOB><StageAssessments><KeyStage><Stage>KS2</Stage><StageAssessment><Locale>ENG</Locale>
                <Year>2026</Year><Subject>MAT</Subject><Method>TT</Method><Component>MTC</Component>
                <ResultStatus>R</ResultStatus><ResultQualifier>MT</ResultQualifier><Result>21</Result></StageAssessment>
                </KeyStage></StageAssessments></Pupil></CTFpupilData></CTfile>
                """.formatted(Rows.upn(1));
        Given.run("delete from school where urn = 900002");
        file("ctf", "application/xml", xml).body("failure", equalTo(null)).body("counts.created", equalTo(1));
        assertEquals(21, Given.number("select score from result where academic_year = 2025"));
        send("ctf", "application/xml", "evil", "<!DOCTYPE a [<!ENTITY b \"c\">]><CTfile>&b;</CTfile>")
                .statusCode(400);
    }

    @Test
    void rowsNamedAsInOneRosterAreResults() {
        rows("pupils", pupils(1));
        file(
                        "assessment-results",
                        NDJSON,
                        "{\"assessmentLineItem\":{\"sourcedId\":\"KS2/REA/TEST/summer/2025-2026\"},\"student\":"
                                + "{\"sourcedId\":\"" + Rows.upn(1) + "\"},\"score\":107,\"scoreDate\":\"2026-07-07\","
                                + "\"scoreStatus\":\"fully graded\",\"dateLastModified\":\"2026-07-07T12:00:00Z\","
                                + "\"schoolUrn\":900001,\"sourceSystem\":\"roster\"}\n")
                .body("counts.created", equalTo(1));
        assertEquals(3, Given.number("select status from result where score = 107"));
    }
}
