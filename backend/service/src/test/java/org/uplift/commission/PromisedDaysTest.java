package org.uplift.commission;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** No day of an expert is promised twice. */
@UpliftTest
class PromisedDaysTest {
    private UUID expert;

    @BeforeEach
    void anExpertWithTwoDays() {
        Supporting.schools();
        expert = Supporting.expert("reading.lead", "2");
        As.inTrust("trust.leader.2", "trust-leader").get("/api/v1/me").then().statusCode(200);
    }

    /** Two leaders allocate the same last two days to two schools at once: one wins, and nothing is overdrawn. */
    @Test
    void twoLeadersCannotPromiseTheSameLastTwoDays() throws Exception {
        for (int round = 0; round < 8; round++) {
            String first = Supporting.requested(As.head(900001), "2");
            String second = Supporting.requested(As.head(900001), "2");
            List<Integer> answers = together(
                    () -> Supporting.match(As.trustLeader(), first, expert)
                            .extract()
                            .statusCode(),
                    () -> Supporting.match(As.user("trust.leader.2", "trust-leader"), second, expert)
                            .extract()
                            .statusCode());
            assertEquals(List.of(200, 409), answers.stream().sorted().toList());
            assertEquals(
                    2,
                    Given.number(
                            "select coalesce(sum(d.days), 0) from commission c join commission_days d on d.commission_id = c.id"
                                    + " where c.status = 'MATCHED'"));
            String won = answers.getFirst() == 200 ? first : second;
            Supporting.step(As.trustLeader(), won, "decline", "{\"reason\":\"The next round\"}")
                    .statusCode(200);
        }
    }

    /** Who matches again the same expert keeps the days; somebody else's are free again. */
    @Test
    void whatIsPromisedToACommissionDoesNotStandInItsOwnWay() {
        String commission = Supporting.requested(As.head(900001), "2");
        Supporting.match(As.trustLeader(), commission, expert).statusCode(200);
        Supporting.match(As.trustLeader(), commission, expert).statusCode(200);
        String other = Supporting.requested(As.head(900001), "1");
        Supporting.match(As.trustLeader(), other, expert)
                .statusCode(409)
                .body("detail", containsString("Has 0 days left"));
        UUID another = Supporting.expert("other.lead", "2");
        Supporting.match(As.trustLeader(), commission, another).statusCode(200);
        Supporting.match(As.trustLeader(), other, expert).statusCode(200).body("commission.status", equalTo("matched"));
    }

    /** A leader of the supported school, who may not change the profile, holds it all the same. */
    @Test
    void daysLoggedAtOnceNeverExceedWhatIsAgreed() throws Exception {
        String commission = Supporting.active("reading.lead", expert, "2");
        List<Callable<Integer>> visits = new ArrayList<>();
        for (int at = 0; at < 6; at++) {
            visits.add(() -> Supporting.visit(As.user("reading.lead", "school-leader"), commission, "0.5")
                    .extract()
                    .statusCode());
        }
        List<Integer> answers = together(visits.toArray(Callable[]::new));
        assertEquals(
                List.of(201, 201, 201, 201, 409, 409), answers.stream().sorted().toList());
    }

    @SafeVarargs
    private static List<Integer> together(Callable<Integer>... steps) throws Exception {
        try (var both = Executors.newFixedThreadPool(steps.length)) {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : both.invokeAll(List.of(steps))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
