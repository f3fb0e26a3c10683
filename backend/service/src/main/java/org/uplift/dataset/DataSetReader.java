package org.uplift.dataset;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.uplift.access.Analysis;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.access.PupilRowGrants;
import org.uplift.access.Role;
import org.uplift.access.Scope;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.outcome.HiddenCells;
import org.uplift.outcome.OutcomeRows;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;
import org.uplift.platform.Today;
import org.uplift.target.TargetMoments;

/** Reads data sets for the caller: what they are, answers to questions, and files. All rows come the same way, whatever is made of them. */
@ApplicationScoped
class DataSetReader {
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final Duration A_MICROSECOND = Duration.ofNanos(1000);
    private static final String OUTCOMES = "{outcomes}";
    private static final String MOMENTS = "{moments}";
    private static final int MOST_OPTIONS = 500;

    /** What of a set the caller may read. */
    record Reach(DataSet set, Scope scope, Scope pupils) {
        /** Whether a change is of what the reader may know: other schools, and the years that these may have brought, are not. */
        boolean tells(FacetChange change) {
            String code = change.code();
            return scope.trust()
                    || code == null
                    || set.columns().stream()
                            .filter(column -> column.name().equals(change.column()))
                            .allMatch(column -> switch (column.kind()) {
                                case LOCATION -> scope.covers(Integer.valueOf(code));
                                case TIME_PERIOD -> false;
                                default -> true;
                            });
        }

        String scoped(String statement) {
            return statement.contains("{scope:") ? Analysis.scoped(statement, scope) : statement;
        }
    }

    @Inject
    Analysis analysis;

    @Inject
    Caller caller;

    @Inject
    PupilRowGrants grants;

    @Inject
    HiddenCells hiddenCells;

    @Inject
    Activities activities;

    @Inject
    DataSetVersions versions;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "uplift.analysis.longest-query")
    Duration longestQuery;

    @Inject
    @ConfigProperty(name = "uplift.analysis.longest-download")
    Duration longestDownload;

    /** The sets of which the caller may read something. */
    List<DataSet> readable() {
        return QuarkusTransaction.requiringNew()
                .call(() -> DataSets.all().stream()
                        .filter(set -> !scope(set).isEmpty())
                        .toList());
    }

    /** What is in a set. */
    DataSetMeta meta(String id) throws IOException {
        Reach reach = reach(id);
        DataSet set = reach.set();
        return analysis.read(longestQuery, connection -> {
            List<ColumnDetail> columns = new ArrayList<>();
            for (Column column : set.columns()) {
                columns.add(ColumnDetail.of(column, column.listed() ? options(connection, reach, column) : null));
            }
            Instant updatedAt = null;
            boolean outdated = false;
            String freshness = set.freshness();
            if (freshness != null) {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery(reach.scoped(freshness))) {
                    rows.next();
                    OffsetDateTime latest = rows.getObject(1, OffsetDateTime.class);
                    updatedAt = latest == null ? null : latest.toInstant();
                    outdated = rows.getBoolean(2);
                }
            }
            return new DataSetMeta(
                    set.id(),
                    set.title(),
                    set.description(),
                    set.source(),
                    set.method(),
                    set.ofPupils(),
                    set.remembers(),
                    set.shownKey(),
                    columns,
                    set.hasSymbols() ? DataSetSymbol.ALL : List.of(),
                    updatedAt,
                    outdated,
                    DataSetVersions.newest(connection, set)
                            .map(DataSetVersions.Version::name)
                            .orElse(null));
        });
    }

    /** The statement that gives the rows of a set that is asked for, as they are or were. */
    private String rows(Connection connection, Reach reach, DataSetQuery asked) throws SQLException, IOException {
        String name = asked.version();
        String asAt = asked.asAt();
        if (name == null && asAt == null) {
            return present(connection, reach);
        }
        if (name != null && asAt != null) {
            throw Problem.invalid("/version", "one-of", "Say either version or asAt: each says which state is meant.");
        }
        DataSet set = reach.set();
        if (!set.remembers()) {
            throw Problem.invalid(
                    name == null ? "/asAt" : "/version",
                    "not-kept",
                    "This data set does not keep what it was; ask it without asAt and version.");
        }
        if (name != null) {
            DataSetVersions.Version version = versions.named(connection, set, name)
                    .orElseThrow(() -> Problem.invalid(
                            "/version", "unknown-version", "There is no version \"" + name + "\" of this data set."));
            return set.memory() == Memory.MOMENTS
                    ? rows(reach, version.madeAt())
                    : reach.scoped(set.kept(version.position()));
        }
        Instant moment = moment(String.valueOf(asAt));
        return set.memory() == Memory.MOMENTS
                ? rows(reach, moment)
                : reach.scoped(set.kept(versions.at(connection, set, moment)
                        .orElseThrow(() -> Problem.invalid(
                                "/asAt", "not-kept", "Nothing of this data set is kept from before its first version."))
                        .position()));
    }

    /** The statement that gives the present rows of a set. */
    String present(Connection connection, Reach reach) throws SQLException, IOException {
        String rows = rows(reach, null);
        return rows.contains(MOMENTS)
                ? rows.replace(
                        MOMENTS,
                        TargetMoments.json(json, connection, reach.scope(), reach.pupils(), LocalDate.now(clock)))
                : rows;
    }

    private static String rows(Reach reach, @Nullable Instant moment) {
        return reach.scoped(reach.set().statement().replace(OUTCOMES, OutcomeRows.of(reach.pupils(), moment)));
    }

    /** What a set can be asked by at present; what stands in its rows alone comes and goes with these. */
    Facets facets(Connection connection, Reach reach) throws SQLException, IOException {
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        for (Column column : reach.set().columns()) {
            Map<String, String> codes = new LinkedHashMap<>();
            if (column.options() != null) {
                options(connection, reach, column).forEach(option -> codes.put(option.code(), option.label()));
            }
            columns.put(column.name(), codes);
        }
        return new Facets(columns);
    }

    /** A page of the versions of a set. */
    DataSetVersionPage versions(String id, PageRequest page) throws IOException {
        Reach reach = reach(id);
        return analysis.read(
                longestQuery,
                connection -> new DataSetVersionPage(
                        versions.list(connection, reach, page.pageSize, page.offset()),
                        Paging.of(page, DataSetVersions.count(connection, reach.set()))));
    }

    private List<ColumnOption> options(Connection connection, Reach reach, Column column)
            throws SQLException, IOException {
        String statement = column.options();
        if (statement == null) {
            String code = "d." + column.sql();
            statement = "select distinct " + code + ", " + code + (column.labelled() ? "_label" : "") + " from ("
                    + present(connection, reach) + ") d where " + code + " is not null order by 2 limit "
                    + MOST_OPTIONS;
        }
        List<ColumnOption> options = new ArrayList<>();
        try (Statement reading = connection.createStatement()) {
            reading.setMaxRows(MOST_OPTIONS);
            try (ResultSet rows = reading.executeQuery(reach.scoped(statement))) {
                int width = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    String code = shown(column, rows.getString(1));
                    options.add(new ColumnOption(
                            code,
                            width > 1 ? shown(column, rows.getString(2)) : code,
                            width > 2 ? rows.getString(3) : null,
                            width > 2 ? Integer.valueOf(rows.getInt(4)) : null));
                }
            }
        }
        return options;
    }

    private static String shown(Column column, String stored) {
        return column.type() == ColumnType.ACADEMIC_YEAR ? stored + "/" + (Integer.parseInt(stored) + 1) : stored;
    }

    /** A page of the answer to a question. */
    DataSetAnswer answer(String id, DataSetQuery asked) throws IOException {
        Reach reach = reach(id);
        Question question = new Question(reach.set(), asked);
        List<Output> outputs = question.outputs(asked.labels() == null ? Labels.CODES : asked.labels(), false);
        PageRequest page = new PageRequest();
        page.page = asked.number();
        page.pageSize = asked.rows();
        DataSetAnswer answer = analysis.read(longestQuery, connection -> {
            String rows = rows(connection, reach, asked);
            List<Map<String, @Nullable Object>> results = new ArrayList<>();
            copy(
                    connection,
                    question.select(rows, outputs, (long) (page.page - 1) * page.pageSize, page.pageSize),
                    outputs.size(),
                    row -> results.add(values(row, outputs)));
            return new DataSetAnswer(results, Paging.of(page, number(connection, question.count(rows))));
        });
        if (reach.set().ofPupils()) {
            QuarkusTransaction.requiringNew().run(() -> record(reach, "looked at rows of pupils"));
        }
        return answer;
    }

    private static Map<String, @Nullable Object> values(Row row, List<Output> outputs) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int field = 0; field < outputs.size(); field++) {
            Output output = outputs.get(field);
            String text = row.text(field);
            values.put(output.name(), text == null || !output.isBare() ? text : bare(output, text));
        }
        return values;
    }

    private static Object bare(Output output, String text) {
        return switch (output.type()) {
            case BOOLEAN -> text.equals("t");
            case INTEGER -> Long.valueOf(text);
            default -> new BigDecimal(text);
        };
    }

    /** A file that somebody asks for: what it is called and where it stands, before its rows are read. */
    Download download(String id, DataSetQuery asked, DownloadFormat format, boolean compressed, long after)
            throws IOException {
        Reach reach = reach(id);
        Question question = new Question(reach.set(), asked);
        Labels labels = asked.labels() == null ? Labels.BOTH : asked.labels();
        List<Output> outputs = question.outputs(labels, format.keepsSymbolsApart());
        Prepared prepared = analysis.read(longestQuery, connection -> {
            String rows = rows(connection, reach, asked);
            if (format == DownloadFormat.XLSX) {
                long found = number(connection, question.count(rows));
                if (found >= XlsxWriter.MOST) {
                    throw Problem.invalid(
                            "/format",
                            "too-many-rows",
                            "A sheet holds 1,048,575 rows, and these are " + found + ". Take csv, ndjson or parquet.");
                }
            }
            return new Prepared(
                    question.select(rows, outputs, after, null),
                    tag(state(connection, reach, rows), question.select(rows, outputs, 0, null), format.code()));
        });
        return new Download(id + "." + format.code(), prepared.tag(), out -> {
            if (reach.set().ofPupils()) {
                QuarkusTransaction.requiringNew()
                        .run(() -> record(reach, "downloaded rows of pupils as " + format.code()));
            }
            write(prepared.select(), outputs, format, after > 0, compressed, out);
        });
    }

    private record Prepared(String select, String tag) {}

    /** Who reads rows of pupils, or takes them away, is known to who is responsible for them. */
    private void record(Reach reach, String what) {
        Scope scope = reach.scope();
        if (scope.trust()) {
            activities.record(Subject.DATA_SET, reach.set().id(), null, what);
        } else {
            scope.schools()
                    .forEach(urn ->
                            activities.record(Subject.DATA_SET, reach.set().id(), urn, what));
        }
    }

    /** A text that is another one whenever a row may be another one. */
    private static String state(Connection connection, Reach reach, String rows) throws SQLException {
        String state = changes(connection, reach);
        return state != null
                ? state
                : String.valueOf(text(
                        connection,
                        "select md5(coalesce(string_agg(md5(d::text), '' order by d::text), '')) from (" + rows
                                + ") d"));
    }

    /** The same of a set that keeps its changes; of others nothing. */
    static @Nullable String changes(Connection connection, Reach reach) throws SQLException {
        String changes = reach.set().changes();
        return changes == null ? null : text(connection, reach.scoped(changes));
    }

    private static String tag(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(
            String select,
            List<Output> outputs,
            DownloadFormat format,
            boolean continued,
            boolean compressed,
            OutputStream out)
            throws IOException {
        analysis.write(longestDownload, out, (connection, to) -> {
            GZIPOutputStream packed = compressed ? new FastGzip(to) : null;
            RowWriter writer = format.writer(packed == null ? to : packed, outputs, continued);
            copy(connection, select, outputs.size(), writer::write);
            writer.finish();
            if (packed != null) {
                packed.finish();
            }
        });
    }

    private interface Taking {
        void take(Row row) throws IOException;
    }

    private static void copy(Connection connection, String select, int width, Taking taking)
            throws SQLException, IOException {
        PGConnection driver = connection.unwrap(PGConnection.class);
        CopyOut copy = driver.getCopyAPI().copyOut("copy (" + select + ") to stdout");
        try {
            Row row = new Row(width);
            byte[] line = copy.readFromCopy();
            while (line != null) {
                row.take(line);
                taking.take(row);
                line = copy.readFromCopy();
            }
        } finally {
            if (copy.isActive()) {
                stop(driver, copy);
            }
        }
    }

    /**
     * Stops a copy and reads what was under way. The driver's own way leaves that on the connection, where whoever is next would take
     * it for their answer; it only serves where the connection is lost.
     */
    private static void stop(PGConnection driver, CopyOut copy) throws SQLException {
        driver.cancelQuery();
        try {
            byte[] left = copy.readFromCopy();
            while (left != null) {
                left = copy.readFromCopy();
            }
        } catch (SQLException e) {
            if (!Analysis.isStop(e)) {
                throw e;
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static long number(Connection connection, String select) throws SQLException {
        return Long.parseLong(String.valueOf(text(connection, select)));
    }

    private static @Nullable String text(Connection connection, String select) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** What of a set the caller may read; 404 where that is nothing. What is hidden of it is found out. */
    Reach reach(String id) {
        DataSet set = DataSets.find(id);
        if (set == null) {
            throw Problem.notFound();
        }
        Reach reach = QuarkusTransaction.requiringNew()
                .call(() -> new Reach(set, scope(set), caller.scope(Permission.READ_PUPIL_ROWS)));
        if (reach.scope().isEmpty()) {
            throw Problem.notFound();
        }
        if (set.statement().contains(OUTCOMES) || set.statement().contains(MOMENTS)) {
            hiddenCells.findOut(reach.scope(), reach.pupils());
        }
        return reach;
    }

    private Scope scope(DataSet set) {
        return set.ofPupils() ? grants.scope() : caller.scope(set.permission()).and(caller.scope(Role.ANALYST));
    }

    private Instant moment(String asAt) {
        Instant moment = read(asAt);
        if (moment.isAfter(Today.latest(clock).plus(Duration.ofDays(1)))) {
            throw Problem.invalid("/asAt", "in-future", "\"" + asAt + "\" is still to come.");
        }
        return moment;
    }

    private static Instant read(String asAt) {
        try {
            return asAt.length() == "2026-09-30".length()
                    ? LocalDate.parse(asAt)
                            .plusDays(1)
                            .atStartOfDay(HERE)
                            .toInstant()
                            .minus(A_MICROSECOND)
                    : OffsetDateTime.parse(asAt).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid(
                    "/asAt",
                    "wrong-type",
                    "\"" + asAt + "\" is neither a date as 2026-09-30 nor a moment as 2026-09-30T12:00:00Z.");
        }
    }
}
