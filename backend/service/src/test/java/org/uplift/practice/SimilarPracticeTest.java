package org.uplift.practice;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

/** What works in schools like one's own comes first. */
@UpliftTest
class SimilarPracticeTest {
    private static final String LIST = "/api/v1/good-practice";

    @BeforeEach
    void written() {
        int[] rolls = {200, 600, 220};
        for (int at = 0; at < rolls.length; at++) {
            int urn = 900001 + at;
            Given.school(urn, "School " + urn, "IN_TRUST");
            Given.run(
                    "insert into school_context (school_urn, academic_year, number_on_roll) values (?, 2024, ?)",
                    urn,
                    rolls[at]);
            Planned.post(
                            As.head(urn),
                            LIST,
                            "{\"schoolUrn\":" + urn + ",\"title\":\"Reading " + urn
                                    + "\",\"what\":\"Daily\",\"impact\":\"Longer books\"}")
                    .statusCode(201);
        }
    }

    @Test
    void theNearestSchoolComesFirst() {
        As.head(900001)
                .get(LIST + "?like=900001")
                .then()
                .statusCode(200)
                .body("results.title", contains("Reading 900003", "Reading 900002"))
                .body("results[0].distance", notNullValue());
        As.head(900001)
                .get(LIST + "?like=900001&search=raeding")
                .then()
                .body("results.title", contains("Reading 900003", "Reading 900002"));
        As.head(900001).get(LIST + "?like=900001&schoolUrn=900001").then().body("results", empty());
        As.head(900001).get(LIST).then().body("results[0].distance", nullValue());
    }

    @Test
    void onlyWhoSeesTheOutcomesOfASchoolIsToldWhatIsLikeIt() {
        As.anonymous().get(LIST + "?like=900001").then().statusCode(401);
        As.head(900002).get(LIST + "?like=900001").then().statusCode(404);
        As.administrator().get(LIST + "?like=900001").then().statusCode(403);
        As.inSchool("safeguarding.900001", "safeguarding-lead", 900001)
                .get(LIST + "?like=900001")
                .then()
                .statusCode(403);
    }
}
