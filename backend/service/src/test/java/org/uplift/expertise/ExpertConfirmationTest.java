package org.uplift.expertise;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.uplift.expertise.Offered.PATH;
import static org.uplift.expertise.Offered.change;
import static org.uplift.expertise.Offered.confirm;
import static org.uplift.expertise.Offered.deputy;
import static org.uplift.expertise.Offered.get;
import static org.uplift.expertise.Offered.offered;
import static org.uplift.expertise.Offered.systemLeader;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class ExpertConfirmationTest {
    @Inject
    SessionFactory sessions;

    private String profile;

    @BeforeEach
    void offer() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        Given.school(900003, "Cedar Primary", "IN_TRUST");
        Planned.headteacher(900001);
        profile = offered(deputy(), 900001, "early-reading", 4);
    }

    private static ValidatableResponse waiting(RequestSpecification as) {
        return as.get("/api/v1/me/work").then().statusCode(200);
    }

    @Test
    void theHeadteacherConfirmsIt() {
        Planned.headteacher(900001)
                .post(PATH + "/" + profile + "/confirmation")
                .then()
                .statusCode(428);
        Planned.headteacher(900001)
                .header("If-Match", "\"9\"")
                .post(PATH + "/" + profile + "/confirmation")
                .then()
                .statusCode(412)
                .body("current.expert.id", equalTo(profile));
        get(Planned.headteacher(900001), profile).body("mayConfirm", equalTo(true));
        confirm(Planned.headteacher(900001), profile)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("expert.confirmedOn", notNullValue())
                .body("expert.confirmedBy", equalTo("Account head.900001"));
        confirm(As.trustLeader(), profile).statusCode(409);
        deputy().get("/api/v1/activity?subject=expert&subjectId=" + profile)
                .then()
                .body("results[0].summary", equalTo("confirmed the profile of Account deputy.900001"));
    }

    @Test
    void aTrustLeaderConfirmsIt() {
        confirm(As.trustLeader(), profile).statusCode(200).body("expert.confirmedBy", equalTo("Account trust.leader"));
    }

    @Test
    void nobodyElseDoesAndNobodyTheirOwn() {
        confirm(deputy(), profile).statusCode(403);
        confirm(As.inSchool("assistant.900001", "school-leader", 900001), profile)
                .statusCode(403)
                .body("detail", containsString("the headteacher of Alder Primary"));
        confirm(Planned.headteacher(900002), profile).statusCode(403);
        confirm(systemLeader(), profile).statusCode(403);
        String heads = offered(Planned.headteacher(900001), 900001, "reading", 2);
        confirm(Planned.headteacher(900001), heads).statusCode(403);
        String trust = offered(As.trustLeader(), null, "governance", 2);
        confirm(As.trustLeader(), trust).statusCode(403);
        confirm(Planned.headteacher(900001), trust).statusCode(403);
        get(As.head(900002), profile).body("expert.confirmedOn", nullValue()).body("mayConfirm", equalTo(false));
    }

    @Test
    void whatWasConfirmedIsConfirmedAgainOnceItIsDifferent() {
        confirm(As.trustLeader(), profile).statusCode(200);
        change(deputy(), profile, "*", "{\"about\":\"I lead it well\",\"offering\":true}")
                .body("expert.confirmedOn", notNullValue());
        change(deputy(), profile, "*", "{\"daysPerTerm\":4.0,\"specialisms\":[\"early-reading\"]}")
                .body("expert.confirmedOn", notNullValue());
        for (String patch : new String[] {
            "{\"daysPerTerm\":5}",
            "{\"specialisms\":[\"reading\"]}",
            "{\"designations\":[\"npq-headship\"]}",
            "{\"beyondTrust\":true}"
        }) {
            change(deputy(), profile, "*", patch)
                    .statusCode(200)
                    .body("expert.confirmedOn", nullValue())
                    .body("expert.confirmedBy", nullValue());
            confirm(As.trustLeader(), profile).statusCode(200);
        }
    }

    @Test
    void itWaitsForTheHeadteacherAndNobodyElse() {
        waiting(Planned.headteacher(900001))
                .body("results.title", contains("Account deputy.900001"))
                .body("results[0].status", equalTo("unconfirmed"))
                .body("results[0].reason", equalTo("Offers 4 days in a term; say that it is so."))
                .body("results[0].schoolName", equalTo("Alder Primary"))
                .body("results[0].subject.kind", equalTo("expert"))
                .body("results[0].subject.id", equalTo(profile));
        for (RequestSpecification other : new RequestSpecification[] {
            deputy(), As.trustLeader(), Planned.headteacher(900002), systemLeader(), As.dataManager()
        }) {
            waiting(other).body("results", empty());
        }
        confirm(Planned.headteacher(900001), profile).statusCode(200);
        waiting(Planned.headteacher(900001)).body("results", empty());
    }

    @Test
    void whatNoHeadteacherCanConfirmWaitsForATrustLeader() {
        offered(Planned.headteacher(900001), 900001, "reading", 2);
        offered(As.inSchool("deputy.900003", "school-leader", 900003), 900003, "reading", 2);
        offered(systemLeader(), null, "send", 2);
        waiting(As.trustLeader())
                .body(
                        "results.title",
                        contains("Account deputy.900003", "Account head.900001", "Account system.leader"));
        waiting(Planned.headteacher(900001)).body("results.title", contains("Account deputy.900001"));
        change(systemLeader(), own(), "*", "{\"offering\":false}").statusCode(200);
        waiting(As.trustLeader()).body("results.title", contains("Account deputy.900003", "Account head.900001"));
    }

    private static String own() {
        return systemLeader().get(PATH + "?mine=true").then().extract().path("results[0].id");
    }

    @Test
    void manyThatWaitCostAsManyStatementsAsOne() {
        offered(systemLeader(), null, "send", 2);
        long few = statements();
        for (int more = 0; more < 5; more++) {
            offered(As.inSchool("teacher." + more, "school-leader", 900003), 900003, "reading", 2);
        }
        assertEquals(few, statements());
    }

    private long statements() {
        RequestSpecification leader = As.trustLeader();
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        waiting(leader);
        return statistics.getPrepareStatementCount();
    }
}
