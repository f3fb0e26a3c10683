package org.uplift.outcome;

import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** What a measure is over the trust is kept, and is right whenever it is asked for. */
@UpliftTest
class KeptTrustOutcomeTest {
    private static final String KEPT = "select count(*) from trust_outcome";
    private static final String CHANGES = "select count(*) from trust_outcome_change";

    @Inject
    TrustOutcomes trust;

    @BeforeEach
    void givenATrust() {
        Given.school(900001);
        Given.school(900002);
        Given.school(900003, "Elsewhere", "REGISTER");
        computed(900001, 2024, 15);
        computed(900002, 2024, 21);
        computed(900003, 2024, 0);
        keep();
    }

    @Test
    void whatIsKeptIsWhatIsGiven() {
        value(60);
        assertEquals(1, Given.number(KEPT));
        Given.run("update trust_outcome set value = 61");
        value(61);
    }

    @Test
    void aChangeIsSeenAtOnceAndKeptLater() {
        computed(900001, 2023, 30);
        As.trustLeader().get("/api/v1/outcomes?measureCode=KS2_RWM_EXP").then().body("trust.value", contains(60, 100));
        Given.run("update outcome set value = 90, numerator = 27 where school_urn = 900001");
        value(80);
        keep();
        assertEquals(2, Given.number(KEPT));
        value(80);
        Given.run("delete from outcome where school_urn = 900001");
        value(70);
        keep();
        assertEquals(1, Given.number(KEPT));
        value(70);
        Given.run("update outcome set academic_year = 2022 where school_urn = 900002");
        As.trustLeader()
                .get("/api/v1/outcomes?measureCode=KS2_RWM_EXP&academicYear=2024/2025&academicYear=2022/2023")
                .then()
                .body("trust.value", contains(70));
    }

    @Test
    void aSchoolThatJoinsOrLeavesCountsAtOnce() {
        Given.run("update school set status = 'IN_TRUST' where urn = 900003");
        value(40);
        keep();
        value(40);
        Given.run("update school set status = 'LEFT' where urn = 900001");
        value(35);
    }

    /** It changes outcomes before the sum is taken, and is there for others after it. */
    @Test
    void whatIsWrittenWhileTheSumIsTakenIsNotMissed() throws SQLException {
        Given.run("update outcome set dated = dated + 1 where school_urn = 900002");
        try (Connection writer = Given.ofOwner()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("update outcome set value = 90, numerator = 27 where school_urn = 900001");
            keep();
            value(60);
            writer.commit();
        }
        value(80);
        keep();
        value(80);
    }

    /** As if what has changed until now had come to rest; the service may keep it by itself first. */
    private void keep() {
        Given.run("update trust_outcome_change set at = now() - interval '1 hour'");
        while (Given.number(CHANGES) > 0) {
            trust.keep(10);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static void value(int expected) {
        ValidatableResponse answer = As.trustLeader()
                .get("/api/v1/outcomes?measureCode=KS2_RWM_EXP&academicYear=2024/2025")
                .then();
        answer.statusCode(200).body("trust.value", contains(expected));
    }

    private static void computed(int urn, int year, int met) {
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,"
                        + " value, numerator, denominator, cohort_size, counted, coverage, result_status, dated)"
                        + " values (?, 'KS2_RWM_EXP', ?, 'summer', '6', 'ALL', 'computed', cast(? as numeric) / 30 * 100, ?, 30, 30,"
                        + " 30, 1, 'provisional', date '2025-07-04')",
                urn,
                year,
                met,
                met);
    }
}
