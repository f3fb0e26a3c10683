package org.uplift.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one thing by its key in one trip to the database, for which no thread waits: one statement says who asks and what is
 * asked. It is a transaction by itself, and what row-level security was told is gone with it.
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
            sql = numbered(WITH_CALLER.formatted(Caller.ENTERED, place.replaceFirst("$1 as found_school")));
        }
    }

    private static final Pattern VALUE = Pattern.compile("\\?");
    private static final String MEETING = "select " + numbered(Caller.MET);

    @Inject
    PipelinedDatabase database;

    @Inject
    Caller caller;

    /**
     * What has this key, where there is such a thing and the caller may see it with a permission. What a transaction that is
     * under way has changed is not seen; it has to end before.
     */
    public <T> CompletionStage<Optional<T>> find(
            String permission, Statement statement, Object key, Function<Row, T> reading) {
        if (QuarkusTransaction.isActive()) {
            throw new IllegalStateException("A transaction is under way, whose changes would not be seen");
        }
        List<Object> values = new ArrayList<>(caller.introduction());
        values.add(key);
        return database.ask(statement.sql(), values)
                .compose(known -> known.size() > 0 ? Future.succeededFuture(known) : meet(statement, values))
                .map(rows -> answer(permission, rows, reading))
                .toCompletionStage();
    }

    private Future<RowSet<Row>> meet(Statement statement, List<Object> values) {
        return database.ask(MEETING, caller.acquaintance()).compose(met -> database.ask(statement.sql(), values));
    }

    private <T> Optional<T> answer(String permission, RowSet<Row> rows, Function<Row, T> reading) {
        @Nullable UUID person = null;
        @Nullable Row first = null;
        List<Caller.Standing> standings = new ArrayList<>();
        for (Row row : rows) {
            first = first == null ? row : first;
            person = row.getUUID(0);
            Caller.Standing.of(row.getString(1), row.getString(2), row.getInteger(3), row.getUUID(4), row.getBoolean(5))
                    .ifPresent(standings::add);
        }
        caller.stand(person, standings);
        return first != null
                        && Boolean.TRUE.equals(first.getBoolean("is_found"))
                        && caller.scope(permission).covers(first.getInteger("found_school"))
                ? Optional.of(reading.apply(first))
                : Optional.empty();
    }

    private static String numbered(String sql) {
        int[] place = {0};
        return VALUE.matcher(sql).replaceAll(found -> "\\$" + ++place[0]);
    }
}
