package org.uplift.pupil;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.ingest.Endless;
import org.uplift.ingest.Hostile;
import org.uplift.ingest.RowKind;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Jobs;
import org.uplift.testing.Token;
import org.uplift.testing.UpliftTest;

/** What means harm, or is broken, sent to the running service: it is refused clearly, or does no harm. */
@UpliftTest
class HostileFileTest {
    private static final String INGEST = "/api/v1/ingest/";
    private static final String JSON = "application/json";
    private static final String XML = "application/xml";
    private static final int PATIENCE_MILLIS = 60_000;
    private static final long TWO_GIGABYTES = 2_000_000_000;
    /** More than the heap of the service that is tested. */
    private static final long MORE_THAN_THE_MEMORY = 1_200_000_000;

    @TestHTTPResource
    URI service;

    private record Answer(int status, String body) {}

    @BeforeEach
    void school() {
        Given.school(900001);
    }

    private static RequestSpecification mis() {
        return As.mis(900001);
    }

    private static Response send(String kind, String type, byte[] body) {
        return mis().contentType(type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(INGEST + kind);
    }

    private static ValidatableResponse refused(String kind, String type, byte[] body, int status) {
        return send(kind, type, body).then().statusCode(status);
    }

    private static ValidatableResponse taken(String kind, String type, byte[] body) {
        return Jobs.ended(HostileFileTest::mis, send(kind, type, body).then());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Sends a body in pieces, of whose length nothing is said.
     *
     * @param patient whether all of it is sent before the answer is read; else no more than until it comes
     */
    private Answer stream(String kind, String type, InputStream body, boolean patient) throws IOException {
        As.mis(900001);
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(bytes("POST " + INGEST + kind + " HTTP/1.1\r\nHost: " + service.getAuthority()
                    + "\r\nAuthorization: Bearer "
                    + Token.of("mis-demo", "mis-integration").text() + "\r\nContent-Type: " + type
                    + "\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\nTransfer-Encoding: chunked\r\n\r\n"));
            InputStream in = socket.getInputStream();
            byte[] piece = new byte[1 << 16];
            int read = body.read(piece);
            while (read >= 0 && (patient || in.available() == 0)) {
                out.write(bytes(Integer.toHexString(read) + "\r\n"));
                out.write(piece, 0, read);
                out.write(bytes("\r\n"));
                read = body.read(piece);
            }
            if (read < 0) {
                out.write(bytes("0\r\n\r\n"));
            }
            return answer(in);
        }
    }

    private static Answer answer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        int status = Integer.parseInt(head.substring(9, 12));
        int length = head.toString()
                .toLowerCase(Locale.ROOT)
                .lines()
                .filter(line -> line.startsWith("content-length: "))
                .mapToInt(line -> Integer.parseInt(line.substring(16)))
                .sum();
        return new Answer(status, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    @Test
    void aLineOfTwoGigabytesIsRefusedWhileItIsStillOnItsWay() throws IOException {
        Map<String, Integer> lines = new LinkedHashMap<>();
        lines.put("pupils " + RowKind.CSV + " a", 400);
        lines.put("pupils " + RowKind.CSV + " a\n", 422);
        lines.put("columns " + RowKind.CSV + " a", 400);
        lines.put("pupils " + RowKind.NDJSON + " {\"upn\": \"", 422);
        lines.put("pupils " + RowKind.NDJSON + " {}\n\n", 202);
        lines.put("pupils " + RowKind.XLSX + " PK", 413);
        lines.put("columns " + RowKind.XLSX + " PK", 413);
        lines.put("pupils " + JSON + " {\"rows\": [{\"upn\": \"", 413);
        lines.put("ctf " + XML + " <CTfile><Header><SupplierID>", 400);
        lines.put("ctf " + XML + " <CTfile a='", 400);
        for (Map.Entry<String, Integer> line : lines.entrySet()) {
            String[] said = line.getKey().split(" ", 3);
            boolean early = line.getValue() != 202;
            Endless body = new Endless(said[2], 'x', early ? TWO_GIGABYTES : 10_000_000);
            Answer answer = stream(said[0], said[1], body, false);
            assertEquals(line.getValue(), answer.status(), () -> line.getKey() + ": " + answer.body());
            assertTrue(body.taken() < 64_000_000, () -> line.getKey() + " was sent as far as " + body.taken());
        }
    }

    @Test
    void whatGoesOnComingAfterTheAnswerDoesNotFillTheMemory() throws IOException {
        for (String said : List.of(RowKind.CSV + " a", JSON + " {\"rows\": [{\"upn\": \"")) {
            String[] type = said.split(" ", 2);
            Endless body = new Endless(type[1], 'x', MORE_THAN_THE_MEMORY);
            assertTrue(stream("pupils", type[0], body, true).status() >= 400);
            assertEquals(MORE_THAN_THE_MEMORY, body.taken());
        }
        mis().get(INGEST + "jobs").then().statusCode(200);
    }

    @Test
    void aWorkbookThatUnpacksWithoutEndIsRefused() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            Map<String, String> parts = Map.of(
                    "_rels/.rels", "<R><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"w.xml\"/></R>",
                    "w.xml", "<w xmlns:r=\"r\"><sheet r:id=\"s\"/></w>",
                    "_rels/w.xml.rels", "<R><Relationship Id=\"s\" Type=\"x/worksheet\" Target=\"s.xml\"/></R>");
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(bytes(part.getValue()));
            }
            zip.putNextEntry(new ZipEntry("s.xml"));
            zip.write(bytes("<w>"));
            byte[] rows = bytes("<row></row>".repeat(100_000));
            for (int at = 0; at < 40; at++) {
                zip.write(rows);
            }
        }
        assertTrue(file.size() < 1_000_000);
        for (String where : List.of("pupils", "columns")) {
            refused(where, RowKind.XLSX, file.toByteArray(), 413).body("detail", containsString("unpacks to more"));
        }
    }

    @Test
    void nothingThatIsPackedForTheWayIsUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            byte[] piece = new byte[1 << 20];
            for (int at = 0; at < 100; at++) {
                zip.write(piece);
            }
        }
        Map<String, String> addresses = Map.of(
                JSON, "pupils", RowKind.CSV, "pupils", RowKind.NDJSON, "pupils", RowKind.XLSX, "columns", XML, "ctf");
        addresses.forEach((type, where) -> mis().contentType(type)
                .header("Content-Encoding", "gzip")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(packed.toByteArray())
                .post(INGEST + where)
                .then()
                .statusCode(415));
        refused("pupils", JSON, packed.toByteArray(), 400);
    }

    @Test
    void entitiesOfXmlAreNotRead() {
        for (String xml : List.of(Hostile.BILLION_LAUGHS, Hostile.EXTERNAL_ENTITY)) {
            refused("ctf", XML, bytes(xml), 400)
                    .body("detail", containsString("document types and entities are not read"))
                    .body("detail", not(containsString("root:")));
        }
    }

    @Test
    void aFileAsAnotherCountrysSpreadsheetSavesItIsTakenIn() {
        String csv = "\uFEFFschoolUrn;upn;sourceSystem;academicYear;yearGroup;sourceUpdatedAt;note;\r\n"
                + "900001;" + Rows.upn(1) + ";\"Système; 2\";2025/2026;6;2025-10-02T08:00:00Z;–;\r\n"
                + ";;;;;;;\r\n\r\n"
                + "900001;" + Rows.upn(2) + ";Système;202526;R;2025-10-02T08:00:00Z";
        taken("pupils", RowKind.CSV, bytes(csv)).body("counts.created", equalTo(2));
        byte[] latin = csv.substring(1).getBytes(Charset.forName("windows-1252"));
        taken("pupils", RowKind.CSV, latin).body("counts.unchanged", equalTo(2));
        assertEquals(1, Given.number("select count(*) from pupil_year where source_system = 'Système; 2'"));
    }

    @Test
    void numbersThatAreNoneAreRejectedByTheirPlace() {
        taken("pupils", RowKind.CSV, bytes(Rows.csv(List.of(Rows.pupil(900001, 1)))));
        List<Object> numbers =
                List.of("NaN", "Infinity", "-Infinity", "1e400", "9".repeat(60_000), "0x7F", "1,5", "١٢", "--1", "1.");
        List<Map<String, Object>> rows = numbers.stream()
                .map(number -> Rows.with(Rows.test(900001, 1, "REA", 1), "score", number))
                .toList();
        mis().contentType(JSON)
                .header("Idempotency-Key", "numbers")
                .body(Rows.body(rows))
                .post(INGEST + "assessment-results")
                .then()
                .statusCode(200)
                .body("counts.rejected", equalTo(numbers.size()))
                .body("rows.errors.code.flatten()", everyItem(equalTo("wrong-form")))
                .body("rows[2].errors.path", contains("/rows/2/score"))
                .body("rows[4].errors[0].message.length()", not(greaterThan(100)));
        for (String number : List.of("NaN", "1e400", "9".repeat(2_000), "-1e-400000000")) {
            String row = "{\"rows\": [{\"score\": " + number + "}]}";
            int status = send("assessment-results", JSON, bytes(row)).statusCode();
            assertTrue(List.of(200, 400).contains(status), number + " was answered " + status);
            taken("assessment-results", RowKind.NDJSON, bytes("{\"score\": " + number + "}"))
                    .body("counts.rejected", equalTo(1));
        }
        assertEquals(0, Given.number("select count(*) from result"));
    }

    @Test
    void nestingHasAnEnd() {
        refused("pupils", JSON, bytes("{\"rows\": " + "[".repeat(200_000)), 400);
        refused("pupils", JSON, bytes("{\"rows\": [" + "{\"a\":".repeat(200_000)), 400);
        refused("ctf", XML, bytes("<CTfile>" + "<a>".repeat(200_000)), 400);
        taken("pupils", RowKind.NDJSON, bytes("{\"upn\": " + "[".repeat(20_000)))
                .body("rows[0].errors.code", contains("nested"));
    }

    @Test
    void charactersThatNobodySeesAreRejectedAndNoughtsAreNoText() {
        String header = "sourceSystem,schoolUrn,upn,academicYear,yearGroup,sourceUpdatedAt\n";
        String row = "\"Our%ss\",900001," + Rows.upn(1) + ",2025/2026,6,2025-10-02T08:00:00Z\n";
        for (String unseen : List.of("\u202E", "\u2066", "\u200B", "\u0007", "\u2028")) {
            taken("pupils", RowKind.CSV, bytes(header + row.formatted(unseen)))
                    .body("counts.rejected", equalTo(1))
                    .body("rows[0].errors.code", contains("invisible-character"))
                    .body("rows[0].errors[0].message", not(containsString(unseen)));
        }
        refused("pupils", RowKind.CSV, bytes(header + row.formatted("\0")), 400);
        refused("pupils", RowKind.NDJSON, bytes("{\"upn\": \"\0\"}"), 400);
        refused("pupils", JSON, bytes("{\"rows\": [{\"upn\": \"\0\"}]}"), 400);
        Map<String, Object> nought = Rows.with(Rows.pupil(900001, 1), "sourceSystem", "a\0b");
        mis().contentType(JSON)
                .header("Idempotency-Key", "nought")
                .body(Rows.body(List.of(nought)))
                .post(INGEST + "pupils")
                .then()
                .statusCode(200)
                .body("rows[0].errors.code", contains("invisible-character"));
        assertEquals(0, Given.number("select count(*) from pupil_year"));
    }

    @Test
    void whoSendsTooOftenIsToldWhenToComeAgainAndTheOthersAreNot() throws Exception {
        As.inSchool("eager-mis", "mis-integration", 900001);
        HttpRequest request = HttpRequest.newBuilder(service.resolve(INGEST + "jobs"))
                .header(
                        "Authorization",
                        "Bearer " + Token.of("eager-mis", "mis-integration").text())
                .build();
        try (HttpClient client = HttpClient.newHttpClient();
                ExecutorService many = Executors.newFixedThreadPool(8)) {
            Callable<HttpResponse<String>> asking = () -> {
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                for (int at = 0; at < 1_000 && answer.statusCode() == 200; at++) {
                    answer = client.send(request, BodyHandlers.ofString());
                }
                return answer;
            };
            HttpResponse<String> answer = many.invokeAny(Collections.nCopies(8, asking));
            assertEquals(429, answer.statusCode());
            assertTrue(
                    Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()) > 0);
            assertTrue(answer.body().contains("urn:uplift:problem:too-many-requests"), answer.body());
        }
        mis().get(INGEST + "jobs").then().statusCode(200);
    }
}
