package org.uplift.concern;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

/** A priority that rests on a concern. */
@UpliftTest
class ConcernEvidenceTest {
    private String cycle;
    private String priority;

    @BeforeEach
    void aPriority() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        cycle = Planned.cycle(As.head(900001), 900001);
        priority = Planned.post(
                        As.head(900001), "/api/v1/cycles/" + cycle + "/priorities", "{\"title\":\"Coming to school\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String raised(String category, int urn) {
        return Planned.post(
                        As.head(urn),
                        "/api/v1/concerns",
                        "{\"schoolUrn\":" + urn + ",\"category\":\"" + category
                                + "\",\"severity\":\"high\",\"title\":\"Fridays\",\"summary\":\"Many stay at home.\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse rest(String concern) {
        return Planned.post(
                As.head(900001),
                "/api/v1/priorities/" + priority + "/evidence",
                "{\"kind\":\"concern\",\"reference\":\"" + concern + "\",\"label\":\"Fridays are the worst\"}");
    }

    private ValidatableResponse read(RequestSpecification as) {
        return as.get("/api/v1/priorities/" + priority).then().statusCode(200);
    }

    @Test
    void itIsToldToThoseWhoReadConcernsAndToOthersThatThereIsOne() {
        String concern = raised("attendance", 900001);
        rest(concern)
                .statusCode(201)
                .body("reference", equalTo(concern))
                .body("label", startsWith("Concern about attendance, raised on "));
        for (Supplier<RequestSpecification> as :
                List.<Supplier<RequestSpecification>>of(() -> As.head(900001), As::trustLeader)) {
            read(as.get()).body("evidence.reference", contains(concern));
        }
        for (Supplier<RequestSpecification> as : List.<Supplier<RequestSpecification>>of(
                () -> As.inSchool("member", "committee-member", 900001),
                () -> As.inSchool("visitor", "system-leader", 900001),
                () -> As.inTrust("trustee", "trustee"))) {
            read(as.get())
                    .body("evidence.kind", contains("concern"))
                    .body("evidence[0].reference", nullValue())
                    .body("evidence[0].label", equalTo("A concern"));
            for (String path : List.of(
                    "/api/v1/cycles/" + cycle + "/priorities",
                    "/api/v1/cycles/" + cycle + "/plan",
                    "/api/v1/cycles/" + cycle + "/evaluation",
                    "/api/v1/priorities?evidenceKind=concern&schoolUrn=900001",
                    "/api/v1/activity?schoolUrn=900001")) {
                String told =
                        as.get().get(path).then().statusCode(200).extract().asString();
                assertEquals(-1, told.indexOf(concern), path);
                assertEquals(-1, told.indexOf("Concern about"), path);
                assertEquals(-1, told.indexOf("Fridays"), path);
            }
        }
    }

    @Test
    void oneThatIsRestrictedOrOfAnotherSchoolIsAsIfItWereNotThere() {
        for (String concern :
                List.of(UUID.randomUUID().toString(), raised("safeguarding", 900001), raised("attendance", 900002))) {
            rest(concern)
                    .statusCode(422)
                    .body("errors.path", contains("/reference"))
                    .body(
                            "errors.message",
                            contains("\"" + concern + "\" is not a concern of this school that a plan can point at."));
        }
    }

    @Test
    void itGoesWhenTheConcernBecomesRestricted() {
        String concern = raised("attendance", 900001);
        rest(concern).statusCode(201);
        Planned.post(
                        As.safeguardingLead(900001).header("If-Match", "*"),
                        "/api/v1/concerns/" + concern + "/restriction",
                        "{\"restricted\":true,\"reason\":\"There is a history of harm\"}")
                .statusCode(200);
        read(As.head(900001)).body("evidence", hasSize(0));
        assertEquals(
                0,
                Given.number(
                        "select count(*) from activity a where a::text like '%attendance%' and subject = 'PRIORITY'"));
    }
}
