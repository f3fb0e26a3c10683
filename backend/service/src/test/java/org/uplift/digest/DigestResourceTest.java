package org.uplift.digest;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class DigestResourceTest {
    private static final String MINE = "/api/v1/me/digest";

    @BeforeEach
    void school() {
        Given.school(900001);
    }

    private static RequestSpecification head() {
        return As.head(900001);
    }

    private static ValidatableResponse choose(RequestSpecification as, String version, String body) {
        return as.header("If-Match", "\"" + version + "\"")
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(MINE)
                .then();
    }

    @Test
    void itComesEveryMondayUntilSomebodyChooses() {
        head().get(MINE)
                .then()
                .statusCode(200)
                .body("frequency", equalTo("weekly"))
                .body("address", equalTo("head.900001@example.org"))
                .body("sent", equalTo(true))
                .body("version", equalTo(0));
        choose(head(), "0", "{\"frequency\":\"none\"}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("frequency", equalTo("none"));
        choose(head(), "0", "{\"frequency\":\"daily\"}").statusCode(412).body("current.frequency", equalTo("none"));
        choose(head(), "1", "{\"frequency\":\"daily\"}").statusCode(200).header("ETag", "\"2\"");
        choose(head(), "2", "{}").statusCode(200).body("frequency", equalTo("daily"));
        As.inSchool("deputy.900001", "school-leader", 900001).get(MINE).then().body("frequency", equalTo("weekly"));
    }

    @Test
    void whoMayNotAskIsRefusedAndWhatIsWrongIsSaid() {
        As.anonymous().get(MINE).then().statusCode(401);
        As.mis(900001).get(MINE).then().statusCode(403);
        head().contentType("application/merge-patch+json")
                .body("{\"frequency\":\"none\"}")
                .patch(MINE)
                .then()
                .statusCode(428);
        choose(head(), "0", "{\"frequency\":\"hourly\"}").statusCode(422).body("errors[0].path", equalTo("/frequency"));
        choose(head(), "0", "{\"frequency\":null}").statusCode(422).body("errors[0].path", equalTo("/frequency"));
        choose(head(), "0", "{\"address\":\"other@example.org\"}").statusCode(422);
    }
}
