package org.uplift.concern;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** A complaint through its three stages, with an autumn half-term from 27 to 31 October 2025. */
@UpliftTest
class ComplaintTest {
    private static final String CONCERNS = "/api/v1/concerns";

    private String complaint;

    @BeforeEach
    void complaint() {
        Given.school(900001);
        UUID dates = UUID.randomUUID();
        Given.run("insert into term_dates values (?, 2025, null, 1)", dates);
        Given.run(
                "insert into term values (?, null, 'AUTUMN', '2025-09-01', '2025-10-27', '2025-10-31', '2025-12-19'),"
                        + " (?, null, 'SPRING', '2026-01-05', '2026-02-16', '2026-02-20', '2026-03-27'),"
                        + " (?, null, 'SUMMER', '2026-04-13', '2026-05-25', '2026-05-29', '2026-07-21')",
                dates,
                dates,
                dates);
        complaint = raised("parent-complaint");
    }

    private static RequestSpecification head() {
        return As.head(900001);
    }

    private static ValidatableResponse post(String path, String body) {
        return head().header("If-Match", "*")
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    private static String raised(String category) {
        return post(
                        CONCERNS,
                        "{\"schoolUrn\":900001,\"category\":\"" + category
                                + "\",\"severity\":\"low\",\"title\":\"A call\",\"raisedOn\":\"2025-10-13\","
                                + "\"summary\":\"It was not returned for nine days.\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String stages() {
        return CONCERNS + "/" + complaint + "/stages";
    }

    private String begun(String stage, String day) {
        return post(stages(), "{\"stage\":\"" + stage + "\",\"begunOn\":\"" + day + "\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse done(String stage, String step, String day) {
        return head().contentType("application/json")
                .body("{\"doneOn\":\"" + day + "\"}")
                .put("/api/v1/concern-stages/" + stage + "/steps/" + step)
                .then();
    }

    private static ValidatableResponse ended(String stage, String more) {
        return post(
                "/api/v1/concern-stages/" + stage + "/outcome",
                "{\"outcome\":\"partly-upheld\",\"record\":\"The school has apologised for the delay.\"" + more + "}");
    }

    private ValidatableResponse closed() {
        return post(
                CONCERNS + "/" + complaint + "/closure",
                "{\"outcome\":\"partly-upheld\",\"summary\":\"The parent is content with the answer.\"}");
    }

    @Test
    void aDeadlineStepsOverTheHalfTerm() {
        begun("formal", "2025-10-14");
        head().get(stages())
                .then()
                .body("results.stage", contains("formal"))
                .body("results[0].steps.step", contains("acknowledgement", "answer"))
                .body("results[0].steps.dueOn", contains("2025-10-17", "2025-11-11"))
                .body("results[0].steps.late", contains(true, true))
                .body("next", hasSize(0));
        head().get(CONCERNS + "/" + complaint)
                .then()
                .body("deadline", equalTo("Acknowledge in writing"))
                .body("deadlineOn", equalTo("2025-10-17"))
                .body("overdue", equalTo(true));
    }

    @Test
    void threeStagesOneAfterTheOther() {
        head().get(stages()).then().body("next.code", contains("informal", "formal"));
        String informal = begun("informal", "2025-10-13");
        head().get(stages())
                .then()
                .body("results[0].steps.dueOn", contains("2025-11-03"))
                .body("next", hasSize(0));
        post(stages(), "{\"stage\":\"formal\"}").statusCode(409);
        closed().statusCode(409).body("detail", containsString("last stage"));
        done(informal, "answer", "2025-10-20").statusCode(200).body("steps.late", contains(false));
        ended(informal, ",\"panel\":[{\"name\":\"Chair\",\"independent\":true}]")
                .statusCode(422)
                .body("errors.path", contains("/panel"));
        ended(informal, "").statusCode(200).body("outcomeLabel", equalTo("Upheld in part"));
        done(informal, "answer", "2025-10-21").statusCode(409);
        post(stages(), "{\"stage\":\"panel\"}").statusCode(409);

        String formal = begun("formal", "2025-11-03");
        done(formal, "hearing", "2025-11-04").statusCode(404);
        done(formal, "answer", "2025-11-01").statusCode(422).body("errors.path", contains("/doneOn"));
        ended(formal, "").statusCode(200);
        head().get(stages()).then().body("next.code", contains("panel"));

        String panel = begun("panel", "2025-11-10");
        head().get(stages())
                .then()
                .body("results[2].steps.step", contains("hearing", "letter"))
                .body("results[2].steps.dueOn", contains("2025-12-08", "2025-12-15"));
        done(panel, "hearing", "2025-12-01").body("steps.dueOn", contains("2025-12-08", "2025-12-08"));
        ended(panel, "").statusCode(422).body("errors.path", contains("/panel"));
        ended(panel, ",\"panel\":[{\"name\":\"Governor\",\"independent\":false}]")
                .statusCode(422);
        ended(
                        panel,
                        ",\"panel\":[{\"name\":\"Governor\",\"independent\":false},"
                                + "{\"name\":\"Head of another trust\",\"independent\":true}]")
                .statusCode(200)
                .body("record", containsString("Head of another trust (independent)"));
        head().get(CONCERNS + "/" + complaint).then().body("deadline", nullValue());
        closed().statusCode(200).body("status", equalTo("closed"));
        post(stages(), "{\"stage\":\"informal\"}").statusCode(409);
    }

    @Test
    void whatIsNoComplaintHasNoStages() {
        complaint = raised("attendance");
        head().get(stages()).then().body("results", hasSize(0)).body("next", hasSize(0));
        post(stages(), "{\"stage\":\"informal\"}").statusCode(409);
        post(stages(), "{\"stage\":\"court\"}").statusCode(409);
    }

    @Test
    void aStageThatIsNotInTheListIsNamed() {
        post(stages(), "{\"stage\":\"court\"}").statusCode(422).body("errors.path", contains("/stage"));
        post(stages(), "{\"stage\":\"informal\",\"begunOn\":\"2099-01-01\"}")
                .statusCode(422)
                .body("errors.path", contains("/begunOn"));
    }
}
