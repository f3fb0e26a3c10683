package org.uplift.platform;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class FailureTest {
    @Test
    void whenTheDatabaseDropsItsConnectionsTheServiceComesBackByItself() {
        Given.school(900001);
        As.head(900001).get("/api/v1/schools/900001").then().statusCode(200);
        Given.lostConnections();
        List<Integer> statuses = new ArrayList<>();
        for (int at = 0; at < 25; at++) {
            statuses.add(As.head(900001).get("/api/v1/schools/900001").statusCode());
        }
        assertTrue(List.of(200, 503).containsAll(statuses), "answered " + statuses);
        assertEquals(200, statuses.getLast());
    }

    @Test
    void whatIsTypedIsSmall() {
        As.administrator()
                .contentType(ContentType.JSON)
                .body("{\"x\":\"" + "y".repeat(1_100_000) + "\"}")
                .post("/api/v1/memberships")
                .then()
                .statusCode(413)
                .body("type", equalTo("urn:uplift:problem:too-large"));
    }

    @Test
    void whatBringsDataInMayBeLarge() {
        As.dataManager()
                .contentType("text/csv")
                .header("Idempotency-Key", "large")
                .body("URN\n" + "900001\n".repeat(1_700_000))
                .post("/api/v1/ingest/schools")
                .then()
                .statusCode(422);
    }

    @Test
    void noAnswerShowsWhatIsInside() {
        As.trustLeader()
                .get("/api/v1/schools/1234567890123")
                .then()
                .statusCode(404)
                .body(not(containsString("java")));
        As.trustLeader().get("/api/v1/nothing").then().statusCode(404);
        As.trustLeader()
                .header("Accept", "image/png")
                .get("/api/v1/schools")
                .then()
                .statusCode(406);
        As.trustLeader()
                .queryParam("search", "a\u0000b")
                .get("/api/v1/schools")
                .then()
                .statusCode(422)
                .body(not(containsString("SQL")));
    }
}
