package org.uplift.outcome;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.outcome.HeadlineMeasures.SchoolYear;
import org.uplift.outcome.OutdatedOutcomes.PutOff;
import org.uplift.outcome.OutdatedOutcomes.Taken;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Jobs;
import org.uplift.testing.UpliftTest;

/** The service computes what is outdated by itself every second; these tests make it fail, wait and break off. */
@UpliftTest
class RecomputingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final int HELD = 4711;

    @Inject
    Recomputing recomputing;

    @Inject
    OutdatedOutcomes outdated;

    @Inject
    EntityManager entities;

    private final List<LogRecord> logged = Collections.synchronizedList(new ArrayList<>());
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger(Recomputing.class.getName()).addHandler(log);
    }

    @AfterEach
    void nothingFailsAnyMore() {
        Given.run("drop trigger if exists of_test on outcome");
        Given.run("drop trigger if exists of_test on outdated_outcome");
        Given.run("drop table if exists taken_in_test");
        Logger.getLogger(Recomputing.class.getName()).removeHandler(log);
    }

    @Test
    void whatFailsStepsBackAndTheOthersGoOn() {
        for (int urn = 900001; urn <= 900003; urn++) {
            Given.school(urn);
            value(urn, 2025);
        }
        value(900003, 2024);
        onOutcome("if new.school_urn = 900001 then raise exception 'no measures of this school'; end if;");
        Given.run(
                "insert into outdated_outcome (school_urn, academic_year, source, since) values"
                        + " (900001, 2025, 'MEASURE_VALUE', now() - interval '1 hour'),"
                        + " (900002, 2025, 'MEASURE_VALUE', now() - interval '1 hour'),"
                        + " (900003, 2025, 'MEASURE_VALUE', now() - interval '1 hour'), (900003, 2024, 'MEASURE_VALUE', now())");
        await(() -> Given.number("select count(*) from outdated_outcome where school_urn <> 900001") == 0);
        await(() -> attempts() >= 3 && alone().size() == attempts() - 1); // the first attempt was made for all three
        assertTrue(alone().getFirst().contains("MEASURE_VALUE of 2025"), alone()::toString);
        assertTrue(alone().getFirst().contains("attempt 2; it is tried again in 4 s"), alone()::toString);
        assertEquals(3, Given.number("select count(*) from outcome where source = 'pushed'"));
        assertEquals(0, Given.number("select count(*) from outcome where school_urn = 900001"));
        String quality = "/api/v1/data-quality";
        As.head(900001).get(quality).then().statusCode(200).body("results.outdatedSince", contains(notNullValue()));
        As.head(900002).get(quality).then().statusCode(200).body("results.outdatedSince", contains(nullValue()));
        As.head(900001).get("/api/v1/schools/900001/outcomes").then().body("outdated", equalTo(true));

        Given.run("drop trigger of_test on outcome");
        Given.run("update outdated_outcome set not_before = now() + interval '1 hour'");
        newRows(900001, 2025);
        Jobs.counted();
        assertEquals(1, Given.number("select count(*) from outcome where school_urn = 900001"));
        As.head(900001).get(quality).then().body("results.outdatedSince", contains(nullValue()));
    }

    @Test
    void eachTimeItWaitsTwiceAsLongUpToFiveMinutes() throws SQLException {
        Given.school(900001);
        Taken taken = new Taken(Set.of(new SchoolYear(900001, 2025)), "MEASURE_VALUE");
        assertEquals(Optional.empty(), outdated.putOff(taken), "there is nothing");
        try (Connection push = Given.pushUnderWay(900001)) {
            Given.run("insert into outdated_outcome values (900001, 2025, 'MEASURE_VALUE', now())");
            List<Long> seconds = new ArrayList<>();
            for (int attempt = 1; attempt <= 10; attempt++) {
                PutOff put = outdated.putOff(taken).orElseThrow();
                assertEquals(attempt, put.attempts());
                seconds.add(put.pause().toSeconds());
                assertEquals(
                        put.pause().toSeconds(),
                        Given.number(
                                "select round(extract(epoch from not_before - clock_timestamp())) from outdated_outcome"),
                        1);
            }
            assertEquals(List.of(2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L), seconds);
            Given.run("update outdated_outcome set attempts = 5000");
            assertEquals(
                    Duration.ofMinutes(5), outdated.putOff(taken).orElseThrow().pause());
            try (Connection replica = Given.withoutIdentity()) {
                replica.setAutoCommit(false);
                replica.createStatement().execute("select set_config('uplift.trust', 'on', true)");
                replica.createStatement().execute("select * from outdated_outcome for update");
                assertEquals(Optional.empty(), outdated.putOff(taken), "another replica has it");
                replica.rollback();
            }
        }
    }

    @Test
    void whileRowsKeepComingOnlyWhatHasWaitedForAMinuteIsComputed() {
        for (int urn = 900001; urn <= 900002; urn++) {
            Given.school(urn);
            value(urn, 2025);
        }
        Given.run("insert into outdated_outcome (school_urn, academic_year, source, since, first_at, last_at) values"
                + " (900001, 2025, 'MEASURE_VALUE', now(), now() - interval '61 seconds', now() + interval '1 hour'),"
                + " (900002, 2025, 'MEASURE_VALUE', now(), now(), now() + interval '1 hour')");
        await(() -> Given.number("select count(*) from outdated_outcome where school_urn = 900001") == 0);
        recomputing.recompute();
        assertEquals(1, Given.number("select count(*) from outdated_outcome where school_urn = 900002"));
        assertEquals(1, Given.number("select count(*) from outcome where school_urn = 900001"));
        assertEquals(0, Given.number("select count(*) from outcome where school_urn = 900002"));

        Given.run("update outdated_outcome set last_at = now() - interval '1 second'");
        Jobs.counted();
        assertEquals(1, Given.number("select count(*) from outcome where school_urn = 900002"));
    }

    /** Three replicas take at once: two threads, and the service by itself. */
    @Test
    void replicasThatTakeAtOnceComputeEverythingOnce() throws Exception {
        int schools = 60;
        for (int urn = 900001; urn <= 900000 + schools; urn++) {
            Given.school(urn);
            value(urn, 2024);
            value(urn, 2025);
        }
        Given.run("create table taken_in_test (school_urn int, academic_year int, by_transaction xid8)");
        Given.run(
                "create or replace function of_test_taken() returns trigger language plpgsql security definer as $$ begin"
                        + " insert into taken_in_test values (old.school_urn, old.academic_year, pg_current_xact_id()); return old; end $$");
        Given.run(
                "create trigger of_test after delete on outdated_outcome for each row execute function of_test_taken()");
        CyclicBarrier together = new CyclicBarrier(3);
        Callable<Void> replica = () -> {
            together.await();
            while (Given.number("select count(*) from outdated_outcome") > 0) {
                recomputing.recompute();
            }
            return null;
        };
        try (var replicas = Executors.newFixedThreadPool(2)) {
            List<Future<Void>> running = List.of(replicas.submit(replica), replicas.submit(replica));
            Given.run("insert into outdated_outcome select urn, year, 'MEASURE_VALUE', now() from school,"
                    + " (values (2024), (2025)) y (year)");
            together.await();
            for (Future<Void> one : running) {
                one.get();
            }
        }
        assertEquals(2 * schools, Given.number("select count(*) from outcome where source = 'pushed'"));
        assertEquals(2 * schools, Given.number("select count(*) from taken_in_test"));
        assertEquals(
                2 * schools, Given.number("select count(distinct (school_urn, academic_year)) from taken_in_test"));
        assertEquals(List.of(), warnings());
    }

    /** The replica is gone in the middle: its connection is lost while it computes. */
    @Test
    void whatBreaksOffIsStillThereAndComesAgain() throws SQLException {
        String waiting =
                "select count(*) from pg_locks where locktype = 'advisory' and not granted and objid = " + HELD;
        Given.school(900001);
        value(900001, 2025);
        onOutcome("perform pg_advisory_xact_lock(" + HELD + ");");
        try (Connection holder = Given.held(HELD)) {
            Given.run("insert into outdated_outcome values (900001, 2025, 'MEASURE_VALUE', now())");
            await(() -> Given.number(waiting) == 1);
            Given.lostConnections();
            await(() -> warnings().size() == 1);
            assertEquals(1, Given.number("select count(*) from outdated_outcome"));
            assertEquals(0, Given.number("select count(*) from outcome"));
            assertTrue(holder.isValid(1), "what it waits for is still held");
        }
        Jobs.counted();
        assertEquals(1, Given.number("select count(*) from outcome"));
    }

    private static void value(int urn, int year) {
        Given.run("insert into source_system (code) values ('test') on conflict do nothing");
        Given.run(
                "insert into measure_value (school_urn, academic_year, measure_code, dated, source_id, value, cohort_size,"
                        + " source_updated_at, job_id)"
                        + " select ?, ?, 'STAFF_TURNOVER', make_date(? + 1, 3, 31), id, 12, 30, now(), gen_random_uuid()"
                        + " from source_system where code = 'test'",
                urn,
                year,
                year);
    }

    private static void onOutcome(String what) {
        Given.run("create or replace function of_test() returns trigger language plpgsql as $$ begin " + what
                + " return new; end $$");
        Given.run("create trigger of_test before insert on outcome for each row execute function of_test()");
    }

    /** As a file does in its transaction. */
    private void newRows(int urn, int year) {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("select set_config('uplift.schools', :urn, true)")
                    .setParameter("urn", String.valueOf(urn))
                    .getSingleResult();
            outdated.add(List.of(new SchoolYear(urn, year)), Set.of("MEASURE_VALUE"));
        });
    }

    private static long attempts() {
        return Given.number("select attempts from outdated_outcome where school_urn = 900001");
    }

    private List<String> warnings() {
        synchronized (logged) {
            return logged.stream()
                    .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                    .map(entry -> String.format(
                            Locale.ROOT,
                            entry.getMessage(),
                            Objects.requireNonNullElse(entry.getParameters(), new Object[0])))
                    .toList();
        }
    }

    private List<String> alone() {
        return warnings().stream()
                .filter(message -> message.contains("schools [900001]"))
                .toList();
    }

    private static void await(BooleanSupplier expected) {
        for (long left = PATIENCE.toMillis(); left > 0; left -= BETWEEN.toMillis()) {
            if (expected.getAsBoolean()) {
                return;
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        fail("It has not come true after " + PATIENCE);
    }
}
