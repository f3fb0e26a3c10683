package org.uplift.dataset;

import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

/** Where targets stood and are to stand, as a data set: the same as on their pages, and as well hidden. */
@UpliftTest
class TargetSetTest {
    private static final String TARGETS = "/api/v1/data-sets/targets";

    private String whole;
    private String small;

    /** A rise from 60 to 70, with actuals of all pupils at 61.5 and 70, and a group of four. */
    @BeforeEach
    void givenTargets() {
        Given.school(900001);
        Given.school(900002);
        String cycle =
                created(As.head(900001), "/api/v1/cycles", "{\"schoolUrn\":900001,\"academicYear\":\"2024/2025\"}");
        String priority = Planned.priority(() -> As.head(900001), cycle, "Reading");
        whole = target(priority, "ALL");
        small = target(priority, "FEMALE");
        outcome("ALL", "autumn", "2024-12-31", "61.5", 30);
        outcome("MALE", "autumn", "2024-12-31", "62", 26);
        outcome("FEMALE", "autumn", "2024-12-31", "58", 4);
        outcome("ALL", "summer", "2025-07-10", "70", 30);
    }

    @Test
    void itSaysWhatWasExpectedAndReachedOnEachDay() {
        List<Map<String, Object>> rows = rows(analyst(), whole);
        assertEquals(
                List.of("2024-09-01", "2024-12-31", "2025-03-31", "2025-07-10", "2025-07-31"),
                rows.stream().map(row -> row.get("date")).toList());
        Map<String, Object> autumn = rows.get(1);
        assertEquals(number("62.0"), number(autumn.get("expected")));
        assertEquals("61.5", autumn.get("actual"));
        assertEquals("at-risk", autumn.get("status"));
        assertEquals("2024/2025", autumn.get("academicYear"));
        assertEquals(900001, autumn.get("schoolUrn"));
        assertEquals(false, autumn.get("current"));
        Map<String, Object> spring = rows.get(2);
        assertEquals(number("66.0"), number(spring.get("expected")));
        assertEquals("61.5", spring.get("actual"));
        assertEquals("2024-12-31", spring.get("actualDate"));
        assertEquals("at-risk", spring.get("status"), "an actual is held against what was expected on its day");
        Map<String, Object> baseline = rows.getFirst();
        assertEquals("x", baseline.get("actual"));
        assertEquals("no-data", baseline.get("status"));
        outcome("ALL", "autumn-after", "2025-12-31", "90", 30);
        Map<String, Object> now = rows(analyst(), whole).getLast();
        assertEquals("2025-12-31", now.get("date"));
        assertEquals("70", now.get("actual"), "the one for the due point decides, whatever came later");
        assertEquals("2025-07-10", now.get("actualDate"));
        assertEquals(number("70"), number(now.get("comparedWith")));
        assertEquals("achieved", now.get("status"));
        assertEquals(true, now.get("current"));
    }

    @Test
    void itSaysTheSameAsThePageOfTheTarget() {
        for (RequestSpecification who : List.of(As.head(900001), analyst())) {
            Map<String, Object> shown = rows(who, whole).getLast();
            Map<String, Object> page = As.head(900001)
                    .get("/api/v1/targets/" + whole)
                    .then()
                    .extract()
                    .path("$");
            assertEquals(page.get("status"), shown.get("status"));
            assertEquals(number(page.get("expected")), number(shown.get("comparedWith")));
            assertEquals(number(page.get("tolerance")), number(shown.get("tolerance")));
        }
        List<Map<String, Object>> history = As.head(900001)
                .get("/api/v1/targets/" + whole + "/history")
                .then()
                .extract()
                .path("results");
        Map<Object, Object> rows = new java.util.HashMap<>();
        rows(As.head(900001), whole).forEach(row -> rows.put(row.get("date"), row.get("status")));
        assertEquals(3, history.size());
        // The first is of today, on which nothing about the target changes.
        history.stream().skip(1).forEach(moment -> assertEquals(moment.get("status"), rows.get(moment.get("date"))));
    }

    @Test
    void whoSeesNoPupilsGetsNeitherTheActualOfAFewNorAStatus() {
        for (Map<String, Object> row : rows(analyst(), small)) {
            assertTrue(List.of("c", "x").contains(row.get("actual")), row.toString());
            assertEquals("no-data", row.get("status"));
            assertNull(row.get("comparedWith"));
        }
        assertEquals("c", rows(analyst(), small).getLast().get("actual"));
        Map<String, Object> due = rows(As.head(900001), small).get(3);
        assertEquals("2025-07-31", due.get("date"));
        assertEquals("off-track", due.get("status"));
        assertEquals("58", due.get("actual"));
    }

    @Test
    void noComparisonFindsWhatIsHidden() {
        for (String comparison : List.of("eq", "notEq", "gt", "gte", "lt", "lte")) {
            for (String bound : List.of("0", "58", "1000")) {
                ask(
                                analyst(),
                                "{\"and\":[{\"column\":\"target\",\"eq\":\"" + small + "\"},{\"column\":\"actual\",\""
                                        + comparison + "\":\"" + bound + "\"}]}")
                        .then()
                        .statusCode(200)
                        .body("results", hasSize(0));
            }
        }
    }

    @Test
    void aResultThatDoesNotComeIsOverdueFromADayOn() {
        List<Map<String, Object>> rows = rows(As.head(900001), small);
        assertEquals("2025-09-30", rows.getLast().get("date"));
        assertEquals("no-data", rows.getLast().get("status"));
        assertEquals(true, rows.getLast().get("current"));
    }

    @Test
    void whatEndedIsFollowedUntilThen() {
        As.head(900001)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"The measure is no longer published\"}")
                .post("/api/v1/targets/" + whole + "/end")
                .then()
                .statusCode(200);
        Given.run("update target set ended_on = date '2025-01-31' where id = cast(? as uuid)", whole);
        List<Map<String, Object>> rows = rows(analyst(), whole);
        assertEquals(
                List.of("2024-09-01", "2024-12-31"),
                rows.stream().map(row -> row.get("date")).toList());
        assertEquals("2025-01-31", rows.getLast().get("endedOn"));
        assertEquals("at-risk", rows.getLast().get("status"));
        assertEquals(true, rows.getLast().get("current"));
    }

    @Test
    void daysToComeHaveNoStatus() {
        String later = LocalDate.now().plusYears(1).toString();
        Given.run("update target set due_date = cast(? as date) where id = cast(? as uuid)", later, whole);
        Map<String, Object> last = rows(analyst(), whole).getLast();
        assertEquals(later, last.get("date"));
        assertNull(last.get("status"));
        assertEquals("x", last.get("actual"));
        assertEquals(number("70.0"), number(last.get("expected")));
    }

    @Test
    void whoDoesNotSeeTheSchoolsPlanSeesNone() {
        As.anonymous().get(TARGETS + "/meta").then().statusCode(401);
        As.dataManager().get(TARGETS + "/meta").then().statusCode(404);
        ask(As.head(900002), "{\"column\":\"schoolUrn\",\"eq\":\"900001\"}")
                .then()
                .statusCode(200)
                .body("results", hasSize(0));
        assertEquals(5, rows(As.head(900001), whole).size());
        analyst().get(TARGETS + "/meta").then().statusCode(200);
    }

    @Test
    void itIsDownloadedWithTheSameRows() {
        String file = analyst()
                .queryParam("query", "{\"criteria\":" + of(whole) + ",\"labels\":\"both\"}")
                .get(TARGETS + "/download?format=csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(6, file.lines().count());
        assertTrue(file.contains("at-risk,At risk"), file);
    }

    private static BigDecimal number(Object value) {
        return new BigDecimal(value.toString()).stripTrailingZeros();
    }

    private static RequestSpecification analyst() {
        return As.inTrust("analyst", "analyst");
    }

    private static String of(String target) {
        return "{\"column\":\"target\",\"eq\":\"" + target + "\"}";
    }

    private static io.restassured.response.Response ask(RequestSpecification who, String criteria) {
        return who.contentType(ContentType.JSON)
                .body("{\"criteria\":" + criteria + ",\"sort\":[\"date\"]}")
                .post(TARGETS + "/query");
    }

    private static List<Map<String, Object>> rows(RequestSpecification who, String target) {
        return ask(who, of(target)).then().statusCode(200).extract().path("results");
    }

    private static String created(RequestSpecification who, String path, String body) {
        return who.contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String target(String priority, String group) {
        return created(As.head(900001), "/api/v1/priorities/" + priority + "/targets", """
                {"measureCode": "KS2_RWM_EXP", "cohort": "6", "pupilGroup": "%s", "baselineValue": 60.0,
                 "baselineDate": "2024-09-01", "targetValue": 70.0, "dueDate": "2025-07-31",
                 "dueAcademicYear": "2024/2025", "dueAssessmentPoint": "summer",
                 "trajectory": [{"date": "2024-12-31", "value": 62.0}, {"date": "2025-03-31", "value": 66.0}]}""".formatted(group));
    }

    private static void outcome(String group, String point, String date, String value, int pupils) {
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group,"
                        + " source, value, cohort_size, coverage, result_status, dated)"
                        + " values (900001, 'KS2_RWM_EXP', 2024, ?, '6', ?, 'computed', ?, ?, 1, 'provisional', ?)",
                point,
                group,
                new BigDecimal(value),
                pupils,
                LocalDate.parse(date));
    }
}
