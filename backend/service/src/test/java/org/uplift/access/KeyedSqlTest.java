package org.uplift.access;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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

    private static final String LEFT =
            "select concat(current_setting('uplift.person', true), current_setting('uplift.trust', true),"
                    + " current_setting('uplift.schools', true), current_setting('uplift.committees', true)),"
                    + " (select count(*) from school)";

    @Inject
    PipelinedDatabase database;

    @Inject
    KeyedSql keyed;

    @Inject
    Vertx vertx;

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

    /** The next question is sent before the one before is answered, by somebody else and on the same connection. */
    @Test
    void nothingOfWhoAskedIsLeftOnTheConnection() {
        Given.schoolMembership("head.900001", "school-leader", 900001);
        var statement = new KeyedSql.Statement("select {school:e.urn}, e.name from school e where e.urn = ?");
        List<Future<RowSet<Row>>> own = new ArrayList<>();
        List<Future<RowSet<Row>>> other = new ArrayList<>();
        List<Future<RowSet<Row>>> left = new ArrayList<>();
        on(connection -> {
            for (int time = 0; time < OFTEN; time++) {
                own.add(ask(connection, statement, 900001));
                left.add(connection.preparedQuery(LEFT).execute());
                other.add(ask(connection, statement, 900002));
                left.add(connection.preparedQuery(LEFT).execute());
            }
            return Future.join(List.of(Future.join(own), Future.join(other), Future.join(left)));
        });
        own.forEach(asked -> assertTrue(finds(asked), "their school"));
        other.forEach(asked -> assertFalse(finds(asked), "another school"));
        left.forEach(KeyedSqlTest::nothingIsLeft);
    }

    @Test
    void nothingIsLeftWhereReadingFailsEither() {
        Given.schoolMembership("head.900001", "school-leader", 900001);
        var statement = new KeyedSql.Statement(
                "select {school:e.urn}, 1 / (e.urn - e.urn) as never from school e where e.urn = ?");
        List<Future<RowSet<Row>>> failing = new ArrayList<>();
        List<Future<RowSet<Row>>> left = new ArrayList<>();
        on(connection -> {
            for (int time = 0; time < OFTEN; time++) {
                failing.add(ask(connection, statement, 900001));
                left.add(connection.preparedQuery(LEFT).execute());
            }
            return Future.join(List.of(Future.join(failing).otherwiseEmpty(), Future.join(left)));
        });
        failing.forEach(asked -> assertInstanceOf(PgException.class, asked.cause()));
        left.forEach(KeyedSqlTest::nothingIsLeft);
    }

    private void on(Function<PgConnection, Future<?>> work) {
        PgConnection.connect(vertx, database.address())
                .compose(connection -> work.apply(connection).<Void>mapEmpty().onComplete(done -> connection.close()))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static Future<RowSet<Row>> ask(PgConnection connection, KeyedSql.Statement statement, int urn) {
        return connection
                .preparedQuery(statement.sql())
                .execute(Tuple.of(
                        "subject-of-head.900001", "head.900001", "SCHOOL_LEADER", LocalDate.of(2026, 11, 29), urn));
    }

    private static boolean finds(Future<RowSet<Row>> asked) {
        Row row = asked.result().iterator().next();
        assertEquals(900001, row.getInteger("caller_school"));
        return Boolean.TRUE.equals(row.getBoolean("is_found"));
    }

    private static void nothingIsLeft(Future<RowSet<Row>> left) {
        Row row = left.result().iterator().next();
        assertEquals("", row.getString(0));
        assertEquals(0, row.getLong(1));
    }

    @Test
    void aSchoolIsReadWithWhatBelongsToItByThoseWhoMaySeeIt() throws SQLException {
        Given.run("insert into school_link (school_urn, linked_urn, kind) values (900001, 900002, 'SUCCESSOR')");
        Given.run("insert into school_context (school_urn, academic_year) values (900001, 2025)");
        String shown =
                "select count(*), coalesce(sum(cardinality(links) + cardinality(context)), 0) from school_detail";
        assertEquals("0 0", seen("", shown));
        assertEquals("1 2", seen("select set_config('uplift.schools', '900001', false)", shown));
        assertEquals("1 0", seen("select set_config('uplift.schools', '900002', false)", shown));
        assertEquals("2 2", seen("select set_config('uplift.trust', 'on', false)", shown));
        assertEquals("2 2", seen("select set_config('uplift.register', 'on', false)", shown));
    }

    private static String seen(String first, String sql) throws SQLException {
        try (Connection application = Given.withoutIdentity();
                Statement statement = application.createStatement()) {
            if (!first.isEmpty()) {
                statement.execute(first);
            }
            try (ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getInt(1) + " " + rows.getInt(2);
            }
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
    void whoAsksAtTheSameTimeReadsWithTheirOwnEyes() throws Exception {
        Given.schoolMembership("head.900001", "school-leader", 900001);
        Given.schoolMembership("head.900002", "school-leader", 900002);
        List<java.util.concurrent.Future<Integer>> own = new ArrayList<>();
        List<java.util.concurrent.Future<Integer>> other = new ArrayList<>();
        try (ExecutorService many = Executors.newFixedThreadPool(16)) {
            for (int time = 0; time < 100; time++) {
                for (int head : new int[] {900001, 900002}) {
                    for (int urn : new int[] {900001, 900002}) {
                        (head == urn ? own : other)
                                .add(many.submit(() -> As.user("head." + head, "school-leader")
                                        .get("/api/v1/schools/" + urn)
                                        .statusCode()));
                    }
                }
            }
        }
        for (var asked : own) {
            assertEquals(200, asked.get());
        }
        for (var asked : other) {
            assertEquals(404, asked.get());
        }
    }

    @Test
    void whomTheDatabaseDoesNotAnswerIsToldSo() throws Exception {
        As.head(900001).get("/api/v1/schools/900001").then().statusCode(200);
        List<java.util.concurrent.Future<Integer>> readers = new ArrayList<>();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor();
                Connection owner = Given.ofOwner()) {
            owner.setAutoCommit(false);
            try (Statement lock = owner.createStatement()) {
                lock.execute("lock table school in access exclusive mode");
            }
            for (int reader = 0; reader < 40; reader++) {
                readers.add(many.submit(
                        () -> As.head(900001).get("/api/v1/schools/900001").statusCode()));
            }
            for (var reader : readers) {
                assertEquals(503, reader.get(1, TimeUnit.MINUTES));
            }
            owner.rollback();
        }
        As.head(900001).get("/api/v1/schools/900001").then().statusCode(200);
    }

    @Test
    void connectionsThatTheDatabaseEndedAreOpenedAnew() throws Exception {
        As.head(900001).get("/api/v1/schools/900001").then().statusCode(200);
        String keyed = " from pg_stat_activity where application_name = 'uplift-keyed'";
        try (Connection application = Given.withoutIdentity();
                Statement statement = application.createStatement()) {
            try (ResultSet ended = statement.executeQuery("select count(pg_terminate_backend(pid, 5000))" + keyed)) {
                ended.next();
                assertTrue(ended.getInt(1) > 0, "there was a connection");
            }
        }
        List<Integer> statuses = new ArrayList<>();
        do {
            statuses.add(As.head(900001).get("/api/v1/schools/900001").statusCode());
        } while (statuses.getLast() == 503 && statuses.size() < 20);
        assertEquals(200, statuses.getLast(), "answered " + statuses);
    }

    @Test
    void whatATransactionHasChangedIsNotReadBesideIt() {
        var statement = new KeyedSql.Statement("select {school:e.urn} from school e where e.urn = ?");
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> keyed.find(Permission.READ_SCHOOLS, statement, 900001, row -> row)));
    }
}
