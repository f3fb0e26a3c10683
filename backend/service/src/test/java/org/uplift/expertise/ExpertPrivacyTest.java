package org.uplift.expertise;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.uplift.expertise.Offered.PATH;
import static org.uplift.expertise.Offered.deputy;
import static org.uplift.expertise.Offered.get;
import static org.uplift.expertise.Offered.offered;
import static org.uplift.expertise.Offered.systemLeader;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

/** Absences and conflicts of interest: who keeps them, and who may know of them. */
@UpliftTest
class ExpertPrivacyTest {
    private static final LocalDate TODAY = LocalDate.now();

    private String profile;

    @BeforeEach
    void offer() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        Given.school(900003, "Cedar Primary", "IN_TRUST");
        Given.school(900009, "Elsewhere Primary", "REGISTER");
        profile = offered(deputy(), 900001, "early-reading", 4);
    }

    private ValidatableResponse away(RequestSpecification as, LocalDate from, LocalDate until) {
        return Planned.post(
                as, PATH + "/" + profile + "/absences", "{\"from\":\"" + from + "\",\"until\":\"" + until + "\"}");
    }

    private ValidatableResponse declare(RequestSpecification as, int urn, String more) {
        return Planned.post(
                as,
                PATH + "/" + profile + "/conflicts",
                "{\"schoolUrn\":" + urn + ",\"what\":\" My child is a pupil there. \"" + more + "}");
    }

    @Test
    void thePersonTheLeadersOfTheirSchoolAndOfTheTrustKnow() {
        away(deputy(), TODAY, TODAY.plusDays(4)).statusCode(200);
        declare(deputy(), 900002, "").statusCode(200);
        for (RequestSpecification knows : new RequestSpecification[] {
            deputy(),
            Planned.headteacher(900001),
            As.inSchool("assistant.900001", "school-leader", 900001),
            As.trustLeader()
        }) {
            get(knows, profile)
                    .statusCode(200)
                    .body("absences.from", contains(TODAY.toString()))
                    .body("conflicts.what", contains("My child is a pupil there."))
                    .body("conflicts[0].schoolName", equalTo("Beech Primary"));
        }
        for (RequestSpecification other : new RequestSpecification[] {
            Planned.headteacher(900002), systemLeader(), As.inSchool("system.900001", "system-leader", 900001)
        }) {
            get(other, profile)
                    .statusCode(200)
                    .body("expert.name", equalTo("Account deputy.900001"))
                    .body("absences", nullValue())
                    .body("conflicts", nullValue());
        }
    }

    @Test
    void thePersonAloneKeepsThem() {
        String absence = away(deputy(), TODAY, TODAY).extract().path("absences[0].id");
        String conflict = declare(deputy(), 900002, "").extract().path("conflicts[0].id");
        String absences = PATH + "/" + profile + "/absences/";
        String end = PATH + "/" + profile + "/conflicts/" + conflict + "/end";
        away(As.anonymous(), TODAY, TODAY).statusCode(401);
        declare(As.anonymous(), 900002, "").statusCode(401);
        for (RequestSpecification other : new RequestSpecification[] {As.head(900001), As.trustLeader()}) {
            away(other, TODAY, TODAY).statusCode(403);
        }
        declare(As.head(900001), 900002, "").statusCode(403);
        As.head(900002).delete(absences + absence).then().statusCode(403);
        As.head(900002).post(end).then().statusCode(403);
        deputy().delete(absences + UUID.randomUUID()).then().statusCode(404);
        deputy().delete(absences + absence).then().statusCode(200).body("absences", hasSize(0));
    }

    @Test
    void anAbsenceEndsAfterItBegins() {
        away(deputy(), TODAY, TODAY.minusDays(1)).statusCode(422).body("errors[0].path", equalTo("/until"));
        away(deputy(), TODAY, TODAY.plusYears(1).plusDays(1))
                .statusCode(422)
                .body("errors[0].code", equalTo("too-long"));
        Planned.post(deputy(), PATH + "/" + profile + "/absences", "{}").statusCode(422);
    }

    @Test
    void aConflictIsWithASchoolOfTheTrustThatOneNeedNotSee() {
        deputy().get("/api/v1/schools/900002").then().statusCode(404);
        declare(deputy(), 900002, "").statusCode(200);
        declare(deputy(), 900009, "").statusCode(422).body("errors[0].path", equalTo("/schoolUrn"));
        declare(deputy(), 900002, ",\"until\":\"" + TODAY.minusDays(1) + "\"")
                .statusCode(422)
                .body("errors[0].path", equalTo("/until"));
        deputy().get("/api/v1/expertise/schools")
                .then()
                .statusCode(200)
                .body("name", contains("Alder Primary", "Beech Primary", "Cedar Primary"));
    }

    @Test
    void aConflictEndsAndStaysKnown() {
        String conflict = declare(deputy(), 900002, "").extract().path("conflicts[0].id");
        deputy().post(PATH + "/" + profile + "/conflicts/" + UUID.randomUUID() + "/end")
                .then()
                .statusCode(404);
        deputy().post(PATH + "/" + profile + "/conflicts/" + conflict + "/end")
                .then()
                .statusCode(200)
                .body("conflicts.until", contains(TODAY.toString()));
        As.head(900001)
                .get("/api/v1/activity?subject=expert&subjectId=" + profile)
                .then()
                .body("results.summary", hasItem("ended a conflict of interest"))
                .body("results.summary", hasItem("declared a conflict of interest"));
        As.head(900002).get("/api/v1/activity?subject=expert").then().body("results", hasSize(0));
    }

    /** The second wall shows profiles to everybody who is somebody, and what is private to those alone who may know. */
    @Test
    void theSecondWallKeepsPrivateWhatIs() throws Exception {
        away(deputy(), TODAY, TODAY).statusCode(200);
        declare(deputy(), 900002, "").statusCode(200);
        try (var connection = Given.withoutIdentity();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String count = "select (select count(*) from expert) * 100 + (select count(*) from expert_absence) * 10"
                    + " + (select count(*) from expert_conflict)";
            try (var rows = statement.executeQuery(count)) {
                rows.next();
                assertEquals(0, rows.getInt(1));
            }
            statement.execute("select set_config('uplift.schools', '900002', true), set_config('uplift.person', '"
                    + Given.person("head.900002") + "', true)");
            try (var rows = statement.executeQuery(count)) {
                rows.next();
                assertEquals(100, rows.getInt(1));
            }
            assertEquals(0, statement.executeUpdate("update expert set days_per_term = 1"));
            assertEquals(0, statement.executeUpdate("delete from expert_specialism"));
        }
    }
}
