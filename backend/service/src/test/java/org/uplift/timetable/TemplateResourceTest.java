package org.uplift.timetable;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class TemplateResourceTest {
    private static final String PATH = "/api/v1/timetable/template";
    private static final String WALK =
            "{\"type\":\"learning-walk\",\"term\":\"autumn\",\"half\":1,\"firstWeek\":3,\"lastWeek\":4}";

    /** The one that comes with the schema stays from test to test. */
    @AfterEach
    void asItComes() {
        Given.run("delete from template_entry where academic_year > 2000");
        Given.run("delete from timetable_template where academic_year > 2000");
    }

    private static ValidatableResponse set(RequestSpecification as, String year, String ifMatch, String entries) {
        return as.contentType("application/json")
                .header("If-Match", ifMatch)
                .queryParam("academicYear", year)
                .body("{\"entries\":[" + entries + "]}")
                .put(PATH)
                .then();
    }

    private static ValidatableResponse read(String year) {
        return As.head(900001).queryParam("academicYear", year).get(PATH).then();
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        Given.school(900001);
        As.anonymous().get(PATH).then().statusCode(401);
        As.user("analyst", "analyst").get(PATH).then().statusCode(403);
        set(As.anonymous(), "2026/2027", "*", WALK).statusCode(401);
        set(As.inTrust("trustee", "trustee"), "2026/2027", "*", WALK).statusCode(403);
        set(As.head(900001), "2026/2027", "*", WALK)
                .statusCode(403)
                .body("detail", containsString("does not reach the whole trust"));
    }

    @Test
    void aYearGoesByTheLatestTemplateBeforeIt() {
        Given.school(900001);
        read("2026/2027").statusCode(200).body("own", equalTo(false)).body("entries", hasSize(greaterThan(10)));
        set(As.trustLeader(), "2026/2027", "\"0\"", WALK).statusCode(200).body("own", equalTo(true));
        read("2027/2028").body("own", equalTo(false)).body("entries", hasSize(1));
        read("2025/2026").body("entries", hasSize(greaterThan(10)));
        String id = read("2027/2028").extract().path("entries[0].id");
        set(
                        As.trustLeader(),
                        "2027/2028",
                        "\"0\"",
                        WALK.replace("{", "{\"id\":\"" + id + "\",") + "," + WALK.replace("learning-walk", "book-look"))
                .statusCode(200)
                .body("entries.id", hasItem(id))
                .body("entries", hasSize(2));
        read("2026/2027").body("entries", hasSize(1));
        As.trustLeader()
                .get("/api/v1/activity?subject=timetable&subjectId=2027/2028")
                .then()
                .body("results.summary", hasItem("changed the template of the timetable from 2027/2028 on"));
    }

    @Test
    void whatWasChangedInBetweenIsNotLost() {
        set(As.trustLeader(), "2026/2027", "\"0\"", WALK).statusCode(200);
        set(As.trustLeader(), "2026/2027", "\"0\"", "").statusCode(412).body("current.entries", hasSize(1));
        As.trustLeader()
                .contentType("application/json")
                .body("{\"entries\":[]}")
                .put(PATH)
                .then()
                .statusCode(428);
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        set(
                        As.trustLeader(),
                        "2026/2027",
                        "*",
                        WALK.replace("learning-walk", "a-walk") + ","
                                + WALK.replace("\"firstWeek\":3", "\"firstWeek\":5") + ","
                                + WALK.replace("}", ",\"leastLevel\":\"most\"}") + ","
                                + WALK.replace("learning-walk", "headteachers-meeting")
                                        .replace("}", ",\"leastLevel\":\"targeted\"}"))
                .statusCode(422)
                .body("errors.path", hasItem("/entries/0/type"))
                .body("errors.path", hasItem("/entries/1/lastWeek"))
                .body(
                        "errors.find { it.path == '/entries/2/leastLevel' }.message",
                        containsString("universal, targeted"))
                .body("errors.path", hasItem("/entries/3/leastLevel"));
        set(As.trustLeader(), "2026/2027", "*", WALK.replace("\"half\":1", "\"half\":3"))
                .statusCode(422)
                .body("errors[0].path", equalTo("/entries/0/half"));
    }
}
