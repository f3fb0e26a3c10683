package org.uplift.outcome;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class SimilarSchoolTest {
    private static final String SIMILAR = "/api/v1/schools/900001/similar?academicYear=2025/2026";

    /** On roll 200, 210, 240 and a secondary of 200; disadvantaged 20, 20 and 50 %. */
    @BeforeEach
    void givenSchools() {
        school(900001, 200, 20);
        school(900002, 240, 50);
        school(900003, 210, 20);
        school(900004, 200, 20);
        Given.run("update school set phase = 'Secondary' where urn = 900004");
    }

    @Test
    void similarSchoolsAreForThoseWhomTheSchoolConcerns() {
        As.anonymous().get(SIMILAR).then().statusCode(401);
        As.head(900002).get(SIMILAR).then().statusCode(404);
        As.administrator().get(SIMILAR).then().statusCode(403);
        As.head(900001).get(SIMILAR).then().statusCode(200).body("results", hasSize(2));
        As.head(900001)
                .get("/api/v1/schools/900001/similar?academicYear=soon")
                .then()
                .statusCode(422);
    }

    /** Standard deviations: of 200, 240, 210 it is 16.9967, of 20, 50, 20 it is 14.1421. */
    @Test
    void theNearestOfThePhaseComesFirstWithItsParts() {
        As.head(900001)
                .get(SIMILAR)
                .then()
                .body("academicYear", equalTo("2025/2026"))
                .body("results.urn", contains(900003, 900002))
                .body("results.features", contains(2, 2))
                .body("results[0].parts.numberOnRoll", equalTo(0.5883f))
                .body("results[0].parts.disadvantaged", equalTo(0.0f))
                .body("results[0].parts.sen", nullValue())
                .body("results[0].distance", equalTo(0.416f))
                .body("results[1].parts.disadvantaged", equalTo(2.1213f))
                .body("results[1].distance", equalTo(2.2404f));
    }

    @Test
    void atMostFifteenAreGiven() {
        for (int urn = 900010; urn < 900030; urn++) {
            school(urn, urn - 899800, 30);
        }
        As.head(900001).get(SIMILAR).then().body("results", hasSize(15));
    }

    private static void school(int urn, int onRoll, int disadvantaged) {
        Given.school(urn);
        Given.run("update school set number_on_roll = ? where urn = ?", onRoll, urn);
        Given.run(
                "insert into school_context (school_urn, academic_year, disadvantaged_percent) values (?, 2025, ?)",
                urn,
                disadvantaged);
    }
}
