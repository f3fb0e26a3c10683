package org.uplift.concern;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class ConcernCountsTest {
    private static final int MOST = 20;

    private static void raised(String category, int times) {
        for (int one = 0; one < times; one++) {
            Planned.post(
                            As.head(900001),
                            "/api/v1/concerns",
                            "{\"schoolUrn\":900001,\"category\":\"" + category
                                    + "\",\"severity\":\"low\",\"title\":\"Something\",\"summary\":\"Something.\"}")
                    .statusCode(201);
        }
    }

    private static RequestSpecification member() {
        return As.inSchool("member", "committee-member", 900001);
    }

    @Test
    void aCommitteeReadsHowManyAndNoSmallNumber() {
        Given.school(900001);
        Given.school(900002);
        String path = "/api/v1/schools/900001/concern-counts";
        member().get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("open", equalTo(0))
                .body("complaints", equalTo(0));
        raised("attendance", 5);
        raised("safeguarding", 3);
        member().get(path).then().body("open", nullValue()).body("complaints", nullValue());
        raised("attendance", 1);
        As.inTrust("trustee", "trustee")
                .get(path)
                .then()
                .body("open", equalTo(6))
                .body("complaints", equalTo(0));
        raised("parent-complaint", 2);
        member().get(path).then().body("open", equalTo(8)).body("complaints", nullValue());
        member().get("/api/v1/schools/900002/concern-counts").then().statusCode(404);
        As.head(900001).get(path).then().body("open", equalTo(8)).body("complaints", nullValue());
        As.inSchool("visitor", "system-leader", 900001).get(path).then().statusCode(403);
        As.anonymous().get(path).then().statusCode(401);
    }

    /** Whatever is shown, a number of one to five could always be another one too. */
    @Test
    void noSmallNumberFollowsFromWhatIsShown() {
        Map<ConcernCounts, Set<Integer>> complaintsBehind = new HashMap<>();
        Map<ConcernCounts, Set<Integer>> othersBehind = new HashMap<>();
        for (int complaints = 0; complaints <= MOST; complaints++) {
            for (int others = 0; others <= MOST; others++) {
                ConcernCounts shown = ConcernCounts.of(900001, complaints, others);
                complaintsBehind.computeIfAbsent(shown, one -> new HashSet<>()).add(complaints);
                othersBehind.computeIfAbsent(shown, one -> new HashSet<>()).add(others);
            }
        }
        for (Map<ConcernCounts, Set<Integer>> behind : Set.of(complaintsBehind, othersBehind)) {
            behind.forEach((shown, numbers) -> {
                if (numbers.stream().anyMatch(number -> number > 0 && number <= 5)) {
                    assertTrue(numbers.size() > 1, () -> shown + " tells " + numbers);
                }
            });
        }
        assertEquals(new ConcernCounts(900001, 14, 7), ConcernCounts.of(900001, 7, 7));
    }
}
