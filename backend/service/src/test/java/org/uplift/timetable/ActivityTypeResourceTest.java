package org.uplift.timetable;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.uplift.timetable.Timetabled.TODAY;
import static org.uplift.timetable.Timetabled.inDays;
import static org.uplift.timetable.Timetabled.plan;
import static org.uplift.timetable.Timetabled.planned;
import static org.uplift.timetable.Timetabled.read;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.school.AcademicYear;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class ActivityTypeResourceTest {
    private static final String PATH = "/api/v1/timetable/activity-types";
    private static final String REVIEW =
            "{\"label\":\"Curriculum review\",\"ofTrust\":false,\"attended\":true,\"minutes\":90}";

    @Inject
    EntityManagerFactory factory;

    @BeforeEach
    void aSchool() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
    }

    /** Those that come with the schema stay from test to test. */
    @AfterEach
    void asTheyCome() {
        Given.run("delete from template_entry where academic_year > 2000");
        Given.run("delete from timetable_template where academic_year > 2000");
        Given.run("truncate occurrence cascade");
        Given.run("delete from activity_type where position > 25");
        Given.run(
                "update activity_type set label = 'Book look', minutes = 60, valid_until = null where code = 'book-look'");
    }

    private static ValidatableResponse add(RequestSpecification as, String body) {
        return Planned.post(as, PATH, body);
    }

    private static ValidatableResponse change(RequestSpecification as, String code, String patch) {
        return as.contentType("application/merge-patch+json")
                .body(patch)
                .patch(PATH + "/" + code)
                .then();
    }

    private static RequestSpecification leader() {
        return As.trustLeader().header("If-Match", "*");
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        As.anonymous().get(PATH).then().statusCode(401);
        As.anonymous().get(PATH + "/book-look").then().statusCode(401);
        add(As.anonymous(), REVIEW).statusCode(401);
        change(As.anonymous(), "book-look", "{\"minutes\":45}").statusCode(401);
        As.user("analyst", "analyst").get(PATH).then().statusCode(403);
        add(As.inTrust("trustee", "trustee"), REVIEW).statusCode(403);
        change(As.inTrust("trustee", "trustee").header("If-Match", "*"), "book-look", "{\"minutes\":45}")
                .statusCode(403);
        String ofOneSchool = "does not reach the whole trust";
        add(As.head(900001), REVIEW).statusCode(403).body("detail", containsString(ofOneSchool));
        change(As.head(900001).header("If-Match", "*"), "book-look", "{\"minutes\":45}")
                .statusCode(403)
                .body("detail", containsString(ofOneSchool));
        As.head(900001).get(PATH + "/no-such").then().statusCode(404);
        change(leader(), "no-such", "{}").statusCode(404);
    }

    @Test
    void everybodyOfATrustReadsTheListInOneStatement() {
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        List<Boolean> ofTrust = As.head(900001)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("find { it.code == 'learning-walk' }.checkpointType", equalTo("learning-walk"))
                .body("find { it.code == 'survey' }.attended", equalTo(false))
                .extract()
                .path("ofTrust");
        assertEquals(1, statistics.getPrepareStatementCount());
        assertEquals(ofTrust.stream().sorted().toList(), ofTrust, "those of schools come first");
        String tag = As.head(900001)
                .get(PATH + "/book-look")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        As.head(900001)
                .header("If-None-Match", tag)
                .get(PATH + "/book-look")
                .then()
                .statusCode(304);
    }

    @Test
    void aTrustAddsItsOwnAndPlansByIt() {
        add(As.trustLeader(), REVIEW.replace("Curriculum review", "  Élan & curriculum: children's review "))
                .statusCode(201)
                .header("Location", containsString(PATH + "/elan-curriculum-childrens-review"))
                .header("ETag", "\"0\"")
                .body("code", equalTo("elan-curriculum-childrens-review"))
                .body("label", equalTo("Élan & curriculum: children's review"))
                .body("validFrom", equalTo(TODAY.toString()))
                .body("validUntil", nullValue());
        String id = planned(
                As.head(900001), 900001, "elan-curriculum-childrens-review", inDays(3), ",\"startsAt\":\"09:00\"");
        read(id).body("occurrence.minutes", equalTo(90));
        As.trustLeader()
                .get("/api/v1/activity?subject=timetable&subjectId=elan-curriculum-childrens-review")
                .then()
                .body("results.summary", contains("added the type of activities Élan & curriculum: children's review"));
    }

    @Test
    void sentTwiceItIsAddedOnce() {
        for (int time = 0; time < 2; time++) {
            add(As.trustLeader().header("Idempotency-Key", "one-and-the-same-review"), REVIEW)
                    .statusCode(201)
                    .header("ETag", "\"0\"");
        }
        assertEquals(1, Given.number("select count(*) from activity_type where label = 'Curriculum review'"));
    }

    @Test
    void noTwoHaveOneLabelAndACodeIsNeverGivenTwice() {
        add(As.trustLeader(), REVIEW).statusCode(201).body("code", equalTo("curriculum-review"));
        add(As.trustLeader(), REVIEW.replace("Curriculum", "CURRICULUM"))
                .statusCode(422)
                .body("errors[0].path", equalTo("/label"))
                .body("errors[0].code", equalTo("taken"));
        change(leader(), "book-look", "{\"label\":\"curriculum review\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/label"));
        change(leader(), "curriculum-review", "{\"label\":\"Subject review\"}")
                .statusCode(200)
                .body("code", equalTo("curriculum-review"));
        add(As.trustLeader(), REVIEW).statusCode(201).body("code", equalTo("curriculum-review-2"));
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        add(As.trustLeader(), REVIEW.replace("Curriculum review", " ! "))
                .statusCode(422)
                .body("errors.path", hasItem("/label"));
        add(As.trustLeader(), REVIEW.replace("Curriculum", "a\\n b"))
                .statusCode(422)
                .body("errors.path", hasItem("/label"));
        add(As.trustLeader(), REVIEW.replace("Curriculum", "a".repeat(100)))
                .statusCode(422)
                .body("errors.path", hasItem("/label"));
        add(As.trustLeader(), REVIEW.replace("90", "5")).statusCode(422).body("errors.path", hasItem("/minutes"));
        add(As.trustLeader(), "{}").statusCode(422).body("errors.path", hasItems("/label", "/ofTrust", "/attended"));
        add(As.trustLeader(), REVIEW.replace("}", ",\"checkpointType\":\"a-look\"}"))
                .statusCode(422)
                .body("errors[0].path", equalTo("/checkpointType"));
        add(As.trustLeader(), REVIEW.replace("false", "true").replace("}", ",\"checkpointType\":\"deep-dive\"}"))
                .statusCode(422)
                .body("errors[0].code", equalTo("of-trust"));
        change(leader(), "book-look", "{\"validUntil\":\"2019-01-01\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("before-start"));
        change(leader(), "book-look", "{\"label\":null}").statusCode(422).body("errors.path", hasItem("/label"));
        change(leader(), "book-look", "{\"ofTrust\":true}").statusCode(422);
    }

    @Test
    void whatWasChangedInBetweenIsNotLost() {
        int version = As.head(900001).get(PATH + "/book-look").then().extract().path("version");
        change(As.trustLeader().header("If-Match", "\"" + version + "\""), "book-look", "{\"minutes\":45}")
                .statusCode(200)
                .header("ETag", "\"" + (version + 1) + "\"")
                .body("minutes", equalTo(45));
        change(As.trustLeader().header("If-Match", "\"" + version + "\""), "book-look", "{\"minutes\":30}")
                .statusCode(412)
                .body("current.minutes", equalTo(45));
        change(As.trustLeader(), "book-look", "{\"minutes\":30}").statusCode(428);
        change(leader(), "book-look", "{\"minutes\":null}").statusCode(200).body("minutes", nullValue());
        As.trustLeader()
                .get("/api/v1/activity?subject=timetable&subjectId=book-look")
                .then()
                .body("results.summary", hasItem("changed the type of activities Book look"));
    }

    @Test
    void oneThatHasEndedIsNotOfferedAndWhatIsPlannedKeepsIt() {
        String id = planned(As.head(900001), 900001, "book-look", inDays(5), "");
        AcademicYear year = AcademicYear.of(TODAY).next();
        String entry = "{\"type\":\"book-look\",\"term\":\"autumn\",\"half\":1,\"firstWeek\":3,\"lastWeek\":4}";
        String kept = set(year, "[" + entry + "]").statusCode(200).extract().path("entries[0].id");

        change(leader(), "book-look", "{\"validUntil\":\"" + TODAY + "\"}")
                .statusCode(200)
                .body("validUntil", equalTo(TODAY.toString()));
        plan(As.head(900001), 900001, "book-look", inDays(6), "")
                .statusCode(422)
                .body("errors[0].code", equalTo("not-valid"));
        read(id).body("occurrence.typeLabel", equalTo("Book look")).body("occurrence.status", equalTo("planned"));
        String was = entry.replace("{", "{\"id\":\"" + kept + "\",");
        set(year, "[" + was + "," + entry + "]").statusCode(422).body("errors.path", contains("/entries/1/type"));
        set(year, "[" + was.replace("\"half\":1", "\"half\":2") + "]")
                .statusCode(200)
                .body("entries", hasSize(1));
        As.trustLeader()
                .queryParam("academicYear", year.toString())
                .get("/api/v1/timetable/proposal")
                .then()
                .statusCode(200)
                .body("occurrences", hasSize(0))
                .body("unplaced", hasSize(0));

        change(leader(), "book-look", "{\"validUntil\":null}").statusCode(200);
        planned(As.head(900001), 900001, "book-look", inDays(6), "");
    }

    private static ValidatableResponse set(AcademicYear year, String entries) {
        return leader().contentType("application/json")
                .queryParam("academicYear", year.toString())
                .body("{\"entries\":" + entries + "}")
                .put("/api/v1/timetable/template")
                .then();
    }

    @Test
    void thereIsAMostOfThem() {
        IntStream.range(0, 100)
                .forEach(at -> Given.run(
                        "insert into activity_type (code, label, position, of_trust, attended) values (?, ?, ?, false, true)",
                        "many-" + at,
                        "Many " + at,
                        100 + at));
        add(As.trustLeader(), REVIEW).statusCode(409).body("detail", containsString("the most"));
    }

    @Test
    void aCodeIsMadeOfTheLabel() {
        assertEquals("year-6-sats-the-week", ActivityType.codeOf("  Year 6: SATs – the week "));
        assertTrue(ActivityType.codeOf("a b".repeat(50)).length() <= 40);
        assertEquals("", ActivityType.codeOf("…"));
    }
}
