package org.uplift.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.uplift.stack.Database;

/**
 * What the database alone does with the same rows: {@code copy} from a file into an unlogged staging table, then an upsert
 * into a table with the columns, partitions, indexes and foreign keys of {@code result}. By {@code psql} where there is one.
 */
final class Raw {
    private final Deployment deployment;
    private final boolean psql = isThere();
    private final String upsert;

    Raw(Deployment deployment) {
        this.deployment = deployment;
        upsert = prepare();
    }

    /** What runs the statements. */
    String tool() {
        return psql ? "psql" : "pgjdbc's CopyManager";
    }

    private static boolean isThere() {
        try {
            return new ProcessBuilder("psql", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String prepare() {
        String partitioning = strings(
                        "select coalesce('partition by ' || pg_get_partkeydef('public.result'::regclass), '')")
                .getFirst();
        List<String> statements = new ArrayList<>(List.of(
                "create schema raw",
                "create table raw.result (like public.result including all) " + partitioning,
                "create unlogged table raw.staging (like public.result)"));
        for (String bound : strings("select pg_get_expr(c.relpartbound, c.oid) from pg_inherits i"
                + " join pg_class c on c.oid = i.inhrelid where i.inhparent = 'public.result'::regclass")) {
            statements.add("create table raw.result_%d partition of raw.result %s".formatted(statements.size(), bound));
        }
        for (String key : strings("select pg_get_constraintdef(oid) from pg_constraint"
                + " where conrelid = 'public.result'::regclass and contype = 'f' and conparentid = 0")) {
            statements.add("alter table raw.result add " + key);
        }
        deployment.execute(Database.OWNER, statements.toArray(String[]::new));
        List<String> key =
                strings("select a.attname from pg_index i, unnest(i.indkey) with ordinality k (number, place)"
                        + " join pg_attribute a on a.attnum = k.number and a.attrelid = 'public.result'::regclass"
                        + " where i.indrelid = 'public.result'::regclass and i.indisprimary order by k.place");
        List<String> others = strings("select attname from pg_attribute where attrelid = 'public.result'::regclass"
                        + " and attnum > 0 and not attisdropped order by attnum")
                .stream()
                .filter(column -> !key.contains(column))
                .toList();
        return "insert into raw.result as r select * from raw.staging on conflict (" + String.join(", ", key)
                + ") do update set "
                + others.stream()
                        .map(column -> column + " = excluded." + column)
                        .collect(Collectors.joining(", "))
                + " where (" + prefixed("r.", others) + ") is distinct from (" + prefixed("excluded.", others) + ")";
    }

    private static String prefixed(String prefix, List<String> columns) {
        return columns.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }

    private List<String> strings(String sql) {
        try (Connection connection = deployment.connect(Database.OWNER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused: " + sql, e);
        }
    }

    /** Writes what the service has stored to a file that {@code copy} reads, in the order of schools and years. */
    long export(Path file) {
        String sql = "copy (select * from public.result order by school_urn, academic_year, pupil_id) to stdout";
        try (Connection connection = deployment.connect(Database.OWNER);
                OutputStream out = Files.newOutputStream(file)) {
            return copying(connection).copyOut(sql, out);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The results could not be written to " + file, e);
        }
    }

    /** Takes a file in and says how many seconds that took. */
    double take(Path file) {
        deployment.execute(Database.OWNER, "truncate raw.staging");
        long start = System.nanoTime();
        if (psql) {
            takeByPsql(file);
        } else {
            takeByDriver(file);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void takeByPsql(Path file) {
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            "psql",
                            "-X",
                            "-q",
                            "-h",
                            "127.0.0.1",
                            "-p",
                            String.valueOf(deployment.stand().database().port()),
                            "-U",
                            Database.OWNER,
                            "-d",
                            deployment.databaseName(),
                            "-v",
                            "ON_ERROR_STOP=1",
                            "-c",
                            "\\copy raw.staging from '" + file + "'",
                            "-c",
                            upsert)
                    .redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", Database.OWNER);
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("psql failed: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void takeByDriver(Path file) {
        try (Connection connection = deployment.connect(Database.OWNER);
                InputStream in = Files.newInputStream(file);
                Statement statement = connection.createStatement()) {
            copying(connection).copyIn("copy raw.staging from stdin", in);
            statement.execute(upsert);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The raw upsert failed", e);
        }
    }

    private static CopyManager copying(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** Empties both tables. */
    void empty() {
        deployment.execute(Database.OWNER, "truncate public.result, raw.result, raw.staging");
    }
}
