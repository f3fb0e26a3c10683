package org.uplift.dataset;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** Questions to data sets: who may ask, what can be asked, and what is said of a question that cannot be answered. */
@UpliftTest
class DataSetResourceTest {
    private static final String SETS = "/api/v1/data-sets";
    private static final String HEADLINES = SETS + "/headline-outcomes";
    private static final String EVERYTHING = "{}";

    @BeforeEach
    void givenOutcomes() {
        Given.school(900001);
        Given.school(900002);
        for (int urn : new int[] {900001, 900002}) {
            outcome(urn, 2023, "ALL", 30, 18);
            outcome(urn, 2024, "ALL", 30, 20);
            outcome(urn, 2024, "MALE", 14, 10);
            outcome(urn, 2024, "FEMALE", 16, 10);
        }
    }

    @Test
    void analystsReadAllButRowsOfPupils() {
        As.anonymous().get(SETS).then().statusCode(401);
        As.user("nobody", "analyst").get(SETS).then().statusCode(200).body("results", hasSize(0));
        As.administrator().get(SETS).then().statusCode(403);
        As.mis(900001).get(SETS).then().statusCode(403);
        analyst()
                .get(SETS)
                .then()
                .statusCode(200)
                .body("results.id", hasItems("headline-outcomes", "attendance", "complaints", "support"))
                .body("results.id", not(hasItem("pupil-results")));
        analyst().get(SETS + "/pupil-results").then().statusCode(404);
        analyst().get(SETS + "/pupil-results/meta").then().statusCode(404);
        analyst().get(SETS + "/pupil-results/download").then().statusCode(404);
        analyst()
                .contentType(ContentType.JSON)
                .body(EVERYTHING)
                .post(SETS + "/pupil-results/query")
                .then()
                .statusCode(404);
        As.dataManager()
                .get(SETS)
                .then()
                .statusCode(200)
                .body("results.id", hasItems("headline-outcomes", "pupil-results"))
                .body("results.id", not(hasItem("need-levels")));
        As.head(900001).get(SETS + "/nothing").then().statusCode(404);
    }

    @Test
    void everybodyGetsTheRowsOfTheirSchools() {
        ask(As.head(900001), EVERYTHING)
                .body("results", hasSize(4))
                .body("results.schoolUrn", everyItem(equalTo(900001)))
                .body("paging.totalResults", equalTo(4));
        ask(analyst(), EVERYTHING).body("results", hasSize(8));
        As.inSchool("partner.analyst", "analyst", 900002);
        ask(As.user("partner.analyst", "analyst"), EVERYTHING)
                .body("results.schoolUrn", everyItem(equalTo(900002)))
                .body("results", hasSize(4));
    }

    @Test
    void theMetaSaysWhatCanBeAsked() {
        analyst()
                .get(HEADLINES + "/meta")
                .then()
                .statusCode(200)
                .body("columns.name", hasItems("academicYear", "schoolUrn", "measureCode", "value"))
                .body("columns.find { it.name == 'academicYear' }.options.code", contains("2023/2024", "2024/2025"))
                .body("columns.find { it.name == 'schoolUrn' }.options.code", contains("900001", "900002"))
                .body(
                        "columns.find { it.name == 'measureCode' }.options.find { it.code == 'KS2_RWM_EXP' }.unit",
                        equalTo("percent"))
                .body("columns.find { it.name == 'value' }.symbolic", equalTo(true))
                .body("symbols.symbol", hasItem("c"))
                .body("outdated", equalTo(false));
        As.head(900001)
                .get(HEADLINES + "/meta")
                .then()
                .body("columns.find { it.name == 'schoolUrn' }.options.code", contains("900001"));
    }

    @Test
    void aYearIsWrittenAsOneWhereverItIsFound() {
        Given.run(
                "insert into cycle (id, school_urn, academic_year, stage) values (gen_random_uuid(), 900001, 2025, 'PLANNING')");
        As.head(900001)
                .get(SETS + "/cycle-progress/meta")
                .then()
                .statusCode(200)
                .body("columns.find { it.name == 'academicYear' }.options.label", contains("2025/2026"))
                .body("columns.find { it.name == 'academicYear' }.options.code", contains("2025/2026"));
    }

    @Test
    void codesHaveTheWordsOfSchools() {
        assertEquals("All year groups", label("headline-outcomes", "cohort", "ALL"));
        assertEquals("Nursery, first year", label("headline-outcomes", "cohort", "N1"));
        assertEquals("Year 6", label("headline-outcomes", "cohort", "6"));
        assertEquals("Report card", label("inspections", "framework", "report-card"));
        assertEquals("Special measures", label("inspections", "categoryOfConcern", "SM"));
        assertEquals("Not effective", label("inspections", "safeguarding", "not-effective"));
        assertEquals("Target setting", label("cycle-progress", "stage", "target-setting"));
        assertEquals("Requested", label("support", "status", "requested"));
        assertEquals("Off track", label("targets", "status", "off-track"));
    }

    private static String label(String set, String column, String code) {
        return As.trustLeader()
                .get(SETS + "/" + set + "/meta")
                .then()
                .statusCode(200)
                .extract()
                .path("columns.find { it.name == '" + column + "' }.options.find { it.code == '" + code + "' }.label");
    }

    /** Of what others name, Uplift has the codes alone; of the area of an indicator the code is the word. */
    @Test
    void noCodeOfAListIsLeftWithoutWords() {
        List<String> bare = DataSets.all().stream()
                .flatMap(set -> set.columns().stream())
                .filter(column -> column.kind() == ColumnKind.FILTER)
                .filter(column -> !column.labelled()
                        && (column.options() == null || column.options().contains("from result_slot")))
                .map(Column::name)
                .toList();
        assertEquals(List.of("sourceSystem", "subject", "component", "area"), bare);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"column": "pupilGroup", "eq": "ALL"}                                                     | 4
            {"column": "pupilGroup", "notEq": "ALL"}                                                  | 4
            {"column": "pupilGroup", "in": ["MALE", "FEMALE"]}                                        | 4
            {"column": "pupilGroup", "notIn": ["MALE", "FEMALE"]}                                     | 4
            {"column": "academicYear", "gt": "2023/2024"}                                             | 6
            {"column": "academicYear", "gte": "2023/2024", "lte": "2023/2024"}                        | 2
            {"column": "academicYear", "lt": "202425"}                                                | 2
            {"column": "schoolUrn", "eq": "900002"}                                                   | 4
            {"column": "value", "gte": "62.5"}                                                        | 6
            {"column": "date", "gt": "2025-01-01"}                                                    | 6
            {"and": [{"column": "pupilGroup", "eq": "ALL"}, {"column": "value", "gt": "65"}]}         | 2
            {"or": [{"column": "pupilGroup", "eq": "MALE"}, {"column": "value", "lt": "62"}]}         | 4
            {"not": {"or": [{"column": "pupilGroup", "eq": "MALE"}, {"column": "value", "lt": "62"}]}} | 4
            {"column": "pupilGroup", "eq": "' or 1 = 1 --"}                                           | 0
            """)
    void criteriaSayWhichRows(String criteria, int expected) {
        ask(As.trustLeader(), "{\"criteria\": " + criteria + "}")
                .body("results", hasSize(expected))
                .body("paging.totalResults", equalTo(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"criteria": {"column": "pupil_group", "eq": "ALL"}}                   | /criteria/column       | There is no column
            {"criteria": {"and": [{"column": "schoolUrn", "eq": "Elm"}]}}          | /criteria/and/0/eq     | not a whole number
            {"criteria": {"or": [{"column": "academicYear", "in": ["2024"]}]}}     | /criteria/or/0/in/0    | not an academic year
            {"criteria": {"column": "value", "gt": "1e999999999"}}                 | /criteria/gt           | not a number
            {"criteria": {"column": "value"}}                                      | /criteria              | held against
            {"criteria": {"column": "value", "and": [{"column": "value"}]}}        | /criteria              | one of and, or, not
            {"criteria": {}}                                                       | /criteria              | none
            {"indicators": ["pupilGroup"]}                                         | /indicators/0          | no indicator
            {"sort": ["value; drop table outcome"]}                                | /sort/0                | There is no column
            {"asAt": "yesterday"}                                                  | /asAt                  | neither a date
            {"asAt": "2999-01-01"}                                                 | /asAt                  | still to come
            {"pageSize": 5001}                                                     | /pageSize              | 5000
            """)
    void whatCannotBeAskedIsSaidWithItsPath(String query, String path, String words) {
        analyst()
                .contentType(ContentType.JSON)
                .body(query)
                .post(HEADLINES + "/query")
                .then()
                .statusCode(422)
                .body("errors[0].path", equalTo(path))
                .body("errors[0].message", containsString(words));
    }

    @Test
    void criteriaAreNotNestedWithoutEnd() {
        String criteria = "{\"not\": ".repeat(11) + "{\"column\": \"value\", \"gt\": \"1\"}" + "}".repeat(11);
        analyst()
                .contentType(ContentType.JSON)
                .body("{\"criteria\": " + criteria + "}")
                .post(HEADLINES + "/query")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("too-deep"));
    }

    @Test
    void rowsAreSortedAndPagedAndHaveTheIndicatorsThatAreAskedFor() {
        ask(
                        As.head(900001),
                        "{\"indicators\": [\"value\"], \"sort\": [\"-academicYear\", \"-value\"], \"pageSize\": 2, \"labels\": \"both\"}")
                .body("results.academicYear", contains("2024/2025", "2024/2025"))
                .body("results.pupilGroup", contains("MALE", "ALL"))
                .body("results.pupilGroupLabel", contains("Boys", "All pupils"))
                .body("results[0].value", startsWith("71.4"))
                .body("results[0].cohortSize", nullValue())
                .body("paging.totalPages", equalTo(2));
        ask(As.head(900001), "{\"sort\": [\"value\"], \"pageSize\": 3, \"page\": 2}")
                .body("results.pupilGroup", contains("MALE"));
    }

    @Test
    void aQuestionThatTakesTooLongIsStopped() throws Exception {
        ask(analyst(), EVERYTHING);
        try (Connection other = Given.owner();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table measure in access exclusive mode");
            analyst()
                    .contentType(ContentType.JSON)
                    .body(EVERYTHING)
                    .post(HEADLINES + "/query")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("urn:uplift:problem:question-too-large"))
                    .body("detail", containsString("stopped"));
            other.rollback();
        }
        ask(analyst(), EVERYTHING).body("results.size()", greaterThan(0));
    }

    @Test
    void aValueIsGivenAsItWasKnown() {
        Given.run("update outcome_change set changed_at = timestamptz '2026-01-01T00:00:00Z'");
        Given.run(
                "update outcome set value = 99, result_status = 'final' where pupil_group = 'ALL' and academic_year = 2024");
        String all = "\"criteria\": {\"and\": [{\"column\": \"pupilGroup\", \"eq\": \"ALL\"},"
                + " {\"column\": \"academicYear\", \"eq\": \"2024/2025\"}]}";
        ask(As.head(900001), "{" + all + "}").body("results.value", contains("99"));
        ask(As.head(900001), "{" + all + ", \"asAt\": \"2026-01-01\"}")
                .body("results.value", contains(startsWith("66.6")))
                .body("results.resultStatus", contains("provisional"));
        ask(As.head(900001), "{" + all + ", \"asAt\": \"2025-12-31\"}").body("results", hasSize(0));
        analyst()
                .contentType(ContentType.JSON)
                .body("{\"asAt\": \"2026-01-01\"}")
                .post(SETS + "/support/query")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("not-kept"));
    }

    @Test
    void everySetCanBeDescribedAskedAndDownloadedByWhoMayReadIt() {
        for (DataSet set : DataSets.all()) {
            RequestSpecification reader = set.ofPupils() ? As.dataManager() : As.trustLeader();
            reader.get(SETS + "/" + set.id() + "/meta").then().statusCode(200);
            String rows = set.ofPupils()
                    ? As.dataManager()
                            .get(SETS + "/" + set.id() + "/download")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString()
                    : As.trustLeader()
                            .get(SETS + "/" + set.id() + "/download")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString();
            assertEquals(
                    "academicYear,schoolUrn,schoolUrnLabel",
                    rows.substring(0, "academicYear,schoolUrn,schoolUrnLabel".length()));
            (set.ofPupils() ? As.dataManager() : As.trustLeader())
                    .contentType(ContentType.JSON)
                    .body(EVERYTHING)
                    .post(SETS + "/" + set.id() + "/query")
                    .then()
                    .statusCode(200);
        }
    }

    private static RequestSpecification analyst() {
        return As.inTrust("analyst", "analyst");
    }

    private static ValidatableResponse ask(RequestSpecification who, String query) {
        return who.contentType(ContentType.JSON)
                .body(query)
                .post(HEADLINES + "/query")
                .then()
                .statusCode(200);
    }

    static void outcome(int urn, int year, String group, int pupils, int met) {
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,"
                        + " value, numerator, denominator, cohort_size, counted, coverage, result_status, dated)"
                        + " values (?, 'KS2_RWM_EXP', ?, 'summer', '6', ?, 'computed', 100.0 * ? / ?, ?, ?, ?, ?, 1,"
                        + " 'provisional', make_date(? + 1, 5, 12))",
                urn,
                year,
                group,
                met,
                pupils,
                met,
                pupils,
                pupils,
                pupils,
                year);
    }
}
