package org.uplift.dataset;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** Versions of data sets: when one is made, what it says is another, and that it can be asked for what was. */
@UpliftTest
class DataSetVersionsTest {
    private static final String SETS = "/api/v1/data-sets/";
    private static final String NOW = "/api/v1/data-set-versions";

    @Inject
    VersionRound round;

    @BeforeEach
    void givenWhatThereIs() {
        Given.school(900001);
        Given.school(900002);
        Given.run(
                "insert into cycle (id, school_urn, academic_year, stage) values (gen_random_uuid(), 900001, 2025, 'PLANNING'),"
                        + " (gen_random_uuid(), 900002, 2025, 'PLANNING')");
        DataSetResourceTest.outcome(900001, 2024, "ALL", 30, 20);
        DataSetResourceTest.outcome(900002, 2024, "ALL", 30, 18);
        round.run();
    }

    @Test
    void theFirstOneHoldsWhatThereIs() {
        versions(analyst(), "cycle-progress")
                .body("results.version", contains("1.0"))
                .body("results[0].kind", equalTo("major"))
                .body("results[0].changes", hasSize(0))
                .body("results[0].rowsChanged", equalTo(2))
                .body("paging.totalResults", equalTo(1));
        versions(analyst(), "headline-outcomes").body("results.rowsChanged", contains(2));
        analyst().get(SETS + "cycle-progress/meta").then().body("version", equalTo("1.0"));
    }

    @Test
    void noneIsMadeWhereNothingIsAnother() {
        round.run();
        for (String set : List.of("cycle-progress", "headline-outcomes", "targets", "need-levels")) {
            versions(analyst(), set).body("results.version", contains("1.0"));
        }
    }

    @Test
    void anAdministratorHasThemMadeBeforeTheDayEnds() {
        Given.run("update cycle set stage = 'IMPLEMENTING' where school_urn = 900001");
        As.anonymous().post(NOW).then().statusCode(401);
        analyst().post(NOW).then().statusCode(403);
        As.trustLeader().post(NOW).then().statusCode(403);
        versions(analyst(), "cycle-progress").body("results.version", contains("1.0"));
        As.administrator()
                .post(NOW)
                .then()
                .statusCode(200)
                .body("results.dataSet", contains("cycle-progress"))
                .body("results.version", contains("1.1"));
        versions(analyst(), "cycle-progress").body("results.version", contains("1.1", "1.0"));
        assertEquals(
                1,
                Given.number(
                        "select count(*) from activity where subject = 'DATA_SET' and subject_id = 'cycle-progress'"
                                + " and summary = 'made version 1.1 of the data set'"));
        As.administrator().post(NOW).then().statusCode(200).body("results", hasSize(0));
    }

    @Test
    void rowsThatChangedMakeAMinorOneAndTheOldOneIsStillThere() {
        Given.run("update cycle set stage = 'IMPLEMENTING' where school_urn = 900001");
        Given.run("delete from cycle where school_urn = 900002");
        round.run();
        versions(analyst(), "cycle-progress")
                .body("results.version", contains("1.1", "1.0"))
                .body("results[0].kind", equalTo("minor"))
                .body("results[0].rowsChanged", equalTo(2));
        versions(analyst(), "headline-outcomes").body("results.version", contains("1.0"));
        ask(analyst(), "cycle-progress", "{}").body("results.stage", contains("implementing"));
        ask(analyst(), "cycle-progress", "{\"version\":\"1.1\"}").body("results.stage", contains("implementing"));
        ask(analyst(), "cycle-progress", "{\"version\":\"1.0\",\"labels\":\"both\"}")
                .body("results.stage", contains("planning", "planning"))
                .body("results[0].academicYear", equalTo("2025/2026"))
                .body("results[0].priorities", equalTo(0))
                .body("results[0].schoolUrnLabel", equalTo(name(900001)));
        ask(
                        analyst(),
                        "cycle-progress",
                        "{\"version\":\"1.0\",\"criteria\":{\"column\":\"schoolUrn\",\"eq\":\"900002\"}}")
                .body("results.stage", contains("planning"));
        String old = analyst()
                .queryParam("query", "{\"version\":\"1.0\"}")
                .get(SETS + "cycle-progress/download?format=csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(3, old.lines().count());
        assertFalse(old.contains("implementing"));
    }

    @Test
    void asAtIsTheNewestVersionByThen() {
        Given.run("update data_set_version set made_at = '2026-03-31T22:55:00Z'");
        Given.run("update cycle set stage = 'IMPLEMENTING' where school_urn = 900001");
        round.run();
        ask(analyst(), "cycle-progress", "{\"asAt\":\"2026-03-31\"}")
                .body("results.stage", contains("planning", "planning"));
        ask(analyst(), "cycle-progress", "{\"asAt\":\"" + LocalDate.now() + "\"}")
                .body("results.stage", contains("implementing", "planning"));
        refused("cycle-progress", "{\"asAt\":\"2026-03-30\"}", "/asAt", "not-kept");
    }

    @Test
    void aVersionOfOutcomesIsWhatWasKnownThen() {
        Given.run("update outcome_change set changed_at = changed_at - interval '1 day'");
        Given.run("update data_set_version set made_at = made_at - interval '1 hour'");
        Given.run("update outcome set value = 80, numerator = 24, counted = 24 where school_urn = 900001");
        round.run();
        versions(analyst(), "headline-outcomes")
                .body("results.version", contains("1.1", "1.0"))
                .body("results.rowsChanged", contains(1, 2));
        versions(analyst(), "attendance").body("results.version", contains("1.0"));
        versions(As.head(900002), "headline-outcomes").body("results.rowsChanged", contains(0, 1));
        String one = "\"criteria\":{\"column\":\"schoolUrn\",\"eq\":\"900001\"},\"indicators\":[\"numerator\"]}";
        ask(analyst(), "headline-outcomes", "{\"version\":\"1.0\"," + one).body("results.numerator", contains("20"));
        ask(analyst(), "headline-outcomes", "{\"version\":\"1.1\"," + one).body("results.numerator", contains("24"));
    }

    @Test
    void whatIsNoLongerThereMakesAMajorOne() {
        Given.run("update school set status = 'REGISTER' where urn = 900002");
        round.run();
        versions(analyst(), "headline-outcomes")
                .body("results.version", contains("2.0", "1.0"))
                .body("results[0].kind", equalTo("major"))
                .body("results[0].changes.kind", hasItem("removed"))
                .body("results[0].changes.find { it.code == '900002' }.column", equalTo("schoolUrn"))
                .body("results[0].changes.find { it.code == '900002' }.label", equalTo(name(900002)));
        versions(As.head(900001), "headline-outcomes")
                .body("results.version", contains("2.0", "1.0"))
                .body("results[0].changes", hasSize(0));
        Given.run("update school set status = 'IN_TRUST', name = 'Elm Park' where urn = 900002");
        round.run();
        Given.run("update school set name = 'Elm Park Primary' where urn = 900002");
        round.run();
        versions(analyst(), "headline-outcomes")
                .body("results.version", contains("2.2", "2.1", "2.0", "1.0"))
                .body("results[1].changes.kind", everyItem(equalTo("added")))
                .body("results[0].changes.kind", contains("relabelled"))
                .body("results[0].changes.label", contains("Elm Park Primary"));
    }

    @Test
    void everybodyGetsTheRowsOfTheirSchools() {
        As.anonymous().get(SETS + "cycle-progress/versions").then().statusCode(401);
        As.administrator().get(SETS + "cycle-progress/versions").then().statusCode(403);
        As.dataManager().get(SETS + "cycle-progress/versions").then().statusCode(404);
        versions(As.head(900001), "cycle-progress").body("results.rowsChanged", contains(1));
        ask(As.head(900001), "cycle-progress", "{\"version\":\"1.0\"}")
                .body("results.schoolUrn", contains(900001))
                .body("paging.totalResults", equalTo(1));
    }

    @Test
    void analystsAreToldByTheChangesInWhichSchoolsASetIsAnother() {
        As.inSchool("partner.analyst", "analyst", 900002);
        List<RequestSpecification> told = List.of(analyst(), As.user("partner.analyst", "analyst"));
        List<RequestSpecification> others = List.of(As.trustLeader(), As.head(900001), As.dataManager());
        Given.run("update cycle set stage = 'IMPLEMENTING' where school_urn = 900001");
        String from = changes(analyst(), "now").extract().path("next");
        round.run();
        changes(told.getFirst(), from)
                .body("results.kind", contains("data-set"))
                .body("results.id", contains("cycle-progress"))
                .body("results.schoolUrn", contains(900001))
                .body("results.what", contains("changed"))
                .body("results.href", contains(SETS + "cycle-progress"));
        changes(told.getLast(), from).body("results", hasSize(0));
        Given.run("delete from cycle where school_urn = 900002");
        round.run();
        changes(told.getLast(), from)
                .body("results.id", contains("cycle-progress"))
                .body("results.schoolUrn", contains(900002));
        for (RequestSpecification other : others) {
            changes(other, from).body("results", hasSize(0));
        }
    }

    /** A number that falls would tell that a complaint has been restricted since. */
    @Test
    void complaintsAreNotKept() {
        versions(analyst(), "complaints").body("results", hasSize(0));
        refused("complaints", "{\"version\":\"1.0\"}", "/version", "not-kept");
        refused("complaints", "{\"asAt\":\"2026-03-31\"}", "/asAt", "not-kept");
        assertEquals(0, Given.number("select count(*) from data_set_row where data_set = 'complaints'"));
    }

    @Test
    void aSmallGroupIsKeptAsWhoSeesNoPupilsSeesIt() {
        DataSetResourceTest.outcome(900001, 2024, "MALE", 26, 17);
        DataSetResourceTest.outcome(900001, 2024, "FEMALE", 4, 3);
        Given.run(
                "insert into priority (id, cycle_id, school_urn, title, position) select gen_random_uuid(), id, 900001, 'Reading', 1"
                        + " from cycle where school_urn = 900001");
        Given.run("insert into target (id, priority_id, school_urn, measure_code, cohort, pupil_group, baseline_value,"
                + " baseline_date, target_value, due_date, due_academic_year, due_assessment_point)"
                + " select gen_random_uuid(), id, 900001, 'KS2_RWM_EXP', '6', 'FEMALE', 60, '2024-09-01', 80, '2025-07-31', 2024,"
                + " 'summer' from priority");
        round.run();
        String current = "\"criteria\":{\"column\":\"current\",\"eq\":\"true\"}}";
        ask(As.head(900001), "targets", "{" + current)
                .body("results.actual", everyItem(startsWith("75.0")))
                .body("results.status", contains("missed"));
        for (RequestSpecification who : List.of(As.head(900001), analyst())) {
            ask(who, "targets", "{\"version\":\"1.1\"," + current)
                    .body("results.actual", contains("c"))
                    .body("results.status", contains("no-data"));
        }
        assertEquals(0, Given.number("select count(*) from data_set_row where row::text like '%75.0%'"));
    }

    @Test
    void whatCannotBeAskedForIsRefusedInWords() {
        refused("cycle-progress", "{\"version\":\"7.3\"}", "/version", "unknown-version");
        refused("headline-outcomes", "{\"version\":\"x' or true --\"}", "/version", "unknown-version");
        refused(
                "cycle-progress",
                "{\"version\":\"1.0\",\"asAt\":\"" + OffsetDateTime.now() + "\"}",
                "/version",
                "one-of");
        As.dataManager()
                .contentType(ContentType.JSON)
                .body("{\"version\":\"1.0\"}")
                .post(SETS + "pupil-results/query")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("not-kept"));
        As.dataManager()
                .get(SETS + "pupil-results/versions")
                .then()
                .statusCode(200)
                .body("results", hasSize(0))
                .body("paging.totalResults", equalTo(0));
        As.dataManager().get(SETS + "pupil-results/meta").then().body("version", nullValue());
    }

    private static String name(int urn) {
        return As.trustLeader().get("/api/v1/schools/" + urn).then().extract().path("name");
    }

    private static RequestSpecification analyst() {
        return As.inTrust("analyst", "analyst");
    }

    private static ValidatableResponse changes(RequestSpecification who, String since) {
        return who.queryParam("since", since).get("/api/v1/changes").then().statusCode(200);
    }

    private static ValidatableResponse versions(RequestSpecification who, String set) {
        return who.get(SETS + set + "/versions").then().statusCode(200);
    }

    private static ValidatableResponse ask(RequestSpecification who, String set, String query) {
        return who.contentType(ContentType.JSON)
                .body(query)
                .post(SETS + set + "/query")
                .then()
                .statusCode(200);
    }

    private static void refused(String set, String query, String path, String code) {
        analyst()
                .contentType(ContentType.JSON)
                .body(query)
                .post(SETS + set + "/query")
                .then()
                .statusCode(422)
                .body("errors[0].path", equalTo(path))
                .body("errors[0].code", equalTo(code))
                .body("errors[0].message", containsString(" "));
    }
}
