package org.uplift.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Base64;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.uplift.stack.IdentityProvider;
import org.uplift.testing.Given;
import org.uplift.testing.RunningDatabase;
import org.uplift.testing.RunningKeycloak;

/** The service with the tokens of a real Keycloak: who gets in, and what happens when its keys change or it is away. */
@QuarkusTest
@TestProfile(KeycloakTest.WithKeycloak.class)
@QuarkusTestResource(value = RunningDatabase.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RunningKeycloak.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakTest {
    /** A service of its own, which trusts the real Keycloak. */
    public static class WithKeycloak implements QuarkusTestProfile {}

    private static IdentityProvider keycloak() {
        return RunningKeycloak.keycloak();
    }

    private static int schools(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/api/v1/schools")
                .statusCode();
    }

    @Test
    @Order(1)
    void demonstrationAccountsAreWhoTheySay() {
        given().header("Authorization", "Bearer " + keycloak().token("head.900001"))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("head.900001"))
                .body("roles", contains("school-leader"));
        given().header("Authorization", "Bearer " + keycloak().clientToken("mis-demo", "mis-demo-secret"))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("roles", hasItem("mis-integration"));
    }

    @Test
    @Order(2)
    void aTokenForAnotherAudienceIsRefused() {
        assertEquals(401, schools(keycloak().token("head.900001", "uplift-elsewhere")));
    }

    @Test
    @Order(3)
    void aTokenThatWasChangedIsRefused() {
        String[] parts = keycloak().token("head.900001").split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1])).replace("school-leader", "trust-leader");
        assertEquals(
                401,
                schools(parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes()) + "."
                        + parts[2]));
    }

    @Test
    @Order(4)
    void anAccessTokenIsNeededNotAnIdentityToken() {
        assertEquals(401, schools(keycloak().identityToken("head.900001")));
    }

    @Test
    @Order(5)
    void aHeadSeesTheirSchoolOnceTheMembershipIsThere() {
        Given.school(900001);
        String token = keycloak().token("head.900001");
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/schools")
                .then()
                .statusCode(200)
                .body("paging.totalResults", equalTo(0));
        Given.run(
                "insert into membership (id, person_id, role, scope, school_urn, valid_from)"
                        + " select gen_random_uuid(), id, 'SCHOOL_LEADER', 'SCHOOL', 900001, date '2020-09-01' from person where username = 'head.900001'");
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/schools")
                .then()
                .statusCode(200)
                .body("results.urn", contains(900001));
    }

    @Test
    @Order(6)
    void newKeysOfKeycloakAreTakenUpWithoutARestart() {
        String before = keycloak().token("head.900001");
        assertEquals(200, schools(before));
        keycloak().rotateKeys();
        String after = keycloak().token("head.900001");
        assertNotEquals(keyOf(before), keyOf(after), "Keycloak signs with another key");
        assertEquals(200, schools(after));
        assertEquals(200, schools(before), "tokens of the key before go on until they end");
    }

    @Test
    @Order(7)
    void whileKeycloakIsAwayValidTokensGoOn() {
        String token = keycloak().token("head.900001");
        assertEquals(200, schools(token));
        keycloak().close();
        assertEquals(200, schools(token));
        given().get("/q/health/ready").then().statusCode(200);
    }

    private static String keyOf(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]))
                .replaceAll(".*\"kid\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }
}
