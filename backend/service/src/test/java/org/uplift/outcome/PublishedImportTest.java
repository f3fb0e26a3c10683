package org.uplift.outcome;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class PublishedImportTest {
    private static final String IMPORT = "/api/v1/ingest/published-results";

    @BeforeEach
    void givenThreeSchools() {
        Given.run("delete from benchmark");
        Given.school(900001);
        Given.school(900002);
        Given.school(900003);
    }

    @Test
    void onlyTheTrustsDataManagerImports() {
        byte[] file = file("hand-made.csv");
        send(As.anonymous(), file).statusCode(401);
        send(As.head(900001), file).statusCode(403);
        send(As.inSchool("data.900001", "data-manager", 900001), file).statusCode(403);
        assertEquals(0, Given.number("select count(*) from outcome"));
    }

    @Test
    void whatTheRequestLacksIsTold() {
        byte[] file = file("hand-made.csv");
        RequestSpecification data = As.dataManager().contentType("text/csv").body(file);
        data.post(IMPORT + "?keyStage=KS2&academicYear=2016/2017").then().statusCode(400);
        send(As.dataManager(), file, "academicYear=2016/2017").statusCode(422);
        send(As.dataManager(), file, "keyStage=KS2").statusCode(422);
        send(As.dataManager(), file, "keyStage=KS9&academicYear=2016/2017")
                .statusCode(422)
                .body("errors.path", contains("/keyStage"));
        send(As.dataManager(), file, "keyStage=KS2&academicYear=2011/2012")
                .statusCode(422)
                .body("errors.path", contains("/academicYear"));
        send(As.dataManager(), file, "keyStage=KS2&academicYear=2014/2015").statusCode(422);
        send(As.dataManager(), file, "keyStage=KS2&academicYear=2098/2099")
                .statusCode(422)
                .body("errors.path", contains("/academicYear"));
        send(As.dataManager(), file, "keyStage=KS2&academicYear=2016/2017&dryRun=maybe")
                .statusCode(422)
                .body("errors.path", contains("/dryRun"));
        assertEquals(0, Given.number("select count(*) from outcome"));
    }

    @Test
    void aFileOfAnotherKindIsRefusedWhole() {
        send(As.dataManager(), "A,B\n1,2\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("errors.path", containsInAnyOrder("/columns/RECTYPE", "/columns/URN", "/columns/LEA"));
        send(As.dataManager(), "RECTYPE,LEA,URN\n1,936,900001\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(422);
        send(As.dataManager(), file("hand-made.csv"), "keyStage=KS2&academicYear=2014/2015")
                .statusCode(422);
        send(As.dataManager(), new byte[0]).statusCode(422);
        send(As.dataManager(), new byte[] {0, 1, 2, 3}).statusCode(400);
        assertEquals(0, Given.number("select count(*) from outcome"));
    }

    @Test
    void eachRowIsAnswered() {
        send(As.dataManager(), file("hand-made.csv"))
                .statusCode(200)
                .body("counts.received", equalTo(9))
                .body("counts.created", equalTo(5))
                .body("counts.unchanged", equalTo(1))
                .body("counts.rejected", equalTo(2))
                .body("counts.quarantined", equalTo(1))
                .body("rows.find { it.row == 4 }.errors[0].path", equalTo("/rows/4/PTRWM_EXP"))
                .body("rows.find { it.row == 5 }.errors[0].code", equalTo("duplicate"))
                .body("rows.find { it.row == 3 }.errors[0].code", equalTo("school-not-registered"))
                .body("rows.find { it.row == 7 }.label", equalTo("England, state-funded schools"))
                .body("notes", hasItem(containsString("WRITPROG")))
                .body("notes", hasItem(containsString("not used")));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        send(As.dataManager(), file("hand-made.csv"));
        long activities = Given.number("select count(*) from activity where subject = 'OUTCOME'");
        send(As.dataManager(), file("hand-made.csv"))
                .body("counts.created", equalTo(0))
                .body("counts.updated", equalTo(0))
                .body("counts.unchanged", equalTo(6))
                .body("counts.quarantined", equalTo(1));
        assertEquals(activities, Given.number("select count(*) from activity where subject = 'OUTCOME'"));
        assertEquals(1, Given.number("select count(*) from quarantine"));
    }

    @Test
    void aChangedFigureIsToldBeforeAndAfter() {
        send(As.dataManager(), file("hand-made.csv"));
        send(As.dataManager(), file("hand-made-changed.csv"), "keyStage=KS2&academicYear=2016/2017&dryRun=true")
                .body("dryRun", equalTo(true))
                .body("counts.updated", equalTo(1));
        outcomes("measureCode=KS2_RWM_EXP&pupilGroup=ALL").body("results.display", contains("70%"));
        send(As.dataManager(), file("hand-made-changed.csv"))
                .body("counts.updated", equalTo(1))
                .body("counts.unchanged", equalTo(1))
                .body("rows[0].changes[0].field", equalTo("KS2_RWM_EXP ALL"))
                .body("rows[0].changes[0].before", equalTo("70"))
                .body("rows[0].changes[0].after", equalTo("72"));
        outcomes("measureCode=KS2_RWM_EXP&pupilGroup=ALL").body("results.display", contains("72%"));
    }

    @Test
    void columnsMayMove() {
        send(As.dataManager(), file("hand-made.csv"));
        send(As.dataManager(), file("hand-made-moved.csv"))
                .body("counts.unchanged", equalTo(2))
                .body("notes[0]", containsString("PTRWM_HIGH"));
    }

    @Test
    void figuresMarkersAndBenchmarksReadBack() {
        send(As.dataManager(), file("hand-made.csv"));
        outcomes("measureCode=KS2_RWM_EXP&pupilGroup=ALL")
                .body("results[0].value", equalTo(70))
                .body("results[0].cohortSize", equalTo(30))
                .body("results[0].source", equalTo("published"))
                .body("results[0].resultStatus", equalTo("final"))
                .body("results[0].date", equalTo("2017-07-31"))
                .body("results[0].assessmentPoint", equalTo("summer"))
                .body("results[0].cohort", equalTo("6"))
                .body("results[0].benchmarks.england", equalTo(61))
                .body("results[0].benchmarks.localAuthority", equalTo(67));
        outcomes("measureCode=KS2_READ_PROG&pupilGroup=ALL")
                .body("results[0].value", equalTo(-1.6f))
                .body("results[0].confidenceLower", equalTo(-2.9f))
                .body("results[0].confidenceUpper", equalTo(-0.3f))
                .body("results[0].coverage", equalTo(0.98f))
                .body("results[0].partial", equalTo(false))
                .body("results[0].benchmarks.england", nullValue());
        outcomes("measureCode=KS2_RWM_EXP&pupilGroup=DISADVANTAGED")
                .body("results[0].value", nullValue())
                .body("results[0].symbol", equalTo("c"))
                .body("results[0].display", equalTo("c"));
        assertEquals(
                1,
                Given.number(
                        "select count(*) from outcome where school_urn = 900002 and symbol = 'z' and marker = 'NE'"));
        assertEquals(
                0,
                Given.number("select count(*) from outcome where school_urn = 900003 and symbol is distinct from 'x'"));
    }

    @Test
    void aWaitingRowIsTakenInWhenItsSchoolIsRegistered() {
        send(As.dataManager(), file("hand-made.csv"));
        As.dataManager()
                .contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        URN,EstablishmentName,LA (code),LA (name),PhaseOfEducation (name),TypeOfEstablishment (name),EstablishmentStatus (name)
                        900904,Damson School,936,Surrey,Not applicable,Community special school,Open
                        """)
                .post("/api/v1/ingest/schools")
                .then()
                .statusCode(200)
                .body("counts.created", equalTo(1));
        assertEquals(0, Given.number("select count(*) from quarantine"));
        As.dataManager()
                .get("/api/v1/schools/900904/outcomes?measureCode=KS2_RWM_EXP&pupilGroup=ALL")
                .then()
                .body("results", hasSize(1))
                .body("results[0].symbol", equalTo("c"))
                .body("results[0].academicYear", equalTo("2016/2017"));
        assertEquals(
                8, Given.number("select count(*) from outcome where school_urn = 900904 and source = 'published'"));
        assertEquals(
                1, Given.number("select count(*) from activity where subject = 'OUTCOME' and school_urn = 900904"));
        send(As.dataManager(), file("hand-made.csv"))
                .body("counts.quarantined", equalTo(0))
                .body("counts.unchanged", equalTo(7));
    }

    private static ValidatableResponse outcomes(String query) {
        return As.head(900001)
                .get("/api/v1/schools/900001/outcomes?" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse send(RequestSpecification who, byte[] file) {
        return send(who, file, "keyStage=KS2&academicYear=2016/2017");
    }

    private static ValidatableResponse send(RequestSpecification who, byte[] file, String query) {
        return who.contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(file)
                .post(IMPORT + "?" + query)
                .then();
    }

    private static byte[] file(String name) {
        try (var stream = PublishedImportTest.class.getResourceAsStream("/published-results/" + name)) {
            return Objects.requireNonNull(stream).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
