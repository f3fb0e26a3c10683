package org.uplift.pupil;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.ingest.RowKind;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Jobs;
import org.uplift.testing.UpliftTest;

/** Files whose columns have names of their own. */
@UpliftTest
class MappedFileTest {
    private static final String INGEST = "/api/v1/ingest/";
    private static final String COLUMNS = INGEST + "columns";
    private static final String HEADINGS = "%064x".formatted(7);
    private static final Map<String, String> FIELDS = Map.of(
            "MIS", "sourceSystem",
            "School", "schoolUrn",
            "Pupil no.", "upn",
            "Year", "academicYear",
            "NC Year", "yearGroup",
            "Changed", "sourceUpdatedAt");
    private static final List<String> HEADER =
            List.of("Forename", "MIS", "School", "Pupil no.", "Year", "NC Year", "Changed");

    @BeforeEach
    void school() {
        Given.school(900001);
    }

    private static List<Object> pupil(int serial, Object yearGroup) {
        return List.of("Jo", "Ours", 900001, Rows.upn(serial), "2025/2026", yearGroup, "2025-10-02T08:00:00Z");
    }

    private static byte[] workbook(List<List<Object>> rows) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Pupils");
            for (int column = 0; column < HEADER.size(); column++) {
                sheet.value(0, column, HEADER.get(column));
                for (int row = 0; row < rows.size(); row++) {
                    Object value = rows.get(row).get(column);
                    if (value instanceof Number number) {
                        sheet.value(row + 1, column, number);
                    } else {
                        sheet.value(row + 1, column, value.toString());
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return file.toByteArray();
    }

    private static byte[] csv(List<List<Object>> rows) {
        String lines = rows.stream()
                .map(row -> row.stream().map(Object::toString).collect(Collectors.joining(";")))
                .collect(Collectors.joining("\r\n"));
        return (String.join(";", HEADER) + "\r\n" + lines).getBytes(StandardCharsets.UTF_8);
    }

    private static void keep(Map<String, String> fields) {
        As.dataManager()
                .contentType("application/json")
                .body(Map.of("fields", fields))
                .put(INGEST + "column-mappings/pupils/" + HEADINGS)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification file(String type, byte[] body) {
        return As.dataManager().contentType(type).body(body);
    }

    private static ValidatableResponse send(String type, byte[] body, String key) {
        return file(type, body)
                .header("Idempotency-Key", key)
                .queryParam("mapping", HEADINGS)
                .post(INGEST + "pupils")
                .then();
    }

    private static ValidatableResponse send(String type, byte[] body) {
        return send(type, body, UUID.randomUUID().toString());
    }

    @Test
    void aWorkbookIsTakenInByWhatItsColumnsAreSaidToHold() {
        keep(FIELDS);
        Jobs.ended(As::dataManager, send(RowKind.XLSX, workbook(List.of(pupil(1, 6), pupil(2, "15"), pupil(3, "R")))))
                .body("counts.created", equalTo(2))
                .body("counts.rejected", equalTo(1))
                .body("rows[0].errors[0].path", equalTo("/rows/1/yearGroup"))
                .body("columns", equalTo(FIELDS))
                .body("firstRow", equalTo(2));
        assertEquals(1, Given.number("select count(*) from pupil_year where year_group = 'R'"));
    }

    @Test
    void separatedValuesAreTakenInTheSameWay() {
        keep(FIELDS);
        Jobs.ended(As::dataManager, send(RowKind.CSV, csv(List.of(pupil(1, 6), pupil(2, 5)))))
                .body("counts.created", equalTo(2))
                .body("columns.School", equalTo("schoolUrn"));
    }

    @Test
    void aMappingThatSaysTooLittleIsRefusedWithEveryFieldThatIsMissing() {
        Map<String, String> fields = new HashMap<>(FIELDS);
        fields.keySet().removeAll(List.of("Pupil no.", "NC Year"));
        fields.put("Not there", "upn");
        keep(fields);
        send(RowKind.XLSX, workbook(List.of(pupil(1, 6))))
                .statusCode(422)
                .body("errors.path", contains("/columns/upn", "/columns/yearGroup"));
    }

    @Test
    void aMappingIsTheSendersOwnAndForTablesOnly() {
        byte[] body = csv(List.of(pupil(1, 6)));
        send(RowKind.CSV, body).statusCode(422).body("errors[0].code", equalTo("unknown-mapping"));
        keep(FIELDS);
        As.mis(900001)
                .contentType(RowKind.CSV)
                .header("Idempotency-Key", "other")
                .queryParam("mapping", HEADINGS)
                .body(body)
                .post(INGEST + "pupils")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-mapping"));
        for (String type : List.of(RowKind.NDJSON, "application/json")) {
            send(type, "{\"rows\":[]}".getBytes(StandardCharsets.UTF_8))
                    .statusCode(422)
                    .body("errors[0].code", equalTo("not-for-this-form"));
        }
        file(RowKind.CSV, body)
                .header("Idempotency-Key", "short")
                .queryParam("mapping", "short")
                .post(INGEST + "pupils")
                .then()
                .statusCode(422)
                .body("errors[0].path", equalTo("/mapping"));
        assertEquals(0, Given.number("select count(*) from ingest_job"));
    }

    @Test
    void theSameFileReadOtherwiseIsAnotherRequest() {
        byte[] body = csv(List.of(pupil(1, 6)));
        keep(FIELDS);
        Jobs.ended(As::dataManager, send(RowKind.CSV, body, "once")).body("counts.created", equalTo(1));
        send(RowKind.CSV, body, "once").statusCode(202).body("status", equalTo("completed"));
        Map<String, String> fields = new HashMap<>(FIELDS);
        fields.put("Forename", "formerUpn");
        keep(fields);
        send(RowKind.CSV, body, "once").statusCode(409);
    }

    @Test
    void theColumnsOfAFileAreToldBeforeItIsSent() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("One");
            sheet.value(2, 0, "Pupil no.");
            sheet.value(2, 2, " Tested on ");
            sheet.value(2, 3, "Score");
            sheet.value(3, 0, Rows.upn(1));
            sheet.value(3, 2, LocalDate.of(2026, 7, 14));
            sheet.style(3, 2).format("dd/mm/yyyy").set();
        }
        file(RowKind.XLSX, file.toByteArray())
                .post(COLUMNS)
                .then()
                .statusCode(200)
                .body("columns.heading", contains("Pupil no.", "Tested on", "Score"))
                .body("columns[0].first", equalTo(Rows.upn(1)))
                .body("columns[1].first", equalTo("2026-07-14"))
                .body("columns[2]", not(hasKey("first")));
        file(RowKind.CSV, "a;b;;a\n1;2".getBytes(StandardCharsets.UTF_8))
                .post(COLUMNS)
                .then()
                .statusCode(200)
                .body("columns.heading", contains("a", "b"));
        assertEquals(0, Given.number("select count(*) from ingest_job"));
    }

    @Test
    void theColumnsOfWhatIsNoTableAreNotTold() {
        byte[] body = workbook(List.of());
        As.anonymous().contentType(RowKind.XLSX).body(body).post(COLUMNS).then().statusCode(401);
        As.head(900001)
                .contentType(RowKind.XLSX)
                .body(body)
                .post(COLUMNS)
                .then()
                .statusCode(403);
        file(RowKind.XLSX, body).post(COLUMNS).then().statusCode(200).body("columns[0].heading", equalTo("Forename"));
        file(RowKind.XLSX, csv(List.of()))
                .post(COLUMNS)
                .then()
                .statusCode(400)
                .body("detail", containsString("workbook"));
        file(RowKind.CSV, body).post(COLUMNS).then().statusCode(400);
        file(RowKind.CSV, new byte[0]).post(COLUMNS).then().statusCode(422);
        file("application/xml", body).post(COLUMNS).then().statusCode(415);
        file(RowKind.CSV, body)
                .header("Content-Encoding", "gzip")
                .post(COLUMNS)
                .then()
                .statusCode(415);
    }
}
