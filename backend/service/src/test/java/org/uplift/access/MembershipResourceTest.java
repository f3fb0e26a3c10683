package org.uplift.access;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class MembershipResourceTest {
    private static final String PATH = "/api/v1/memberships";

    @BeforeEach
    void schools() {
        Given.school(900001);
        Given.school(900002);
    }

    private static Map<String, Object> headOf(UUID person, int urn) {
        return Map.of(
                "personId", person, "role", "school-leader", "scope", "school", "schoolUrn", urn, "headteacher", true);
    }

    @Test
    void onlyTheAdministratorManagesPeople() {
        As.anonymous().get(PATH).then().statusCode(401);
        As.trustLeader().get(PATH).then().statusCode(403);
        As.head(900001).get("/api/v1/people").then().statusCode(403);
        As.head(900001)
                .contentType(ContentType.JSON)
                .body(headOf(UUID.randomUUID(), 900001))
                .post(PATH)
                .then()
                .statusCode(403);
        As.administrator().get(PATH).then().statusCode(200);
        As.administrator()
                .get("/api/v1/people")
                .then()
                .statusCode(200)
                .body("results.username", contains("administrator", "head.900001", "trust.leader"));
    }

    @Test
    void aPersonAppearsAtTheFirstSignInAndSeesTheirSchoolFromTheNextRequestOn() {
        As.user("new.head", "school-leader")
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("memberships", hasSize(0))
                .body("permissions", hasSize(0));
        UUID person = UUID.fromString(As.administrator()
                .get("/api/v1/people?search=new.head")
                .then()
                .statusCode(200)
                .extract()
                .path("results[0].id"));
        String id = As.administrator()
                .contentType(ContentType.JSON)
                .body(headOf(person, 900001))
                .post(PATH)
                .then()
                .statusCode(201)
                .header("Location", containsString(PATH))
                .extract()
                .path("id");
        As.user("new.head", "school-leader").get("/api/v1/schools").then().body("results.urn", contains(900001));
        As.user("new.head", "school-leader")
                .get("/api/v1/me")
                .then()
                .body("permissions.permission", hasItem("cycles:change"))
                .body("memberships.headteacher", contains(true));
        As.administrator()
                .header("If-Match", "\"0\"")
                .delete(PATH + "/" + id)
                .then()
                .statusCode(200);
        As.user("new.head", "school-leader").get("/api/v1/schools").then().body("results", hasSize(0));
        As.administrator()
                .get("/api/v1/activity?subject=membership")
                .then()
                .statusCode(200)
                .body("results", hasSize(2));
        As.trustLeader()
                .get("/api/v1/activity?subject=membership")
                .then()
                .statusCode(200)
                .body("results", hasSize(0));
    }

    @Test
    void aMembershipCountsOnlyWhileTheTokenHasTheRole() {
        Given.trustMembership("former.leader", "trust-leader");
        As.user("former.leader", "trust-leader").get("/api/v1/schools").then().body("results", hasSize(2));
        As.user("former.leader", "school-leader")
                .get("/api/v1/schools")
                .then()
                .statusCode(200)
                .body("results", hasSize(0));
    }

    @Test
    void aMembershipCountsFromAndUntil() {
        Given.run(
                "update membership set valid_from = current_date + 1 where id = ?",
                Given.schoolMembership("future.head", "school-leader", 900001));
        Given.run(
                "update membership set valid_until = current_date where id = ?",
                Given.schoolMembership("past.head", "school-leader", 900001));
        As.user("future.head", "school-leader")
                .get("/api/v1/schools/900001")
                .then()
                .statusCode(404);
        As.user("past.head", "school-leader")
                .get("/api/v1/schools/900001")
                .then()
                .statusCode(404);
    }

    @Test
    void whatDoesNotFitIsToldWithItsPath() {
        UUID person = Given.person("somebody");
        As.administrator()
                .contentType(ContentType.JSON)
                .body(Map.of("personId", person, "role", "school-leader", "scope", "school"))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors[0].path", equalTo("/schoolUrn"));
        As.administrator()
                .contentType(ContentType.JSON)
                .body(Map.of("personId", person, "role", "head", "scope", "trust"))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors[0].path", equalTo("/role"));
        As.administrator()
                .contentType(ContentType.JSON)
                .body(Map.of("personId", UUID.randomUUID(), "role", "trustee", "scope", "trust"))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors[0].path", equalTo("/personId"));
        As.administrator()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "personId",
                        person,
                        "role",
                        "trustee",
                        "scope",
                        "trust",
                        "from",
                        "2026-09-01",
                        "until",
                        "2026-08-31"))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors[0].path", equalTo("/until"));
        As.administrator()
                .contentType(ContentType.JSON)
                .body(Map.of("role", "trustee", "scope", "trust"))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors[0].path", equalTo("/personId"));
        As.administrator()
                .contentType(ContentType.JSON)
                .body("{")
                .post(PATH)
                .then()
                .statusCode(400);
        As.administrator()
                .contentType(ContentType.TEXT)
                .body("x")
                .post(PATH)
                .then()
                .statusCode(415);
        As.administrator().get(PATH + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void aChangeNeedsThePresentVersion() {
        UUID id = Given.schoolMembership("somebody", "school-leader", 900001);
        String patch = "application/merge-patch+json";
        As.administrator()
                .contentType(patch)
                .body("{\"headteacher\":true}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(428);
        As.administrator()
                .contentType(patch)
                .header("If-Match", "\"0\"")
                .body("{\"headteacher\":true}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("headteacher", equalTo(true))
                .header("ETag", "\"1\"");
        As.administrator()
                .contentType(patch)
                .header("If-Match", "\"0\"")
                .body("{\"headteacher\":false}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(412)
                .body("current.headteacher", equalTo(true));
    }

    @Test
    void theAdministratorReadsNoSchoolDataByTheRoleAlone() {
        As.administrator().get("/api/v1/schools").then().statusCode(200).body("results", hasSize(2));
        As.administrator().get("/api/v1/schools/900001/inspections").then().statusCode(403);
    }
}
