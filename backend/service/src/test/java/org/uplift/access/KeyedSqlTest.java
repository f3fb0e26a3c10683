package org.uplift.access;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** What is read in one trip stands behind the same two walls as everything else. */
@UpliftTest
class KeyedSqlTest {
    /** The driver has the database prepare what it is asked more often than five times. */
    private static final int OFTEN = 12;

    @BeforeEach
    void schools() {
        Given.school(900001);
        Given.school(900002);
    }

    @Test
    void aStatementThatDoesNotSayWhoseSchoolItReadsIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new KeyedSql.Statement("select e.name from school e where e.urn = ?"));
    }

    @Test
    void nothingOfWhoAskedIsLeftOnTheConnection() throws SQLException {
        Given.schoolMembership("head.900001", "school-leader", 900001);
        var statement = new KeyedSql.Statement("select {school:e.urn}, e.name from school e where e.urn = ?");
        try (Connection application = Given.withoutIdentity()) {
            for (int time = 0; time < OFTEN; time++) {
                assertTrue(finds(application, statement, 900001), "their school, time " + time);
                nothingIsLeft(application);
                assertFalse(finds(application, statement, 900002), "another school, time " + time);
                nothingIsLeft(application);
            }
        }
    }

    @Test
    void nothingIsLeftWhereReadingFailsEither() throws SQLException {
        Given.schoolMembership("head.900001", "school-leader", 900001);
        var statement = new KeyedSql.Statement(
                "select {school:e.urn}, 1 / (e.urn - e.urn) as never from school e where e.urn = ?");
        try (Connection application = Given.withoutIdentity()) {
            for (int time = 0; time < OFTEN; time++) {
                assertThrows(SQLException.class, () -> finds(application, statement, 900001));
                nothingIsLeft(application);
            }
        }
    }

    private static boolean finds(Connection application, KeyedSql.Statement statement, int urn) throws SQLException {
        try (PreparedStatement asked = application.prepareStatement(statement.sql())) {
            asked.setString(1, "subject-of-head.900001");
            asked.setString(2, "head.900001");
            asked.setString(3, "SCHOOL_LEADER");
            asked.setObject(4, LocalDate.of(2026, 11, 29));
            asked.setInt(5, urn);
            try (ResultSet rows = asked.executeQuery()) {
                assertTrue(rows.next(), "the caller's standing");
                assertEquals(900001, rows.getInt("caller_school"));
                return rows.getBoolean("is_found");
            }
        }
    }

    private static void nothingIsLeft(Connection application) throws SQLException {
        try (Statement statement = application.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select concat(current_setting('uplift.person', true), current_setting('uplift.trust', true),"
                                + " current_setting('uplift.schools', true), current_setting('uplift.committees', true)),"
                                + " (select count(*) from school)")) {
            rows.next();
            assertEquals("", rows.getString(1));
            assertEquals(0, rows.getInt(2));
        }
    }

    @Test
    void aMembershipThatEndedAMomentAgoCountsNoMore() {
        As.head(900001).get("/api/v1/schools/900001").then().statusCode(200);
        Given.run("update membership set valid_until = valid_from");
        As.user("head.900001", "school-leader")
                .get("/api/v1/schools/900001")
                .then()
                .statusCode(404);
    }

    @Test
    void whoAsksForTheFirstTimeIsMet() {
        As.user("somebody.new", "school-leader")
                .get("/api/v1/schools/900001")
                .then()
                .statusCode(404);
        assertEquals(1, Given.number("select count(*) from person where username = 'somebody.new'"));
        Given.schoolMembership("somebody.new", "school-leader", 900001);
        As.user("somebody.new", "school-leader")
                .get("/api/v1/schools/900001")
                .then()
                .statusCode(200);
        As.administrator().get("/api/v1/schools/900001").then().statusCode(200).body("urn", equalTo(900001));
        assertEquals(1, Given.number("select count(*) from person where username = 'administrator'"));
    }

    /** A clerk's membership opens the second wall for the whole trust, and does not read schools. */
    @Test
    void whatRowLevelSecurityShowsIsHeldAgainstThePermissionToo() {
        Given.trustMembership("clerk", "clerk");
        As.user("clerk", "clerk", "school-leader")
                .get("/api/v1/schools/900001")
                .then()
                .statusCode(404);
        Given.schoolMembership("clerk", "school-leader", 900001);
        As.user("clerk", "clerk", "school-leader")
                .get("/api/v1/schools/900001")
                .then()
                .statusCode(200);
        As.user("clerk", "clerk", "school-leader")
                .get("/api/v1/schools/900002")
                .then()
                .statusCode(404);
    }

    @Test
    void whoStandsInManySchoolsReadsEachOfThem() {
        Given.school(900003);
        Given.school(900004);
        UUID committee = Given.committee("Committee", 900002, 900003);
        Given.committeeMembership("member", "committee-member", committee);
        Given.schoolMembership("member", "school-leader", 900001);
        for (int urn : new int[] {900001, 900002, 900003}) {
            As.user("member", "committee-member", "school-leader")
                    .get("/api/v1/schools/" + urn)
                    .then()
                    .statusCode(200)
                    .body("urn", equalTo(urn));
        }
        As.user("member", "committee-member", "school-leader")
                .get("/api/v1/schools/900004")
                .then()
                .statusCode(404);
        Given.run("update committee set ended_on = date '2020-09-02'");
        As.user("member", "committee-member", "school-leader")
                .get("/api/v1/schools/900002")
                .then()
                .statusCode(404);
        As.user("member", "committee-member", "school-leader")
                .get("/api/v1/schools/900001")
                .then()
                .statusCode(200);
    }

    @Test
    void whoWaitsForReadersWhoDoNotComeBackIsToldSo() throws Exception {
        As.head(900001).get("/api/v1/schools/900001").then().statusCode(200);
        List<Future<Integer>> readers = new ArrayList<>();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor();
                Connection owner = Given.ofOwner()) {
            owner.setAutoCommit(false);
            try (Statement lock = owner.createStatement()) {
                lock.execute("lock table school in access exclusive mode");
            }
            CompletionService<Integer> answers = new ExecutorCompletionService<>(many);
            for (int reader = 0; reader <= 2 * Runtime.getRuntime().availableProcessors(); reader++) {
                readers.add(answers.submit(
                        () -> As.head(900001).get("/api/v1/schools/900001").statusCode()));
            }
            assertNotNull(answers.poll(1, TimeUnit.MINUTES), "nobody is answered");
            owner.rollback();
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> reader : readers) {
            statuses.add(reader.get());
        }
        assertEquals(1, statuses.stream().filter(status -> status == 503).count(), "answered " + statuses);
        assertEquals(
                readers.size() - 1,
                statuses.stream().filter(status -> status == 200).count(),
                "answered " + statuses);
    }
}
