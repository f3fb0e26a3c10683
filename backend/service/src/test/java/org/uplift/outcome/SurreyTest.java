package org.uplift.outcome;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.ingest.CsvFile;
import org.uplift.ingest.CsvRow;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Published;
import org.uplift.testing.UpliftTest;

/** The published register and results of Surrey, as they came from the Department for Education. */
@UpliftTest
class SurreyTest {
    private static final String REGISTER = "gias-establishments-surrey.csv";
    private static final String RESULTS_2017 = "ks2-school-results-surrey-2016-2017.csv";
    private static final String RESULTS_2018 = "ks2-school-results-surrey-2017-2018.csv";
    private static final String RWM = "measureCode=KS2_RWM_EXP&pupilGroup=ALL&academicYear=";

    /** The symbol that a marker of the file must become. */
    private static final Map<String, String> SYMBOLS =
            Map.of("SUPP", "c", "NA", "x", "LOWCOV", "x", "NEW", "x", "NP", "x", "NE", "z");

    @BeforeEach
    void givenTheRegister() {
        Given.run("delete from benchmark");
        send("/api/v1/ingest/schools", file(REGISTER)).body("counts.rejected", equalTo(0));
    }

    @Test
    void bothYearsGoInAndCompareWithEnglandAndSurrey() {
        results("2016/2017", RESULTS_2017)
                .body("counts.received", equalTo(235))
                .body("counts.created", equalTo(221))
                .body("counts.unchanged", equalTo(1))
                .body("counts.quarantined", equalTo(13))
                .body("notes", hasItem(containsString("not used")));
        results("2017/2018", RESULTS_2018)
                .body("counts.received", equalTo(238))
                .body("counts.created", equalTo(224))
                .body("counts.unchanged", equalTo(1))
                .body("counts.quarantined", equalTo(13));
        assertEquals(
                61,
                benchmark("england", 0, 2016),
                "England's state-funded schools at the expected standard in 2016/2017");
        assertEquals(64, benchmark("england", 0, 2017));
        assertEquals(67, benchmark("local-authority", 936, 2016));
        assertEquals(70, benchmark("local-authority", 936, 2017));
        outcomes(142999, RWM + "2016/2017")
                .body("results[0].display", equalTo("64%"))
                .body("results[0].cohortSize", equalTo(94))
                .body("results[0].benchmarks.england", equalTo(61))
                .body("results[0].benchmarks.localAuthority", equalTo(67));
    }

    @Test
    void specialSchoolsOutsideTheRegisterWait() {
        for (Map.Entry<String, String> file :
                Map.of("2016/2017", RESULTS_2017, "2017/2018", RESULTS_2018).entrySet()) {
            List<Integer> waiting = results(file.getKey(), file.getValue())
                    .extract()
                    .jsonPath()
                    .getList("rows.findAll { it.outcome == 'quarantined' }.row");
            List<CsvRow> rows = CsvFile.of(file(file.getValue())).rows();
            assertEquals(
                    13,
                    waiting.stream()
                            .filter(row -> "2".equals(rows.get(row).value("RECTYPE")))
                            .count());
        }
    }

    @Test
    void theSameFileAgainChangesNothing() {
        results("2016/2017", RESULTS_2017);
        results("2016/2017", RESULTS_2017).body("counts.created", equalTo(0)).body("counts.updated", equalTo(0));
    }

    @Test
    void aFileSentAsAnEarlierYearIsRefused() {
        As.dataManager()
                .contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(file(RESULTS_2018))
                .post("/api/v1/ingest/published-results?keyStage=KS2&academicYear=2016/2017")
                .then()
                .statusCode(422);
    }

    @Test
    void everyFigureOfASchoolReadsBackAsInTheFile() {
        results("2017/2018", RESULTS_2018);
        List<CsvRow> rows = CsvFile.of(file(RESULTS_2018)).rows();
        Map<String, String> columns = columns();
        for (String urn : List.of("125108", "137014", "125151")) {
            CsvRow row = rows.stream()
                    .filter(each -> urn.equals(each.value("URN")))
                    .findFirst()
                    .orElseThrow();
            List<Map<String, Object>> results = outcomes(Integer.parseInt(urn), "academicYear=2017/2018&pageSize=200")
                    .extract()
                    .jsonPath(new JsonPathConfig(NumberReturnType.BIG_DECIMAL))
                    .getList("results");
            assertEquals(columns.size(), results.size());
            for (Map<String, Object> result : results) {
                String column = columns.get(result.get("measureCode") + " " + result.get("pupilGroup"));
                String cell = row.value(Objects.requireNonNull(column));
                String symbol = cell == null ? "x" : SYMBOLS.get(cell);
                assertEquals(symbol, result.get("symbol"), urn + " " + column);
                if (symbol == null) {
                    assertEquals(
                            0,
                            new BigDecimal(cell.replace("%", ""))
                                    .compareTo(new BigDecimal(String.valueOf(result.get("value")))),
                            urn + " " + column);
                } else {
                    assertEquals(symbol, result.get("display"));
                }
            }
            assertNotNull(row.value("TELIG"));
        }
    }

    /** The column of each measure and group, as the code list has it. */
    private static Map<String, String> columns() {
        Map<String, String> columns = new java.util.HashMap<>();
        Given.query(
                "select measure_code || ' ' || pupil_group, column_name from published_column"
                        + " where role = 'VALUE' and expected and valid_from <= 2017 and coalesce(valid_to, 9999) >= 2017",
                row -> columns.put(row.getString(1), row.getString(2)));
        return columns;
    }

    private static long benchmark(String area, int code, int year) {
        return Given.number("select value from benchmark where area = '" + area + "' and area_code = " + code
                + " and academic_year = " + year + " and measure_code = 'KS2_RWM_EXP' and pupil_group = 'ALL'");
    }

    private static ValidatableResponse outcomes(int urn, String query) {
        return As.dataManager()
                .get("/api/v1/schools/" + urn + "/outcomes?" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse results(String year, String file) {
        return send("/api/v1/ingest/published-results?keyStage=KS2&academicYear=" + year, file(file));
    }

    private static ValidatableResponse send(String path, byte[] body) {
        return As.dataManager()
                .contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(path)
                .then()
                .statusCode(200);
    }

    private static byte[] file(String name) {
        try {
            return Published.file(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
