package org.uplift.ingest;

import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class ColumnMappingTest {
    private static final String HEADINGS = "a".repeat(64);
    private static final String PATH = "/api/v1/ingest/column-mappings/pupils/" + HEADINGS;

    private static ValidatableResponse keep(RequestSpecification as, String path, String fields) {
        return as.contentType("application/json")
                .body("{\"fields\": " + fields + "}")
                .put(path)
                .then();
    }

    @Test
    void whatAColumnMeansIsRememberedUntilItIsSaidAnew() {
        As.dataManager().get(PATH).then().statusCode(200).body("fields", anEmptyMap());
        keep(As.dataManager(), PATH, "{\"Unique pupil number\": \"upn\", \"Year\": \"yearGroup\"}")
                .statusCode(200);
        As.dataManager().get(PATH).then().statusCode(200).body("fields.Year", equalTo("yearGroup"));
        keep(As.dataManager(), PATH, "{\"Unique pupil number\": \"upn\"}").statusCode(200);
        As.dataManager().get(PATH).then().body("fields", equalTo(java.util.Map.of("Unique pupil number", "upn")));
        As.dataManager()
                .get(PATH.replace("pupils", "attendance"))
                .then()
                .statusCode(200)
                .body("fields", anEmptyMap());
    }

    @Test
    void itIsThePersonsOwn() {
        keep(As.dataManager(), PATH, "{\"No.\": \"upn\"}").statusCode(200);
        As.inTrust("other.manager", "data-manager")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("fields", anEmptyMap());
        As.trustLeader().get(PATH).then().statusCode(403);
        keep(As.trustLeader(), PATH, "{\"No.\": \"upn\"}").statusCode(403);
        As.anonymous().get(PATH).then().statusCode(401);
        keep(As.anonymous(), PATH, "{\"No.\": \"upn\"}").statusCode(401);
        assertEquals(1, Given.number("select count(*) from column_mapping"));
    }

    @Test
    void theDatabaseShowsItToNobodyElse() throws Exception {
        keep(As.dataManager(), PATH, "{\"No.\": \"upn\"}").statusCode(200);
        try (var connection = Given.withoutIdentity();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from column_mapping")) {
            rows.next();
            assertEquals(0, rows.getInt(1));
        }
    }

    @Test
    void whatCannotBeAMappingIsRefusedByItsPath() {
        keep(As.dataManager(), PATH, "{\"Name\": \"forename\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/fields"))
                .body("errors[0].code", equalTo("unknown-field"));
        keep(As.dataManager(), PATH, "null").statusCode(422).body("errors[0].path", equalTo("/fields"));
        As.dataManager().get(PATH.replace("pupils", "nothing")).then().statusCode(404);
        As.dataManager().get(PATH.replace(HEADINGS, "short")).then().statusCode(404);
    }

    @Test
    void ofOnePersonTheLastHundredAreKept() {
        for (int at = 0; at <= 100; at++) {
            keep(As.dataManager(), PATH.replace(HEADINGS, "%064x".formatted(at)), "{\"No.\": \"upn\"}")
                    .statusCode(200);
        }
        assertEquals(100, Given.number("select count(*) from column_mapping"));
        As.dataManager()
                .get(PATH.replace(HEADINGS, "%064x".formatted(0)))
                .then()
                .body("fields", anEmptyMap());
    }
}
