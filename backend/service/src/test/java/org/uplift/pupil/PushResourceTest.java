package org.uplift.pupil;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Jobs;
import org.uplift.testing.UpliftTest;

@UpliftTest
class PushResourceTest {
    private static final String PUPILS = "/api/v1/ingest/pupils";
    private static final String RESULTS = "/api/v1/ingest/assessment-results";

    @BeforeEach
    void schools() {
        Given.school(900001);
        Given.school(900002);
        Given.school(900006);
    }

    private static RequestSpecification mis() {
        return As.mis(900001, 900002);
    }

    private static ValidatableResponse push(String path, List<Map<String, Object>> rows) {
        return push(path, UUID.randomUUID().toString(), rows);
    }

    private static ValidatableResponse push(String path, String key, List<Map<String, Object>> rows) {
        return mis().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Rows.body(rows))
                .post(path)
                .then();
    }

    private static List<Map<String, Object>> pupils(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(serial -> Rows.pupil(900001, serial))
                .toList();
    }

    private static ValidatableResponse outcome(String measure, String group) {
        return As.head(900001)
                .get("/api/v1/schools/900001/outcomes?measureCode=" + measure + "&pupilGroup=" + group)
                .then()
                .statusCode(200);
    }

    @Test
    void onlyIntegrationsAndDataManagersPush() {
        As.anonymous()
                .contentType(ContentType.JSON)
                .body("{}")
                .post(PUPILS)
                .then()
                .statusCode(401);
        As.head(900001)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "a")
                .body("{\"rows\":[]}")
                .post(PUPILS)
                .then()
                .statusCode(403);
        As.head(900001)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "a")
                .body("{\"rows\":[]}")
                .post(RESULTS)
                .then()
                .statusCode(403);
    }

    @Test
    void aPushIsAnsweredRowByRow() {
        List<Map<String, Object>> rows = List.of(
                Rows.pupil(900001, 1),
                Rows.with(Rows.pupil(900001, 2), "upn", "Q207000016049"),
                Rows.with(Rows.pupil(900001, 3), "schoolUrn", 900006),
                Rows.with(Rows.pupil(900001, 4), "schoolUrn", 999999),
                Rows.with(Rows.pupil(900001, 5), "disadvantged", true),
                Rows.with(Rows.pupil(900001, 6), "yearGroup", "14"),
                Rows.pupil(900002, 7));
        push(PUPILS, rows)
                .statusCode(200)
                .body("status", equalTo("completed"))
                .body("counts.received", equalTo(7))
                .body("counts.created", equalTo(2))
                .body("counts.rejected", equalTo(5))
                .body("rows.row", contains(0, 1, 2, 3, 4, 5, 6))
                .body(
                        "rows.outcome",
                        contains("created", "rejected", "rejected", "rejected", "rejected", "rejected", "created"))
                .body("rows[1].errors[0].path", equalTo("/rows/1/upn"))
                .body("rows[1].errors[0].code", equalTo("upn-check-letter"))
                .body("rows[2].errors[0].code", equalTo("school-not-registered"))
                .body("rows[3].errors[0].code", equalTo("school-not-registered"))
                .body("rows[4].errors[0].code", equalTo("unknown-field"))
                .body("rows[5].errors[0].path", equalTo("/rows/5/yearGroup"));
        assertEquals(2, Given.number("select count(*) from pupil_year"));
    }

    @Test
    void aRowThatIsNoObjectIsOneError() {
        mis().contentType(ContentType.JSON)
                .header("Idempotency-Key", "not-objects")
                .body("{\"rows\": [7, null, [], \"row\", {}]}")
                .post(PUPILS)
                .then()
                .statusCode(200)
                .body("counts.rejected", equalTo(5))
                .body("rows[0].errors.path", contains("/rows/0"))
                .body("rows[0].errors.code", contains("wrong-type"))
                .body("rows[0].errors.message", contains("7 is not an object."))
                .body("rows[1].errors.message", contains("null is not an object."))
                .body("rows[2].errors.message", contains("[] is not an object."))
                .body("rows[3].errors.path", contains("/rows/3"))
                .body("rows[4].errors.path", hasItem("/rows/4/upn"));
    }

    @Test
    void whatHasNotComeYetIsRefused() {
        push(PUPILS, pupils(2));
        Instant now = Instant.now();
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        push(
                        RESULTS,
                        List.of(
                                Rows.with(
                                        Rows.test(900001, 1, "REA", 104),
                                        "sourceUpdatedAt",
                                        now.plusSeconds(600).toString()),
                                Rows.with(
                                        Rows.test(900001, 1, "MAT", 104),
                                        "sourceUpdatedAt",
                                        now.plusSeconds(200).toString()),
                                Rows.with(
                                        Rows.test(900001, 2, "REA", 104),
                                        "resultDate",
                                        today.plusDays(1).toString()),
                                Rows.with(Rows.test(900001, 2, "MAT", 104), "resultDate", today.toString())))
                .body("rows.outcome", contains("rejected", "created", "rejected", "created"))
                .body("rows[0].errors.path", contains("/rows/0/sourceUpdatedAt"))
                .body("rows[0].errors.code", contains("in-the-future"))
                .body("rows[2].errors.path", contains("/rows/2/resultDate"))
                .body("rows[2].errors.code", contains("in-the-future"));
    }

    @Test
    void theSamePushAgainChangesNothing() {
        push(PUPILS, pupils(12)).body("counts.created", equalTo(12));
        push(PUPILS, pupils(12))
                .body("counts.unchanged", equalTo(12))
                .body("rows.outcome", everyItem(equalTo("unchanged")));
        push(RESULTS, List.of(Rows.test(900001, 1, "REA", 104))).body("counts.created", equalTo(1));
        long version = Given.number("select xmin::text::bigint from result");
        push(RESULTS, List.of(Rows.test(900001, 1, "REA", 104))).body("counts.unchanged", equalTo(1));
        assertEquals(version, Given.number("select xmin::text::bigint from result"), "no row is rewritten");
        assertEquals(0, Given.number("select xmax::text::bigint from result"), "no row is locked");
    }

    @Test
    void anOlderRowNeverOverwritesANewerOneAndAnEquallyNewOneDoes() {
        push(PUPILS, pupils(1));
        push(RESULTS, List.of(Rows.test(900001, 1, "REA", 104)));
        push(RESULTS, List.of(Rows.with(Rows.test(900001, 1, "REA", 90), "sourceUpdatedAt", "2026-07-01T00:00:00Z")))
                .body("rows.outcome", contains("unchanged"));
        assertEquals(104, Given.number("select score from result"));
        push(RESULTS, List.of(Rows.test(900001, 1, "REA", 105))).body("rows.outcome", contains("updated"));
        assertEquals(105, Given.number("select score from result"));
    }

    @Test
    void aNewerRowWithTheSameValueIsUnchangedAndCountsAsTheNewest() {
        push(PUPILS, pupils(1));
        push(RESULTS, List.of(Rows.test(900001, 1, "REA", 104)));
        push(RESULTS, List.of(Rows.with(Rows.test(900001, 1, "REA", 104), "sourceUpdatedAt", "2026-07-20T00:00:00Z")))
                .body("rows.outcome", contains("unchanged"));
        push(RESULTS, List.of(Rows.with(Rows.test(900001, 1, "REA", 99), "sourceUpdatedAt", "2026-07-10T00:00:00Z")))
                .body("rows.outcome", contains("unchanged"));
        assertEquals(104, Given.number("select score from result"));
    }

    @Test
    void theSameKeyTwiceInOnePushIsSettledByTheNewest() {
        push(PUPILS, pupils(1));
        push(
                        RESULTS,
                        List.of(
                                Rows.with(Rows.test(900001, 1, "REA", 111), "sourceUpdatedAt", "2026-07-09T00:00:00Z"),
                                Rows.test(900001, 1, "REA", 104)))
                .statusCode(200)
                .body("rows.outcome", contains("created", "unchanged"));
        assertEquals(111, Given.number("select score from result"));
        push(PUPILS, List.of(Rows.pupil(900001, 9), Rows.with(Rows.pupil(900001, 9), "yearGroup", "5")))
                .body("rows.outcome", contains("unchanged", "created"));
    }

    @Test
    void aResultOfAnUnknownPupilWaitsAndIsTakenInWhenThePupilComes() {
        push(RESULTS, List.of(Rows.test(900001, 1, "REA", 104)))
                .statusCode(200)
                .body("rows.outcome", contains("quarantined"))
                .body("rows[0].errors[0].code", equalTo("unknown-pupil"));
        push(RESULTS, List.of(Rows.test(900001, 1, "REA", 105))).body("counts.quarantined", equalTo(1));
        As.dataManager()
                .get("/api/v1/ingest/quarantine")
                .then()
                .statusCode(200)
                .body("results", hasSize(1))
                .body("results[0].schoolUrn", equalTo(900001))
                .body("results[0].schoolName", equalTo("School 900001"));
        As.dataManager()
                .get("/api/v1/ingest/quarantine?code=unknown-pupil")
                .then()
                .statusCode(200)
                .body("results", hasSize(1));
        As.dataManager()
                .get("/api/v1/ingest/quarantine?code=school-not-registered")
                .then()
                .statusCode(200)
                .body("results", hasSize(0));
        As.head(900001).get("/api/v1/ingest/quarantine").then().statusCode(403);
        assertEquals(0, Given.number("select count(*) from result"));
        push(PUPILS, pupils(1)).body("notes", contains(containsString("1 rows")));
        assertEquals(105, Given.number("select score from result"));
        As.dataManager().get("/api/v1/ingest/quarantine").then().body("results", hasSize(0));
    }

    /** How many transactions wait for another to end. */
    private static long waiting() {
        return Given.number("select count(*) from pg_locks where locktype = 'transactionid' and not granted");
    }

    /** As when two pupils of several schools become one: that holds the school of one of them alone. */
    @Test
    void whatSomebodyStoresAtTheSameMomentIsSeen() throws Exception {
        push(PUPILS, pupils(2)).statusCode(200);
        push(RESULTS, List.of(Rows.test(900001, 1, "REA", 104))).body("counts.created", equalTo(1));
        try (Connection other = Given.ofOwner();
                Statement storing = other.createStatement()) {
            other.setAutoCommit(false);
            storing.execute("insert into result (school_urn, academic_year, slot_id, pupil_id, grade_id, score, status,"
                    + " result_date, source_updated_at, job_id)"
                    + " select r.school_urn, r.academic_year, r.slot_id, y.pupil_id, r.grade_id, r.score, r.status,"
                    + " r.result_date, r.source_updated_at, r.job_id"
                    + " from result r join pupil_year y using (school_urn) where y.pupil_id <> r.pupil_id");
            CompletableFuture<ValidatableResponse> pushed = CompletableFuture.supplyAsync(
                    () -> push(RESULTS, List.of(Rows.test(900001, 2, "REA", 104), Rows.test(900001, 1, "REA", 104))));
            for (int look = 0; look < 300 && waiting() == 0; look++) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            assertEquals(1, waiting());
            other.commit();
            pushed.get().statusCode(200).body("counts.created", equalTo(0)).body("counts.unchanged", equalTo(2));
        }
        assertEquals(2, Given.number("select count(*) from result"));
    }

    @Test
    void ofARenamedPupilTheResultsOfBothNumbersInOnePushAreTheSame() {
        push(PUPILS, pupils(1));
        push(
                        PUPILS,
                        List.of(Rows.with(
                                Rows.with(Rows.pupil(900001, 2), "formerUpn", Rows.upn(1)),
                                "sourceUpdatedAt",
                                "2026-01-01T00:00:00Z")))
                .statusCode(200);
        push(RESULTS, List.of(Rows.test(900001, 1, "REA", 101), Rows.test(900001, 2, "REA", 102)))
                .statusCode(200)
                .body("rows.outcome", contains("unchanged", "created"));
        assertEquals(102, Given.number("select score from result"));
    }

    @Test
    void whatBecameOfEachRowIsToldAgainAsItWas() {
        push(PUPILS, pupils(2));
        push(RESULTS, List.of(Rows.test(900001, 1, "REA", 104)));
        String key = UUID.randomUUID().toString();
        List<Map<String, Object>> mixed = List.of(
                Rows.test(900001, 1, "REA", 104),
                Rows.with(Rows.test(900001, 1, "MAT", 104), "subject", "ART"),
                Rows.test(900001, 2, "REA", 99),
                Rows.test(900001, 9, "REA", 99),
                Rows.test(900001, 1, "REA", 107),
                Rows.test(900001, 2, "MAT", 99));
        List<Map<String, Object>> first = push(RESULTS, key, mixed)
                .statusCode(200)
                .body("rows.row", contains(0, 1, 2, 3, 4, 5))
                .body("rows.outcome", contains("unchanged", "rejected", "created", "quarantined", "updated", "created"))
                .extract()
                .path("rows");
        assertEquals(first, push(RESULTS, key, mixed).extract().path("rows"));
        assertEquals(
                1,
                Given.number("select count(*) from ingest_job where plain_rows = 's.c.uc'"
                        + " and jsonb_array_length(listed_rows) = 2"));
    }

    @Test
    void theSameIdempotencyKeyReplaysAndRefusesAnotherBody() {
        String key = UUID.randomUUID().toString();
        String job = push(PUPILS, key, pupils(2))
                .body("counts.created", equalTo(2))
                .extract()
                .path("jobId");
        push(PUPILS, key, pupils(2))
                .statusCode(200)
                .body("counts.created", equalTo(2))
                .body("jobId", equalTo(job));
        push(PUPILS, key, pupils(3))
                .statusCode(409)
                .body("type", equalTo("urn:uplift:problem:idempotency-key-reused"))
                .body("jobId", equalTo(job));
        mis().contentType(ContentType.JSON)
                .body(Rows.body(pupils(1)))
                .post(PUPILS)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:uplift:problem:idempotency-key-missing"));
        As.dataManager()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Rows.body(pupils(3)))
                .post(PUPILS)
                .then()
                .statusCode(200);
    }

    @Test
    void aDryRunTellsAndKeepsNothing() {
        mis().contentType(ContentType.JSON)
                .header("Idempotency-Key", "dry")
                .queryParam("dryRun", true)
                .body(Rows.body(pupils(3)))
                .post(PUPILS)
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("counts.created", equalTo(3));
        assertEquals(0, Given.number("select count(*) from pupil_year"));
        assertEquals(0, Given.number("select count(*) from pupil"));
    }

    @Test
    void csvTakesTheSameRowsAndAnswersWithItsJob() {
        String csv = "upn;schoolUrn;sourceSystem;academicYear;yearGroup;sourceUpdatedAt;colour\r\n"
                + Rows.upn(1) + ";900001;mis-demo;202526;6;2025-10-02T08:00:00Z;red\r\n"
                + "nonsense;900001;mis-demo;202526;6;2025-10-02T08:00:00Z\r\n";
        String job = Jobs.ended(
                        PushResourceTest::mis,
                        mis().contentType("text/csv")
                                .header("Idempotency-Key", "csv")
                                .body(csv)
                                .post(PUPILS)
                                .then())
                .body("counts.created", equalTo(1))
                .body("counts.rejected", equalTo(1))
                .extract()
                .path("jobId");
        mis().get("/api/v1/ingest/jobs/" + job)
                .then()
                .statusCode(200)
                .body("status", equalTo("completed"))
                .body("rows.outcome", contains("rejected"))
                .body("progress.bytesRead", equalTo(csv.length()));
        mis().get("/api/v1/ingest/jobs/" + job + "/errors.csv")
                .then()
                .statusCode(200)
                .body(containsString("/rows/1/upn,upn-format"))
                .body(not(containsString("nonsense")));
        As.mis(900001).get("/api/v1/ingest/jobs").then().body("results.jobId", hasItem(job));
        As.inSchool("other-mis", "mis-integration", 900001)
                .get("/api/v1/ingest/jobs/" + job)
                .then()
                .statusCode(404);
        mis().contentType("text/csv")
                .header("Idempotency-Key", "csv2")
                .body("upn,schoolUrn\n")
                .post(PUPILS)
                .then()
                .statusCode(422)
                .body("errors.path", hasItem("/columns/yearGroup"));
    }

    @Test
    void badBodiesAreToldClearly() {
        mis().contentType(ContentType.JSON)
                .header("Idempotency-Key", "1")
                .body("{\"rows\":[")
                .post(PUPILS)
                .then()
                .statusCode(400);
        mis().contentType(ContentType.JSON)
                .header("Idempotency-Key", "2")
                .body("[]")
                .post(PUPILS)
                .then()
                .statusCode(422);
        mis().contentType(ContentType.JSON)
                .header("Idempotency-Key", "3")
                .body("")
                .post(PUPILS)
                .then()
                .statusCode(422);
        mis().contentType(ContentType.JSON)
                .header("Idempotency-Key", "4")
                .body("{\"rows\":[1,null,\"x\",{\"upn\":{\"a\":[]}}]}")
                .post(PUPILS)
                .then()
                .statusCode(200)
                .body("counts.rejected", equalTo(4));
        mis().contentType(ContentType.JSON)
                .header("Idempotency-Key", "5")
                .body("{\"rows\":[{\"score\":NaN}]}")
                .post(RESULTS)
                .then()
                .statusCode(400);
        mis().contentType(ContentType.XML)
                .header("Idempotency-Key", "6")
                .body("<a/>")
                .post(PUPILS)
                .then()
                .statusCode(415);
        mis().contentType("text/csv")
                .header("Idempotency-Key", "7")
                .body(new byte[] {1, 0, 2})
                .post(PUPILS)
                .then()
                .statusCode(400);
        mis().contentType("text/csv")
                .header("Idempotency-Key", "8")
                .body("upn,\"schoolUrn\n")
                .post(PUPILS)
                .then()
                .statusCode(422);
        List<Map<String, Object>> many = new ArrayList<>();
        for (int at = 0; at < 5_001; at++) {
            many.add(Map.of());
        }
        push(PUPILS, many).statusCode(422).body("errors[0].code", equalTo("too-many"));
        push(
                        RESULTS,
                        List.of(
                                Rows.with(Rows.test(900001, 1, "REA", 1), "score", "1e400"),
                                Rows.with(Rows.test(900001, 1, "REA", 1), "score", 121),
                                Rows.with(Rows.test(900001, 1, "ART", 100), "score", 100),
                                Rows.with(Rows.writing(900001, 1, "EXS"), "grade", "EXT"),
                                Rows.with(Rows.writing(900001, 1, "EXS"), "score", 100)))
                .statusCode(200)
                .body(
                        "rows.errors.code.flatten()",
                        contains("wrong-form", "out-of-range", "unknown-code", "unknown-code", "score-or-grade"));
    }

    @Test
    void headlineMeasuresFollowFromTheRows() {
        push(PUPILS, pupils(20)).statusCode(200);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int serial = 1; serial <= 20; serial++) {
            rows.add(Rows.test(900001, serial, "REA", serial <= 15 ? 104 : 96));
            rows.add(Rows.test(900001, serial, "MAT", serial <= 12 ? 110 : 99));
            rows.add(Rows.writing(900001, serial, serial <= 10 ? "EXS" : serial <= 14 ? "GDS" : "WTS"));
        }
        push(RESULTS, rows).statusCode(200).body("counts.created", equalTo(60));
        outcome("KS2_READ_EXP", "ALL")
                .body("results[0].value", equalTo(75))
                .body("results[0].display", equalTo("75%"))
                .body("results[0].cohortSize", equalTo(20))
                .body("results[0].coverage", equalTo(1.0f))
                .body("results[0].date", equalTo("2026-07-07"))
                .body("results[0].cohort", equalTo("6"));
        outcome("KS2_RWM_EXP", "ALL").body("results[0].value", equalTo(60)).body("results[0].numerator", equalTo(12));
        outcome("KS2_RWM_HIGH", "ALL").body("results[0].value", equalTo(0)).body("results[0].display", equalTo("0%"));
        outcome("KS2_READ_AVG", "ALL").body("results[0].value", equalTo(102));
        outcome("KS2_RWM_EXP", "DISADVANTAGED")
                .body("results[0].cohortSize", equalTo(5))
                .body("results[0].value", equalTo(60));
    }

    @Test
    void nonMarksCountAsNotMeetingAndMissingRowsLowerTheCoverage() {
        push(PUPILS, pupils(10));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int serial = 1; serial <= 8; serial++) {
            rows.add(Rows.test(900001, serial, "REA", 105));
        }
        Map<String, Object> absent = Rows.test(900001, 9, "REA", 100);
        absent.remove("score");
        absent.put("grade", "A");
        rows.add(absent);
        push(RESULTS, rows).body("counts.created", equalTo(9));
        outcome("KS2_READ_EXP", "ALL")
                .body("results[0].value", equalTo(80))
                .body("results[0].coverage", equalTo(0.9f))
                .body("results[0].partial", equalTo(true));
        outcome("KS2_READ_AVG", "ALL").body("results[0].value", equalTo(105));
        push(
                PUPILS,
                List.of(Rows.with(
                        Rows.with(Rows.pupil(900001, 10), "yearGroup", "5"),
                        "sourceUpdatedAt",
                        "2026-01-01T00:00:00Z")));
        outcome("KS2_READ_EXP", "ALL")
                .body("results[0].cohortSize", equalTo(9))
                .body("results[0].partial", equalTo(false));
    }

    @Test
    void whenTwoSystemsSendTheSameTheMoreSettledCountsThenTheNewer() {
        push(PUPILS, pupils(6));
        push(
                RESULTS,
                List.of(
                        Rows.with(Rows.test(900001, 1, "REA", 90), "resultStatus", "provisional"),
                        Rows.with(
                                Rows.with(
                                        Rows.with(Rows.test(900001, 1, "REA", 110), "sourceSystem", "other"),
                                        "resultStatus",
                                        "revised"),
                                "sourceUpdatedAt",
                                "2026-07-01T00:00:00Z")));
        outcome("KS2_READ_AVG", "ALL")
                .body("results[0].value", equalTo(110))
                .body("results[0].resultStatus", equalTo("revised"));
    }

    @Test
    void whoMayNotSeePupilsGetsSmallNumbersSuppressed() {
        push(PUPILS, pupils(20));
        push(
                RESULTS,
                IntStream.rangeClosed(1, 20)
                        .mapToObj(serial -> Rows.test(900001, serial, "REA", 104))
                        .toList());
        As.inSchool("committee.900001", "committee-member", 900001)
                .get("/api/v1/schools/900001/outcomes?measureCode=KS2_READ_EXP&pupilGroup=DISADVANTAGED")
                .then()
                .statusCode(200)
                .body("results[0].symbol", equalTo("c"))
                .body("results[0].display", equalTo("c"))
                .body("results[0]", not(org.hamcrest.Matchers.hasKey("value")))
                .body("results[0]", not(org.hamcrest.Matchers.hasKey("cohortSize")));
        As.inSchool("committee.900001", "committee-member", 900001)
                .get("/api/v1/schools/900001/outcomes?measureCode=KS2_READ_EXP&pupilGroup=NOT_DISADVANTAGED")
                .then()
                .body("results[0].symbol", equalTo("c"));
        As.inSchool("committee.900001", "committee-member", 900001)
                .get("/api/v1/schools/900001/outcomes?measureCode=KS2_READ_EXP&pupilGroup=ALL")
                .then()
                .body("results[0].value", equalTo(100));
        As.head(900002).get("/api/v1/schools/900001/outcomes").then().statusCode(404);
    }

    @Test
    void numbersOfPupilsAreStoredEncryptedOnly() {
        push(PUPILS, pupils(1));
        push(RESULTS, List.of(Rows.test(900001, 2, "REA", 104)));
        String digits = Rows.upn(1).substring(1);
        for (String table : List.of("pupil", "pupil_year", "quarantine", "ingest_job", "ingest_error", "activity")) {
            assertEquals(
                    0,
                    Given.number("select count(*) from " + table + " t where t::text like '%" + digits.substring(0, 9)
                            + "%'"),
                    table);
        }
        assertTrue(Given.number("select length(upn_encrypted) from pupil") > 30);
    }
}
