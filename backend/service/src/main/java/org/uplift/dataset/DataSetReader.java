package org.uplift.dataset;

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

/** Reads data sets for the caller: what they are, answers to questions, and files. All rows come the same way, whatever is made of them. */
@ApplicationScoped
class DataSetReader {
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final Duration A_MICROSECOND = Duration.ofNanos(1000);
    private static final String OUTCOMES = "{outcomes}";
    private static final int MOST_OPTIONS = 500;

    /** What of a set the caller may read. */
    private record Reach(DataSet set, Scope scope, Scope pupils) {
        String rows(@Nullable Instant moment) {
            return scoped(set.statement().replace(OUTCOMES, OutcomeRows.of(pupils, moment)));
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
                    columns,
                    set.hasSymbols() ? DataSetSymbol.ALL : List.of(),
                    updatedAt,
                    outdated);
        });
    }

    private static List<ColumnOption> options(Connection connection, Reach reach, Column column) throws SQLException {
        String statement = column.options();
        if (statement == null) {
            String code = "d." + column.sql();
            statement = "select distinct " + code + ", " + code + (column.labelled() ? "_label" : "") + " from ("
                    + reach.rows(null) + ") d where " + code + " is not null order by 2 limit " + MOST_OPTIONS;
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
        String rows = reach.rows(moment(reach.set(), asked.asAt()));
        List<Output> outputs = question.outputs(asked.labels() == null ? Labels.CODES : asked.labels(), false);
        PageRequest page = new PageRequest();
        page.page = asked.number();
        page.pageSize = asked.rows();
        return analysis.read(longestQuery, connection -> {
            List<Map<String, @Nullable Object>> results = new ArrayList<>();
            copy(
                    connection,
                    question.select(rows, outputs, (long) (page.page - 1) * page.pageSize, page.pageSize),
                    outputs.size(),
                    row -> results.add(values(row, outputs)));
            return new DataSetAnswer(results, Paging.of(page, number(connection, question.count(rows))));
        });
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
    Download download(String id, DataSetQuery asked, DownloadFormat format, long after) throws IOException {
        Reach reach = reach(id);
        Question question = new Question(reach.set(), asked);
        Instant moment = moment(reach.set(), asked.asAt());
        String rows = reach.rows(moment);
        Labels labels = asked.labels() == null ? Labels.BOTH : asked.labels();
        List<Output> outputs = question.outputs(labels, format.keepsSymbolsApart());
        String select = question.select(rows, outputs, after, null);
        String state = analysis.read(longestQuery, connection -> {
            if (format == DownloadFormat.XLSX) {
                long found = number(connection, question.count(rows));
                if (found >= XlsxWriter.MOST) {
                    throw Problem.invalid(
                            "/format",
                            "too-many-rows",
                            "A sheet holds 1,048,575 rows, and these are " + found + ". Take csv, ndjson or parquet.");
                }
            }
            return state(connection, reach, rows);
        });
        if (reach.set().ofPupils()) {
            QuarkusTransaction.requiringNew().run(() -> record(reach, format));
        }
        return new Download(
                id + "." + format.code(),
                tag(state, question.select(rows, outputs, 0, null), format.code()),
                out -> write(select, outputs, format, after > 0, out));
    }

    /** Who takes rows of pupils away is known to who is responsible for them. */
    private void record(Reach reach, DownloadFormat format) {
        Scope scope = reach.scope();
        String what = "downloaded rows of pupils as " + format.code();
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
        String changes = reach.set().changes();
        String state = changes == null ? null : text(connection, reach.scoped(changes));
        return state != null
                ? state
                : String.valueOf(text(
                        connection,
                        "select md5(coalesce(string_agg(md5(d::text), '' order by d::text), '')) from (" + rows
                                + ") d"));
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

    private void write(String select, List<Output> outputs, DownloadFormat format, boolean continued, OutputStream out)
            throws IOException {
        analysis.read(longestDownload, connection -> {
            RowWriter writer = format.writer(out, outputs, continued);
            copy(connection, select, outputs.size(), writer::write);
            writer.finish();
            return select;
        });
    }

    private interface Taking {
        void take(Row row) throws IOException;
    }

    private static void copy(Connection connection, String select, int width, Taking taking)
            throws SQLException, IOException {
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + select + ") to stdout");
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
    private Reach reach(String id) {
        DataSet set = DataSets.find(id);
        if (set == null) {
            throw Problem.notFound();
        }
        Reach reach = QuarkusTransaction.requiringNew()
                .call(() -> new Reach(set, scope(set), caller.scope(Permission.READ_PUPIL_ROWS)));
        if (reach.scope().isEmpty()) {
            throw Problem.notFound();
        }
        if (set.statement().contains(OUTCOMES)) {
            hiddenCells.findOut(reach.scope(), reach.pupils());
        }
        return reach;
    }

    private Scope scope(DataSet set) {
        return set.ofPupils() ? grants.scope() : caller.scope(set.permission()).and(caller.scope(Role.ANALYST));
    }

    private @Nullable Instant moment(DataSet set, @Nullable String asAt) {
        if (asAt == null) {
            return null;
        }
        if (!set.remembers()) {
            throw Problem.invalid("/asAt", "not-kept", "This data set does not keep what it was; ask it without asAt.");
        }
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
