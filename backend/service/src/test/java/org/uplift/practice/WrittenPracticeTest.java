package org.uplift.practice;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class WrittenPracticeTest {
    private static final String LIST = "/api/v1/good-practice";

    @BeforeEach
    void schools() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        As.head(900001);
        As.head(900002);
        As.trustLeader();
    }

    private static RequestSpecification head() {
        return As.head(900001);
    }

    private static ValidatableResponse write(RequestSpecification as, String school, String more) {
        return Planned.post(
                as,
                LIST,
                "{" + school + "\"title\":\"Reading aloud\",\"what\":\"Every class reads aloud\","
                        + "\"impact\":\"Pupils finish longer books\"" + more + "}");
    }

    private static String written(String more) {
        return write(head(), "\"schoolUrn\":900001,", more)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse change(RequestSpecification as, String id, String match, String body) {
        return as.contentType("application/merge-patch+json")
                .header("If-Match", match)
                .body(body)
                .patch(LIST + "/" + id)
                .then();
    }

    private static ValidatableResponse review(RequestSpecification as, String id, String body) {
        return Planned.post(as, LIST + "/" + id + "/review", body);
    }

    @Test
    void aSchoolWritesItWithoutAnEvaluationAndEverySchoolReadsIt() {
        String id = write(
                        head(),
                        "\"schoolUrn\":900001,",
                        ",\"contactId\":\"" + Given.person("head.900001")
                                + "\",\"evidence\":\"Loans doubled\\nhttps://library.example.org/loans\"")
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("schoolName", equalTo("Alder Primary"))
                .body("reviewOn", equalTo(LocalDate.now().plusMonths(12).toString()))
                .body("reviewOverdue", equalTo(false))
                .body("contactId", notNullValue())
                .body("cycleId", nullValue())
                .extract()
                .path("id");
        As.head(900002)
                .get(LIST + "/" + id)
                .then()
                .statusCode(200)
                .body("contact", equalTo("Account head.900001"))
                .body("contactId", nullValue())
                .body("publishedBy", nullValue())
                .body("evidence", containsString("Loans doubled"));
    }

    @Test
    void whoMayNotWriteForASchoolIsRefused() {
        write(As.anonymous(), "\"schoolUrn\":900001,", "").statusCode(401);
        write(As.head(900002), "\"schoolUrn\":900001,", "").statusCode(404);
        write(As.inTrust("trustee", "trustee"), "\"schoolUrn\":900001,", "").statusCode(403);
        write(head(), "", "").statusCode(403);
        write(As.trustLeader(), "", "").statusCode(201).body("schoolUrn", nullValue());
        String id = written("");
        change(As.anonymous(), id, "*", "{}").statusCode(401);
        change(As.head(900002), id, "*", "{}").statusCode(403);
        change(As.inTrust("trustee", "trustee"), id, "*", "{}").statusCode(403);
        review(As.anonymous(), id, "{}").statusCode(401);
        review(As.head(900002), id, "{}").statusCode(403);
        review(As.inTrust("trustee", "trustee"), id, "{}").statusCode(403);
    }

    @Test
    void itIsChangedOnTheVersionThatWasRead() {
        String id = written(",\"area\":\"Reading\"");
        head().contentType("application/merge-patch+json")
                .body("{\"title\":\"x\"}")
                .patch(LIST + "/" + id)
                .then()
                .statusCode(428);
        change(head(), id, "\"7\"", "{\"title\":\"x\"}")
                .statusCode(412)
                .body("current.title", equalTo("Reading aloud"));
        change(head(), id, "\"0\"", "{\"title\":\"Reading aloud daily\",\"area\":null}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("title", equalTo("Reading aloud daily"))
                .body("area", nullValue())
                .body("impact", equalTo("Pupils finish longer books"));
        change(head(), id, "*", "{\"title\":\" \"}").statusCode(422).body("errors[0].path", equalTo("/title"));
        change(head(), id, "*", "{\"reviewOn\":\"2020-01-01\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/reviewOn"));
        head().get("/api/v1/activity?subject=practice&subjectId=" + id)
                .then()
                .body("results[0].changes.field", contains("title", "area"));
    }

    @Test
    void whomToTalkToWorksThere() {
        write(head(), "\"schoolUrn\":900001,", ",\"contactId\":\"" + Given.person("head.900002") + "\"")
                .statusCode(422)
                .body("errors[0].path", equalTo("/contactId"));
        String id = written(",\"contactId\":\"" + Given.person("trust.leader") + "\"");
        change(head(), id, "*", "{\"contactId\":null}").statusCode(200).body("contact", nullValue());
    }

    @Test
    void whatIsToBeLookedAtAgainWaitsForItsSchoolUntilItIsReviewed() {
        String id = written("");
        Given.run("update good_practice set review_on = current_date - 3 where id = cast(? as uuid)", id);
        As.head(900002).get(LIST + "/" + id).then().body("reviewOverdue", equalTo(true));
        head().get("/api/v1/me/work")
                .then()
                .statusCode(200)
                .body("results.findAll { it.kind == 'practice-to-review' }.subject.id", contains(id))
                .body("results.findAll { it.kind == 'practice-to-review' }.overdue", contains(true));
        As.head(900002).get("/api/v1/me/work").then().body("results.kind", not(hasItem("practice-to-review")));
        As.trustLeader().get("/api/v1/me/work").then().body("results.kind", not(hasItem("practice-to-review")));
        review(head(), id, "{\"nextOn\":\"2020-01-01\"}").statusCode(422).body("errors[0].path", equalTo("/nextOn"));
        review(head().header("If-Match", "\"9\""), id, "{}").statusCode(412);
        review(head(), id, "{}")
                .statusCode(200)
                .body("reviewedOn", equalTo(LocalDate.now().toString()))
                .body("reviewOn", equalTo(LocalDate.now().plusMonths(12).toString()))
                .body("reviewOverdue", equalTo(false));
        head().get("/api/v1/me/work").then().body("results.kind", not(hasItem("practice-to-review")));
    }

    @Test
    void whatIsRetiredIsKeptForItsSchoolAndNoLongerChanged() {
        String id = written("");
        Planned.post(head(), LIST + "/" + id + "/withdrawal", "{\"reason\":\"We read in another way\"}")
                .statusCode(200);
        As.head(900002).get(LIST + "/" + id).then().statusCode(404);
        head().get(LIST + "/" + id).then().statusCode(200).body("withdrawalReason", equalTo("We read in another way"));
        change(head(), id, "*", "{\"title\":\"x\"}").statusCode(409);
        review(head(), id, "{}").statusCode(409);
        As.head(900002).get(LIST).then().body("results", hasSize(0));
    }
}
