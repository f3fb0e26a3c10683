package org.uplift.dataset;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** Files of data sets hold what is stored, in every format, and can be taken up again. */
@UpliftTest
class DownloadTest {
    private static final String DOWNLOAD = "/api/v1/data-sets/headline-outcomes/download";
    private static final String AWKWARD = "=St Mary's, \"Ash\"\tand\\Elm\nFalse ✓";

    @BeforeEach
    void givenOutcomes() {
        Given.school(900001, AWKWARD, "IN_TRUST");
        DataSetResourceTest.outcome(900001, 2023, "ALL", 30, 18);
        DataSetResourceTest.outcome(900001, 2024, "ALL", 30, 20);
        DataSetResourceTest.outcome(900001, 2024, "MALE", 26, 17);
        DataSetResourceTest.outcome(900001, 2024, "FEMALE", 4, 3);
    }

    @Test
    void csvHasCodesAndLabelsAndNoFormula() throws Exception {
        Response answer = As.head(900001).get(DOWNLOAD);
        answer.then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", "attachment; filename=\"headline-outcomes.csv\"")
                .header("Cache-Control", containsString("no-store"));
        List<Map<String, String>> rows = csv(answer.asString());
        assertEquals(4, rows.size());
        assertEquals("'" + AWKWARD, rows.getFirst().get("schoolUrnLabel"));
        assertEquals("900001", rows.getFirst().get("schoolUrn"));
        assertEquals("All pupils", rows.getFirst().get("pupilGroupLabel"));
        assertEquals("2023/2024", rows.getFirst().get("academicYear"));
        assertEquals("60.0000000000000000", rows.getFirst().get("value"));
        String codes = As.head(900001)
                .queryParam("query", "{\"labels\": \"codes\", \"indicators\": [\"value\"]}")
                .get(DOWNLOAD)
                .asString();
        assertEquals(
                "academicYear,schoolUrn,measureCode,assessmentPoint,cohort,pupilGroup,source,resultStatus,date,value",
                codes.lines().findFirst().orElseThrow());
    }

    @Test
    void everyLineOfNdjsonIsAnObject() {
        String lines = analyst()
                .get(DOWNLOAD + "?format=ndjson")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(4, lines.lines().count());
        JsonPath first = JsonPath.from(lines.lines().findFirst().orElseThrow());
        assertEquals(AWKWARD, first.getString("schoolUrnLabel"));
        assertEquals(900001, first.getInt("schoolUrn"));
        assertEquals("30", first.getString("cohortSize"));
        assertTrue(lines.contains("\"value\":\"c\""));
    }

    @Test
    void aReaderThatIsNotOursFindsTypesAndSymbolsInParquet(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("rows.parquet");
        Files.write(file, analyst().get(DOWNLOAD + "?format=parquet").asByteArray());
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            Map<String, String> types = new HashMap<>();
            try (ResultSet columns = statement.executeQuery("describe select * from '" + file + "'")) {
                while (columns.next()) {
                    types.put(columns.getString("column_name"), columns.getString("column_type"));
                }
            }
            assertEquals("INTEGER", types.get("schoolUrn"));
            assertEquals("DOUBLE", types.get("value"));
            assertEquals("DATE", types.get("date"));
            assertEquals("VARCHAR", types.get("academicYear"));
            assertEquals("VARCHAR", types.get("valueSymbol"));
            try (ResultSet rows = statement.executeQuery(
                    "select * from '" + file + "' where academicYear = '2024/2025' order by pupilGroup")) {
                assertTrue(rows.next());
                assertEquals("ALL", rows.getString("pupilGroup"));
                assertEquals(100.0 * 20 / 30, rows.getDouble("value"), 1e-9);
                assertEquals(30, rows.getInt("cohortSize"));
                assertNull(rows.getString("valueSymbol"));
                assertEquals(AWKWARD, rows.getString("schoolUrnLabel"));
                assertEquals("2025-05-12", rows.getObject("date").toString());
                assertTrue(rows.next());
                assertEquals("FEMALE", rows.getString("pupilGroup"));
                assertNull(rows.getObject("value"));
                assertEquals("c", rows.getString("valueSymbol"));
                assertNull(rows.getObject("cohortSize"));
            }
        }
    }

    @Test
    void aWorkbookHasNumbersDatesAndSymbols() throws Exception {
        byte[] bytes = analyst()
                .get(DOWNLOAD + "?format=xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            List<org.dhatim.fastexcel.reader.Row> rows =
                    workbook.getFirstSheet().read();
            assertEquals(5, rows.size());
            List<String> names =
                    rows.getFirst().stream().map(cell -> cell.getText()).toList();
            org.dhatim.fastexcel.reader.Row first = rows.get(1);
            assertEquals(AWKWARD, first.getCellText(names.indexOf("schoolUrnLabel")));
            assertEquals(
                    60.0,
                    first.getCellAsNumber(names.indexOf("value")).orElseThrow().doubleValue());
            assertEquals(
                    "2024-05-12",
                    first.getCellAsDate(names.indexOf("date"))
                            .orElseThrow()
                            .toLocalDate()
                            .toString());
            assertTrue(rows.stream()
                    .anyMatch(row -> row.getCellText(names.indexOf("value")).equals("c")));
        }
    }

    @Test
    void textIsCompressedForWhoAcceptsIt() throws Exception {
        String plain =
                analyst().header("Accept-Encoding", "identity").get(DOWNLOAD).asString();
        Response packed = As.user("analyst", "analyst")
                .config(io.restassured.RestAssured.config()
                        .decoderConfig(io.restassured.config.DecoderConfig.decoderConfig()
                                .noContentDecoders()))
                .header("Accept-Encoding", "gzip")
                .get(DOWNLOAD);
        packed.then().header("Content-Encoding", "gzip").header("Vary", containsString("Accept-Encoding"));
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.asByteArray()))) {
            assertArrayEquals(plain.getBytes(StandardCharsets.UTF_8), unpacked.readAllBytes());
        }
    }

    @Test
    void aDownloadThatBrokeOffIsTakenUpAgain() {
        for (String format : List.of("csv", "ndjson")) {
            Response whole = analyst().get(DOWNLOAD + "?format=" + format);
            String tag = whole.header("ETag");
            Response rest = analyst().header("If-Match", tag).get(DOWNLOAD + "?after=2&format=" + format);
            rest.then().statusCode(200);
            assertTrue(whole.asString().endsWith(rest.asString()));
            assertEquals(
                    2,
                    rest.asString()
                            .lines()
                            .filter(line -> line.contains("2024/2025"))
                            .count());
        }
        String tag = analyst().get(DOWNLOAD).header("ETag");
        analyst().get(DOWNLOAD + "?after=2").then().statusCode(428);
        analyst()
                .header("If-Match", tag)
                .get(DOWNLOAD + "?after=2&format=parquet")
                .then()
                .statusCode(422);
        Given.run("update outcome set value = 1 where academic_year = 2023");
        analyst().header("If-Match", tag).get(DOWNLOAD + "?after=2").then().statusCode(412);
    }

    @Test
    void rowsThatAreTheSameAreNotSentAgain() {
        for (String format : List.of("csv", "parquet")) {
            String path = DOWNLOAD + "?format=" + format;
            String tag = analyst().get(path).header("ETag");
            analyst()
                    .header("If-None-Match", tag)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .body(emptyString());
            As.head(900001).header("If-None-Match", tag).get(path).then().statusCode(200);
        }
        String tag = analyst().get(DOWNLOAD).header("ETag");
        Given.run("update outcome set value = 1 where academic_year = 2023");
        analyst().header("If-None-Match", tag).get(DOWNLOAD).then().statusCode(200);
    }

    @Test
    void theTagIsAnotherOneForOthersAndOtherQuestions() {
        String tag = analyst().get(DOWNLOAD).header("ETag");
        assertEquals(tag, analyst().get(DOWNLOAD).header("ETag"));
        assertTrue(!tag.equals(As.head(900001).get(DOWNLOAD).header("ETag")));
        assertTrue(!tag.equals(analyst().get(DOWNLOAD + "?format=ndjson").header("ETag")));
        assertTrue(!tag.equals(analyst()
                .queryParam("query", "{\"sort\": [\"value\"]}")
                .get(DOWNLOAD)
                .header("ETag")));
    }

    @Test
    void whatCannotBeReadIsSaid() {
        analyst().get(DOWNLOAD + "?format=pdf").then().statusCode(422).body("errors[0].path", equalTo("/format"));
        analyst().get(DOWNLOAD + "?query=x").then().statusCode(422).body("errors[0].path", equalTo("/query"));
        analyst()
                .queryParam("query", "{\"criteria\": {\"column\": \"value\"}}")
                .get(DOWNLOAD)
                .then()
                .statusCode(422)
                .body("errors[0].path", equalTo("/criteria"));
        analyst()
                .queryParam("query", "{\"pageSize\": 0}")
                .get(DOWNLOAD)
                .then()
                .statusCode(422)
                .body("errors[0].path", equalTo("/pageSize"));
        As.anonymous().get(DOWNLOAD).then().statusCode(401);
        As.administrator().get(DOWNLOAD).then().statusCode(403);
        As.user("nobody", "analyst").get(DOWNLOAD).then().statusCode(404);
    }

    private static List<Map<String, String>> csv(String text) throws Exception {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            return reader.stream().map(record -> record.getFieldsAsMap()).toList();
        }
    }

    private static RequestSpecification analyst() {
        return As.inTrust("analyst", "analyst");
    }
}
