package org.uplift.access;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one thing by its key in one trip to the database: one statement says who asks and what is asked. Where no transaction is
 * under way it is one by itself, and what row-level security was told is gone with it.
 */
@ApplicationScoped
public class KeyedSql {
    /**
     * Each row is a standing of the caller; the thing that is asked for stands beside the first. It is looked up only when the
     * standings are there: it hangs on their place, and {@code offset 0} keeps the planner from turning that round. Asked
     * earlier, row-level security would show nothing.
     */
    private static final String WITH_CALLER = """
            select caller.*, found.*
            from %s with ordinality caller (caller_id, caller_role, caller_reach, caller_school, caller_committee,
                    caller_headteacher, caller_place)
                left join lateral (
                    select true as is_found, asked.* from (%s) asked where caller.caller_place = 1 offset 0
                ) found on true""";

    /**
     * A statement that reads one thing.
     *
     * @param sql with one place for the key, and the thing's school among its columns as {@code {school:o.school_urn}}; one
     *     without it is refused
     */
    public record Statement(String sql) {
        private static final Pattern PLACE = Pattern.compile("\\{school:([a-z_.]+)}");

        public Statement {
            Matcher place = PLACE.matcher(sql);
            if (!place.find()) {
                throw new IllegalArgumentException("The statement says nowhere whose school it reads");
            }
            sql = WITH_CALLER.formatted(Caller.ENTERED, place.replaceFirst("$1 as found_school"));
        }
    }

    /** Makes something of the row that was found. */
    public interface Reading<T> {
        T from(ResultSet row) throws SQLException;
    }

    /** In seconds; as long as for a connection. */
    private static final int LONGEST_WAIT = 5;

    /**
     * So many read at once: more are slower, each and all of them, when the database is handed from one to the other, and these
     * few keep to the same few connections. Who has a transaction has a connection already and does not wait.
     */
    private final Semaphore turns = new Semaphore(2 * Runtime.getRuntime().availableProcessors(), true);

    @Inject
    AgroalDataSource database;

    @Inject
    Caller caller;

    /** What has this key, where there is such a thing and the caller may see it with a permission. */
    public <T> Optional<T> find(String permission, Statement statement, Object key, Reading<T> reading) {
        try {
            if (QuarkusTransaction.isActive()) {
                return Optional.ofNullable(ask(permission, statement, key, reading));
            }
            if (!turns.tryAcquire(LONGEST_WAIT, TimeUnit.SECONDS)) {
                throw new SQLTimeoutException("Those who read before have not come back from the database");
            }
            try {
                return Optional.ofNullable(ask(permission, statement, key, reading));
            } finally {
                turns.release();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service is stopping", e);
        }
    }

    private <T> @Nullable T ask(String permission, Statement statement, Object key, Reading<T> reading)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement asked = connection.prepareStatement(
                        statement.sql(), ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
            caller.introduce(asked);
            asked.setObject(Caller.INTRODUCTION + 1, key);
            T answer = answer(permission, asked, reading);
            if (!caller.isKnown()) {
                caller.meet(connection);
                answer = answer(permission, asked, reading);
            }
            return answer;
        }
    }

    private <T> @Nullable T answer(String permission, PreparedStatement asked, Reading<T> reading) throws SQLException {
        try (ResultSet rows = asked.executeQuery()) {
            caller.stand(rows);
            return rows.first()
                            && rows.getBoolean("is_found")
                            && caller.scope(permission).covers(rows.getObject("found_school", Integer.class))
                    ? reading.from(rows)
                    : null;
        }
    }
}
