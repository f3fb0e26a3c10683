package org.uplift.dataset;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** Whoever may not see pupils finds out no small number: by whatever door they ask, and whatever they compare. */
@UpliftTest
class DataSetSuppressionTest {
    private static final String SETS = "/api/v1/data-sets";
    private static final List<String> FIGURES = List.of(
            "value", "numerator", "denominator", "cohortSize", "coverage", "confidenceLower", "confidenceUpper");

    @BeforeEach
    void givenASmallGroup() {
        Given.school(900001);
        DataSetResourceTest.outcome(900001, 2024, "ALL", 30, 20);
        DataSetResourceTest.outcome(900001, 2024, "MALE", 26, 17);
        DataSetResourceTest.outcome(900001, 2024, "FEMALE", 4, 3);
        DataSetResourceTest.outcome(900001, 2024, "NO_SEN", 20, 15);
        DataSetResourceTest.outcome(900001, 2024, "SEN_SUPPORT", 8, 4);
        DataSetResourceTest.outcome(900001, 2024, "EHCP", 2, 1);
    }

    @Test
    void aHiddenCellHasNoFigureOfAnyKind() {
        List<Map<String, Object>> rows = ask("{}");
        assertEquals(6, rows.size());
        Set<String> hidden = hidden(rows);
        assertEquals(Set.of("MALE", "FEMALE", "SEN_SUPPORT", "EHCP"), hidden);
        for (Map<String, Object> row : rows) {
            for (String figure : FIGURES) {
                assertEquals(
                        hidden.contains((String) row.get("pupilGroup")),
                        "c".equals(row.get(figure)),
                        row.get("pupilGroup") + " " + figure);
            }
        }
    }

    @Test
    void theSameCellsAreHiddenAsOnThePageOfTheSchool() {
        List<Map<String, Object>> elsewhere = As.inTrust("trustee", "trustee")
                .get("/api/v1/schools/900001/outcomes?measureCode=KS2_RWM_EXP&pageSize=200")
                .then()
                .statusCode(200)
                .extract()
                .path("results");
        Set<Object> there = elsewhere.stream()
                .filter(row -> "c".equals(row.get("symbol")))
                .map(row -> row.get("pupilGroup"))
                .collect(Collectors.toSet());
        assertEquals(there, Set.copyOf(hidden(ask("{}"))));
    }

    @Test
    void whoSeesThePupilsSeesTheCells() {
        As.head(900001)
                .contentType(ContentType.JSON)
                .body("{}")
                .post(SETS + "/headline-outcomes/query")
                .then()
                .body("results.findAll { it.value == 'c' }.size()", equalTo(0))
                .body("results.find { it.pupilGroup == 'FEMALE' }.cohortSize", equalTo("4"));
    }

    /** For each indicator, every bound: a hidden row is in no answer, nor in that of the opposite, nor in a number of rows. */
    @Test
    void noComparisonFindsAHiddenRow() {
        for (String figure : FIGURES) {
            for (String comparison : List.of("eq", "notEq", "gt", "gte", "lt", "lte")) {
                for (String bound : List.of("0", "1", "3", "4", "50", "75", "1000")) {
                    String condition = "{\"column\": \"" + figure + "\", \"" + comparison + "\": \""
                            + bound.replace("75", figure.equals("value") ? "75" : "7") + "\"}";
                    for (String criteria : List.of(condition, "{\"not\": " + condition + "}")) {
                        List<Map<String, Object>> rows = ask("{\"criteria\": " + criteria + "}");
                        assertEquals(Set.of(), hidden(rows), criteria);
                    }
                }
            }
            for (String criteria : List.of(
                    "{\"column\": \"" + figure + "\", \"in\": [\"3\", \"4\", \"75\"]}",
                    "{\"column\": \"" + figure + "\", \"notIn\": [\"3\", \"4\", \"75\"]}",
                    "{\"not\": {\"column\": \"" + figure + "\", \"notIn\": [\"3\", \"4\", \"75\"]}}")) {
                assertEquals(Set.of(), hidden(ask("{\"criteria\": " + criteria + "}")), criteria);
            }
        }
    }

    /** An "or" with what is true anyway would bring a hidden row, whatever its figure: never one and not the other. */
    @Test
    void hiddenRowsComeOrStayAwayAllTheSame() {
        for (String bound : List.of("1", "3", "5", "40", "80")) {
            String condition = "{\"column\": \"value\", \"gt\": \"" + bound + "\"}";
            for (String either : List.of(condition, "{\"not\": " + condition + "}")) {
                String query =
                        "{\"criteria\": {\"or\": [" + either + ", {\"column\": \"schoolUrn\", \"eq\": \"900001\"}]}}";
                assertEquals(4, hidden(ask(query)).size(), query);
            }
        }
    }

    /** By every figure in both directions, hidden rows are last and among themselves in the order of the set. */
    @Test
    void noOrderTellsWhichHiddenFigureIsGreater() {
        List<Object> usual = order(ask("{}"));
        for (String figure : FIGURES) {
            for (String sign : List.of("", "-")) {
                List<Map<String, Object>> rows = ask("{\"sort\": [\"" + sign + figure + "\"]}");
                List<Object> last = order(rows);
                assertEquals(usual, last, sign + figure);
                assertTrue(
                        figure.startsWith("confidence")
                                || rows.subList(2, 6).stream().allMatch(row -> "c".equals(row.get("value"))),
                        sign + figure);
            }
        }
    }

    @Test
    void pagesOfOneRowTellNoMoreThanOnePage() {
        List<Map<String, Object>> paged = new ArrayList<>();
        for (int page = 1; page <= 6; page++) {
            paged.addAll(ask("{\"sort\": [\"-value\"], \"pageSize\": 1, \"page\": " + page + "}"));
        }
        assertEquals(ask("{\"sort\": [\"-value\"]}"), paged);
    }

    /** A question for one group alone hides what a question for all groups hides. */
    @Test
    void narrowingShowsNothingMore() {
        Set<String> hidden = hidden(ask("{}"));
        for (String group : List.of("ALL", "MALE", "FEMALE", "NO_SEN", "SEN_SUPPORT", "EHCP")) {
            List<Map<String, Object>> rows =
                    ask("{\"criteria\": {\"column\": \"pupilGroup\", \"eq\": \"" + group + "\"}}");
            assertEquals(hidden.contains(group), !hidden(rows).isEmpty(), group);
        }
    }

    @Test
    void downloadsHideWhatAnswersHide() {
        for (String labels : List.of("codes", "labels", "both")) {
            String csv = analyst()
                    .queryParam("query", "{\"labels\": \"" + labels + "\"}")
                    .get(SETS + "/headline-outcomes/download")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertEquals(
                    4,
                    csv.lines().filter(line -> line.contains(",c,c,c,c,c,c,c")).count(),
                    csv);
            String lines = analyst()
                    .queryParam("query", "{\"labels\": \"" + labels + "\"}")
                    .get(SETS + "/headline-outcomes/download?format=ndjson")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertEquals(
                    4,
                    lines.lines()
                            .filter(line ->
                                    FIGURES.stream().allMatch(figure -> line.contains("\"" + figure + "\":\"c\"")))
                            .count(),
                    lines);
            assertFalse(lines.contains("\"cohortSize\":\"4\"") || lines.contains("\"cohortSize\":\"2\""));
        }
    }

    /** A pupil joins the group that is shown no more: what it was before is not told either. */
    @Test
    void whatWasKnownBeforeTellsNoMoreThanTheHistory() {
        Given.run("update outcome_change set changed_at = timestamptz '2026-01-01T00:00:00Z'");
        Given.run(
                "update outcome set cohort_size = 9, counted = 9, denominator = 9, numerator = 5 where pupil_group = 'SEN_SUPPORT'");
        Given.run(
                "update outcome set cohort_size = 31, counted = 31, denominator = 31, numerator = 21 where pupil_group = 'ALL'");
        Map<String, Object> now = cohortSizes(ask("{}"));
        Map<String, Object> before = cohortSizes(ask("{\"asAt\": \"2026-01-15\"}"));
        assertEquals("31", now.get("ALL"));
        assertEquals("c", before.get("ALL"), "the difference is one pupil");
        assertEquals("c", before.get("SEN_SUPPORT"));
        assertEquals("c", before.get("FEMALE"));
        before.forEach((group, size) ->
                assertTrue("c".equals(size) || Objects.equals(size, now.get(group)), group + " " + size));
    }

    /** Ten boys join three: the girls, who stayed as many, less the cohort of then would be those three. */
    @Test
    void aGroupThatStayedTheSameDoesNotTellWhatAnotherWas() {
        Given.run("delete from outcome");
        DataSetResourceTest.outcome(900001, 2024, "ALL", 20, 10);
        DataSetResourceTest.outcome(900001, 2024, "MALE", 3, 2);
        DataSetResourceTest.outcome(900001, 2024, "FEMALE", 17, 8);
        Given.run("update outcome_change set changed_at = timestamptz '2026-01-01T00:00:00Z'");
        assertEquals(Set.of("MALE", "FEMALE"), Set.copyOf(hidden(ask("{\"asAt\": \"2026-01-15\"}"))));
        Given.run("update outcome set cohort_size = 30, counted = 30, denominator = 30 where pupil_group = 'ALL'");
        Given.run("update outcome set cohort_size = 13, counted = 13, denominator = 13 where pupil_group = 'MALE'");
        assertEquals(Map.of("ALL", "30", "MALE", "13", "FEMALE", "17"), cohortSizes(ask("{}")));
        assertEquals(Map.of("ALL", "20", "MALE", "c", "FEMALE", "c"), cohortSizes(ask("{\"asAt\": \"2026-01-15\"}")));
    }

    /** A push that holds a school and year is not waited for, and does not wait for ever: it goes on when the question is answered. */
    @Test
    void aQuestionDoesNotWaitForAPush() throws Exception {
        Given.school(900002);
        DataSetResourceTest.outcome(900002, 2024, "ALL", 30, 20);
        try (Connection push = Given.owner();
                Statement statement = push.createStatement()) {
            push.setAutoCommit(false);
            statement.execute("update outcome set cohort_size = 31, counted = 31 where school_urn = 900002");
            List<Map<String, Object>> rows = ask("{}");
            assertEquals(7, rows.size());
            assertTrue(
                    rows.stream()
                            .filter(row -> row.get("schoolUrn").equals(900002))
                            .allMatch(row -> row.get("value").equals("c")),
                    "what is not known yet is hidden");
            statement.execute("update outcome set value = 50 where school_urn = 900001 and pupil_group = 'ALL'");
            push.commit();
        }
        assertEquals(4, hidden(ask("{}")).size());
        assertEquals(
                "31",
                cohortSizes(ask("{\"criteria\": {\"column\": \"schoolUrn\", \"eq\": \"900002\"}}"))
                        .get("ALL"));
    }

    /** What is hidden follows a push at once, and nothing is shown as long as it is not known. */
    @Test
    void whatIsHiddenFollowsTheOutcomes() {
        assertEquals(4, hidden(ask("{}")).size());
        Given.run("update outcome set cohort_size = 14, counted = 14 where pupil_group = 'FEMALE'");
        Given.run("update outcome set cohort_size = 16, counted = 16 where pupil_group = 'MALE'");
        assertEquals(Set.of("SEN_SUPPORT", "EHCP"), Set.copyOf(hidden(ask("{}"))));
        Given.run("update outcome set cohort_size = 3, counted = 3 where pupil_group = 'FEMALE'");
        assertTrue(hidden(ask("{}")).contains("FEMALE"));
    }

    private static Map<String, Object> cohortSizes(List<Map<String, Object>> rows) {
        Map<String, Object> sizes = new HashMap<>();
        rows.forEach(row -> sizes.put((String) row.get("pupilGroup"), row.get("cohortSize")));
        return sizes;
    }

    private static Set<String> hidden(List<Map<String, Object>> rows) {
        return rows.stream()
                .filter(row -> FIGURES.stream().anyMatch(figure -> "c".equals(row.get(figure))))
                .map(row -> (String) row.get("pupilGroup"))
                .collect(Collectors.toSet());
    }

    private static List<Object> order(List<Map<String, Object>> rows) {
        return rows.stream()
                .filter(row -> "c".equals(row.get("value")))
                .map(row -> row.get("pupilGroup"))
                .toList();
    }

    private static RequestSpecification analyst() {
        return As.inTrust("analyst", "analyst");
    }

    private static List<Map<String, Object>> ask(String query) {
        return analyst()
                .contentType(ContentType.JSON)
                .body(query)
                .post(SETS + "/headline-outcomes/query")
                .then()
                .statusCode(200)
                .extract()
                .path("results");
    }
}
