package org.uplift.access;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

/**
 * Reads for analysts: on connections of their own, which can be those of a replica, in one snapshot, for a time that is
 * bounded, and in turns that leave processors to others. So what they ask for slows little of what others see.
 */
@ApplicationScoped
public class Analysis {
    private static final Logger LOG = Logger.getLogger(Analysis.class);
    private static final Pattern PLACE = Pattern.compile("\\{scope:([a-z_.]+)}");
    private static final String CANCELLED = "57014";
    private static final int LONGEST_WAIT = 20;
    private static final int PIECE = 1 << 16;

    /**
     * One processor for each of them, so that some are left for others. Many rows are hashed and sorted in memory: the planner would
     * merge by a part of a key where it has too little of it, and go through the same rows again and again.
     */
    private static final String BOUNDS = """
            select set_config('statement_timeout', ?, true), set_config('work_mem', ?, true),
                   set_config('max_parallel_workers_per_gather', '0', true), set_config('enable_mergejoin', 'off', true),
                   set_config('jit', 'off', true)""";

    /** Some reading on a connection that knows who asks. */
    public interface Reading<T> {
        T from(Connection connection) throws SQLException, IOException;
    }

    /** Some reading whose rows are written while they come. */
    public interface Writing {
        void from(Connection connection, OutputStream to) throws SQLException, IOException;
    }

    private interface Taking {
        void take() throws IOException;
    }

    @Inject
    @DataSource("analysis")
    AgroalDataSource database;

    @Inject
    Caller caller;

    @Inject
    @ConfigProperty(name = "uplift.analysis.work-mem")
    String workMemory;

    /** Half of the processors are for analysts: the other half is left to everybody else. */
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /**
     * What comes of some reading, when its turn has come.
     *
     * @param most how long a statement of it may take; then it is stopped, and the caller told
     */
    public <T> T read(Duration most, Reading<T> reading) throws IOException {
        // Whoever has a turn works: nobody waits for a connection then.
        try (Connection connection = connect()) {
            if (!turns.tryAcquire(LONGEST_WAIT, TimeUnit.SECONDS)) {
                throw noRoom();
            }
            try {
                return read(connection, most, reading);
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noRoom();
        } catch (SQLException e) {
            if (isStop(e)) {
                throw Problem.of(
                        ProblemType.QUESTION_TOO_LARGE,
                        "Answering was stopped after " + most.toSeconds()
                                + " seconds, so that others can work. Ask for fewer years, schools or measures.");
            }
            LOG.error("A question of an analyst could not be answered", e);
            throw Problem.of(ProblemType.UNAVAILABLE, "The data cannot be read at the moment. Try again later.");
        }
    }

    /**
     * Writes what comes of some reading. While a piece of it is being taken the turn is another's: who takes slowly holds nobody up.
     *
     * @param most how long it may take
     */
    public void write(Duration most, OutputStream to, Writing writing) throws IOException {
        read(most, connection -> {
            OutputStream pieces = new BufferedOutputStream(new Handing(to), PIECE);
            writing.from(connection, pieces);
            pieces.flush();
            return true;
        });
    }

    /** Hands over, and its turn with it. */
    private final class Handing extends OutputStream {
        private final OutputStream to;

        Handing(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            handOver(() -> to.write(bytes, start, length));
        }

        @Override
        public void flush() throws IOException {
            handOver(to::flush);
        }

        private void handOver(Taking taking) throws IOException {
            turns.release();
            try {
                taking.take();
            } finally {
                turns.acquireUninterruptibly();
            }
        }
    }

    private <T> T read(Connection connection, Duration most, Reading<T> reading) throws SQLException, IOException {
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try (PreparedStatement bounds = connection.prepareStatement(BOUNDS)) {
                bounds.setString(1, String.valueOf(most.toMillis()));
                bounds.setString(2, workMemory);
                bounds.execute();
            }
            caller.enterKnown(connection);
            return reading.from(connection);
        } finally {
            connection.rollback();
        }
    }

    /** Whether the database says that it has stopped a statement, as it was told to. */
    public static boolean isStop(SQLException e) {
        return CANCELLED.equals(e.getSQLState());
    }

    private Connection connect() {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            LOG.warn("There is no connection for analysts", e);
            throw noRoom();
        }
    }

    private static Problem noRoom() {
        return Problem.of(
                ProblemType.UNAVAILABLE,
                "Others are reading so much data that there is no room at the moment. Try again in a minute.");
    }

    /** A statement in which {@code {scope:o.school_urn}} has become what the caller may read. */
    public static String scoped(String sql, Scope scope) {
        if (!PLACE.matcher(sql).find()) {
            throw new IllegalArgumentException("The statement says nowhere which schools it may read");
        }
        return PLACE.matcher(sql).replaceAll(place -> covers(place.group(1), scope));
    }

    /** Whether a column names a school that a scope covers, as a condition. */
    public static String covers(String column, Scope scope) {
        return scope.trust()
                ? "true"
                : column + " = any ('"
                        + scope.schools().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"))
                        + "'::int[])";
    }
}
