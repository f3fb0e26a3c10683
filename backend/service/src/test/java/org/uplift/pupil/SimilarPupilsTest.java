package org.uplift.pupil;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** Similar schools are found by what their pupils are like, as it is after the last push. */
@UpliftTest
class SimilarPupilsTest {
    private static final int[] SCHOOLS = {900001, 900002, 900003, 900004};

    @BeforeEach
    void givenSchools() {
        for (int urn : SCHOOLS) {
            Given.school(urn);
        }
        push(900001, 6, "low", "2025-10-02T08:00:00Z");
        push(900002, 6, "high", "2025-10-02T08:00:00Z");
        push(900003, 6, "low", "2025-10-02T08:00:00Z");
        push(900004, 5, "low", "2025-10-02T08:00:00Z");
    }

    private static void push(int urn, int count, String priorAttainment, String at) {
        List<Map<String, Object>> rows = IntStream.range(0, count)
                .mapToObj(pupil -> Rows.with(
                        Rows.with(
                                Rows.with(Rows.pupil(urn, urn % 100 * 10 + pupil), "priorAttainment", priorAttainment),
                                "mobile",
                                pupil < 3 && priorAttainment.equals("high")),
                        "sourceUpdatedAt",
                        at))
                .toList();
        As.mis(SCHOOLS)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Rows.body(rows))
                .post("/api/v1/ingest/pupils")
                .then()
                .statusCode(200)
                .body("counts.rejected", equalTo(0));
    }

    private static ValidatableResponse similar() {
        return As.head(900001)
                .get("/api/v1/schools/900001/similar?academicYear=2025/2026")
                .then()
                .statusCode(200);
    }

    /** Prior attainment is 1, 3, 1 and mobility 0, 50, 0 %; the standard deviations are 0.9428 and 23.5702. Five pupils tell nothing. */
    @Test
    void whatPupilsAreLikeIsComparedWhereThereAreMoreThanFive() {
        similar()
                .body("results.find { it.urn == 900003 }.parts.priorAttainment", equalTo(0.0f))
                .body("results.find { it.urn == 900003 }.parts.mobility", equalTo(0.0f))
                .body("results.find { it.urn == 900002 }.parts.priorAttainment", equalTo(2.1213f))
                .body("results.find { it.urn == 900002 }.parts.mobility", equalTo(2.1213f))
                .body("results.find { it.urn == 900004 }.parts.priorAttainment", equalTo(null))
                .body("results.find { it.urn == 900004 }.parts.mobility", equalTo(null));
    }

    @Test
    void aPushOfPupilsBringsItUpToDate() {
        push(900003, 6, "high", "2025-10-03T08:00:00Z");
        similar()
                .body(
                        "results.findAll { it.urn != 900004 }.collect { it.parts.priorAttainment }",
                        contains(2.1213f, 2.1213f));
    }
}
