package org.uplift.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.IngestReport.SchoolYear;

/**
 * Settles staged rows by one statement for all of them. Requests about one school settle one after the other, so that
 * what they answer, and what is computed from the rows, is what is stored.
 *
 * <p>A statement may say {@code {schools}}, {@code {years}}, {@code {job}} and {@code {now}}, which stand for what the
 * rows are about, the job and the moment. A part that says {@code {one by one}} looks up what is stored for each row of a request,
 * of which it would else read far more than is needed: of a temporary table the database does not know how small it is. The
 * statement answers with {@code {lines}}, which are those of a request and nothing for a file, outcome, school_urn, academic_year,
 * source and the number of rows; a row of which it says nothing is unchanged.
 */
public final class Settlement {
    /** The first half of the key of the lock that requests about a school take; its URN is the other. */
    public static final int LOCK = 20261;

    /** What has changed, by school, year (the calendar year in which it starts) and source. */
    @FunctionalInterface
    public interface Changed {
        void rows(int schoolUrn, int academicYear, String source);
    }

    private final Connection connection;
    private final IngestReport report;
    private final Map<SchoolYear, int[]> staged = new HashMap<>();
    private final Map<Integer, SchoolYear> unanswered = new HashMap<>();

    public Settlement(Connection connection, IngestReport report) {
        this.connection = connection;
        this.report = report;
    }

    /** Notes what a staged row is about. */
    public void about(int line, int schoolUrn, int academicYear) {
        SchoolYear about = new SchoolYear(schoolUrn, academicYear);
        staged.computeIfAbsent(about, first -> new int[1])[0]++;
        if (report.answersEveryRow()) {
            unanswered.put(line, about);
        }
    }

    public boolean isEmpty() {
        return staged.isEmpty();
    }

    private SortedSet<Integer> schools() {
        return staged.keySet().stream().map(SchoolYear::schoolUrn).collect(Collectors.toCollection(TreeSet::new));
    }

    private SortedSet<Integer> years() {
        return staged.keySet().stream().map(SchoolYear::academicYear).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Lets other requests about these schools wait until the transaction ends. One that is answered at once does not wait long for
     * another.
     */
    public void hold() throws SQLException {
        String patience = report.answersEveryRow() ? "set local lock_timeout = '20s'; " : "";
        try (var lock =
                connection.prepareStatement(patience + "select pg_advisory_xact_lock(?, urn) from unnest(?) urn")) {
            lock.setInt(1, LOCK);
            lock.setArray(2, connection.createArrayOf("int", schools().toArray()));
            lock.execute();
        }
    }

    /** Runs statements that answer nothing. */
    public void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(filled(sql));
        }
    }

    /** Lets the database see how many rows of a file a temporary table has; for those of a request it matters little. */
    public void know(String table) throws SQLException {
        if (!report.answersEveryRow()) {
            run("analyze " + table);
        }
    }

    /**
     * From now on a statement is planned once for all, with an index for each row that is looked up: right for some thousand of
     * them, however few or many there are in the tables on the day when the plan is made.
     */
    public void planOnce() throws SQLException {
        run("set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off");
    }

    /** The database plans again as it sees fit. */
    public void planAsUsual() throws SQLException {
        run("set local plan_cache_mode to default; set local enable_seqscan to default");
    }

    /** Makes the systems known that staged rows come from. */
    public void makeSourcesKnown(String table) throws SQLException {
        run("insert into source_system (code) select distinct source_system from " + table + " i"
                + " where not exists (select from source_system o where o.code = i.source_system)"
                + " order by 1 on conflict (code) do nothing");
    }

    /**
     * Settles the rows of the request and reports each of them.
     *
     * @param waiting why a row waits, for those that do; its path is the field in question
     * @param tables go with the statement, which says where, by {@code {tables}}
     */
    public void settle(String sql, RowError waiting, Changed changed, ArrayTable... tables) throws SQLException {
        String settling = sql.replace("{lines}", report.answersEveryRow() ? "array_agg(line)" : "null::int[]");
        if (tables.length > 0) {
            try (PreparedStatement statement = prepared(settling, tables);
                    ResultSet rows = statement.executeQuery()) {
                answer(rows, waiting, changed);
            }
        } else {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(filled(settling))) {
                answer(rows, waiting, changed);
            }
        }
        if (report.answersEveryRow()) {
            unanswered.forEach((of, about) -> unchanged(of, about, 1, waiting));
        } else {
            staged.forEach((about, left) -> unchanged(null, about, left[0], waiting));
            listWaiting(waiting);
        }
    }

    private PreparedStatement prepared(String sql, ArrayTable... tables) throws SQLException {
        ArrayTable request = new ArrayTable("request", "job uuid", "now timestamptz");
        request.row().id(report.jobId()).moment(report.startedAt());
        return ArrayTable.prepare(
                connection,
                filled(sql, "(select job from request)", "(select now from request)"),
                Stream.concat(Stream.of(request), Stream.of(tables)).toArray(ArrayTable[]::new));
    }

    private void answer(ResultSet rows, RowError waiting, Changed changed) throws SQLException {
        while (rows.next()) {
            answer(rows, waiting);
            tell(rows, changed);
        }
    }

    private void answer(ResultSet rows, RowError waiting) throws SQLException {
        SchoolYear about = new SchoolYear(rows.getInt(3), rows.getInt(4));
        RowOutcome outcome = outcome(rows);
        int number = rows.getInt(6);
        Array lines = rows.getArray(1);
        if (lines == null) {
            report.settled(null, outcome, number, waiting);
        } else {
            for (Integer line : (Integer[]) lines.getArray()) {
                report.settled(line, outcome, 1, waiting);
                unanswered.remove(line);
            }
        }
        if (outcome != RowOutcome.QUARANTINED) {
            report.delivered(about);
        }
        staged.getOrDefault(about, new int[1])[0] -= number;
    }

    private void unchanged(@Nullable Integer line, SchoolYear about, int number, RowError waiting) {
        if (number > 0) {
            report.settled(line, RowOutcome.UNCHANGED, number, waiting);
            report.delivered(about);
        }
    }

    /** Settles rows that are not of this request, but were waiting for it; how many have been taken in. */
    public int settleWaiting(String sql, Changed changed) throws SQLException {
        int taken = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(filled(sql).replace("{lines}", "null::int[]"))) {
            while (rows.next()) {
                taken += outcome(rows) == RowOutcome.QUARANTINED ? 0 : rows.getInt(6);
                tell(rows, changed);
            }
        }
        return taken;
    }

    private void listWaiting(RowError waiting) throws SQLException {
        try (var first = connection.prepareStatement(
                "select line from quarantine where job_id = ? order by line limit " + IngestReport.LISTED)) {
            first.setObject(1, report.jobId());
            try (ResultSet rows = first.executeQuery()) {
                while (rows.next()) {
                    report.listWaiting(rows.getInt(1), waiting);
                }
            }
        }
    }

    private static RowOutcome outcome(ResultSet rows) throws SQLException {
        String outcome = rows.getString(2);
        return outcome.equals("NEWER") ? RowOutcome.UNCHANGED : RowOutcome.valueOf(outcome);
    }

    private static void tell(ResultSet rows, Changed changed) throws SQLException {
        String outcome = rows.getString(2);
        if (outcome.equals("CREATED") || outcome.equals("UPDATED")) {
            changed.rows(rows.getInt(3), rows.getInt(4), rows.getString(5));
        }
    }

    /** The numbers stand in the statement itself: the database then reads the partitions of these years only. */
    public String filled(String sql) {
        return filled(sql, "'" + report.jobId() + "'::uuid", "'" + report.startedAt() + "'::timestamptz");
    }

    private String filled(String sql, String job, String now) {
        return sql.replace("{schools}", array(schools()))
                .replace("{years}", array(years()))
                .replace("{one by one}", report.answersEveryRow() ? "offset 0" : "")
                .replace("{job}", job)
                .replace("{now}", now);
    }

    private static String array(Collection<Integer> numbers) {
        return "'{" + numbers.stream().map(String::valueOf).collect(Collectors.joining(",")) + "}'::int[]";
    }

    /** Reads a statement that stands beside a class. */
    public static String sql(Class<?> beside, String name) {
        try (var stream = beside.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("There is no " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
