package org.uplift.dataset;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** Rows of pupils are for who may see pupils, and for analysts to whom an administrator has granted them. */
@UpliftTest
class PupilResultsTest {
    private static final String SET = "/api/v1/data-sets/pupil-results";
    private static final UUID PSEUDONYM = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @BeforeEach
    void givenAResultInEachOfTwoSchools() {
        Given.school(900001);
        Given.school(900002);
        Given.run(
                "insert into pupil (pseudonym, upn_hash, upn_encrypted) values (?, '\\x5ec7e7', '\\x5ec7e8')",
                PSEUDONYM);
        Given.run(
                "insert into result_slot (source_system, assessment_point, assessment_code, subject, component, facet)"
                        + " values ('mis', 'summer', 'KS2', 'REA', 'TEST', 'achieved') on conflict do nothing");
        for (int urn : new int[] {900001, 900002}) {
            Given.run(
                    "insert into pupil_year (school_urn, academic_year, pupil_id, year_group, sex, disadvantaged, source_system,"
                            + " source_updated_at) select ?, 2024, id, '6', 'F', true, 'mis', now() from pupil",
                    urn);
            Given.run(
                    "insert into result (school_urn, academic_year, slot_id, pupil_id, score, status, result_date,"
                            + " source_updated_at, job_id) select ?, 2024, s.id, p.id, 104, 3, date '2025-05-14', now(), ?"
                            + " from result_slot s, pupil p where s.source_system = 'mis' and s.subject = 'REA'",
                    urn,
                    UUID.randomUUID());
        }
    }

    @Test
    void whoSeesPupilsReadsTheirRowsUnderPseudonyms() {
        ask(As.head(900001))
                .statusCode(200)
                .body("results.schoolUrn", contains(900001))
                .body("results[0].pupil", equalTo(PSEUDONYM.toString()))
                .body("results[0].disadvantaged", equalTo(true))
                .body("results[0].sex", equalTo("F"))
                .body("results[0].score", equalTo(104.0f))
                .body("results[0].resultStatus", equalTo("final"));
        String all = As.dataManager()
                .get(SET + "/download")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(all.contains(PSEUDONYM.toString()));
        assertFalse(all.contains("5ec7"), "neither the number of a pupil nor what stands for it is given");
        ask(As.inTrust("trustee", "trustee")).statusCode(404);
        ask(As.inSchool("committee.900001", "committee-member", 900001)).statusCode(404);
        ask(As.inTrust("system.leader", "system-leader")).statusCode(404);
        ask(As.administrator()).statusCode(403);
    }

    @Test
    void anAdministratorGrantsThemToAnAnalyst() {
        Given.person("partner.analyst");
        ask(As.inSchool("partner.analyst", "analyst", 900002)).statusCode(404);
        grant("partner.analyst", true).statusCode(200).body("pupilRows", equalTo(true));
        ask(As.user("partner.analyst", "analyst"))
                .statusCode(200)
                .body("results.schoolUrn", everyItem(equalTo(900002)));
        As.user("partner.analyst", "analyst")
                .get("/api/v1/data-sets")
                .then()
                .body("results.id", hasItem("pupil-results"));
        ask(As.user("partner.analyst", "system-leader")).statusCode(404);
        grant("partner.analyst", false).statusCode(200);
        ask(As.user("partner.analyst", "analyst")).statusCode(404);
        As.user("partner.analyst", "analyst")
                .get("/api/v1/data-sets")
                .then()
                .body("results.id", not(hasItem("pupil-results")));
    }

    /** What is granted is rows, not the small numbers of outcomes: these stay as they are for everybody who reads them so. */
    @Test
    void theyAreGrantedToAnalystsAlone() {
        Given.person("system.leader");
        As.inTrust("system.leader", "system-leader");
        grant("system.leader", true).statusCode(422).body("errors[0].path", equalTo("/pupilRows"));
    }

    @Test
    void whoTakesThemAwayIsKnown() {
        As.dataManager().get(SET + "/download?format=ndjson").then().statusCode(200);
        As.trustLeader()
                .get("/api/v1/activity?subject=data-set")
                .then()
                .statusCode(200)
                .body("results.summary", contains("downloaded rows of pupils as ndjson"));
        As.head(900001).get("/api/v1/activity?subject=data-set").then().body("results", hasSize(0));
        As.head(900001).get(SET + "/download").then().statusCode(200);
        As.head(900001).get("/api/v1/activity?subject=data-set").then().body("results", hasSize(1));
        As.head(900002).get("/api/v1/activity?subject=data-set").then().body("results", hasSize(0));
    }

    @Test
    void whoLooksAtThemIsKnownWhicheverPageTheyAskFor() {
        As.dataManager()
                .contentType("application/json")
                .body("{\"page\":2,\"pageSize\":1}")
                .post(SET + "/query")
                .then()
                .statusCode(200);
        As.dataManager()
                .contentType("application/json")
                .body("{\"asAt\":\"2026-03-31\"}")
                .post(SET + "/query")
                .then()
                .statusCode(422);
        As.trustLeader()
                .get("/api/v1/activity?subject=data-set")
                .then()
                .body("results.summary", contains("looked at rows of pupils"));
    }

    private static ValidatableResponse grant(String username, boolean granted) {
        String id = As.administrator()
                .get("/api/v1/memberships?personId=" + Given.person(username))
                .then()
                .extract()
                .path("results[0].id");
        return As.administrator()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"pupilRows\": " + granted + "}")
                .patch("/api/v1/memberships/" + id)
                .then();
    }

    private static ValidatableResponse ask(RequestSpecification who) {
        return who.contentType(ContentType.JSON).body("{}").post(SET + "/query").then();
    }
}
