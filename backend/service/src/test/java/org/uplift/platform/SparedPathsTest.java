package org.uplift.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** Requests are counted by the paths of the contract, whatever becomes of them. */
@UpliftTest
class SparedPathsTest {
    @Test
    void whatIsAnsweredAndWhatIsRefusedIsCountedByItsPath() {
        Given.school(900071);
        As.head(900071).get("/api/v1/schools/900071").then().statusCode(200);
        As.head(900071).get("/api/v1/schools/900072").then().statusCode(404);
        As.inTrust("clerk", "clerk").get("/api/v1/schools/900073").then().statusCode(403);
        As.anonymous().get("/api/v1/schools/900074").then().statusCode(401);
        As.token("no.such.token").get("/api/v1/schools/900075").then().statusCode(401);
        var counted = given().get("/q/metrics").then().statusCode(200);
        for (int status : new int[] {200, 401, 403, 404}) {
            counted.body(containsString("status=\"" + status + "\",uri=\"/api/v1/schools/{urn}\""));
        }
        counted.body(not(containsString("/api/v1/schools/90007")));
    }
}
