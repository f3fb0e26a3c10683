package org.uplift.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** Takes the rows of a source in, in the running transaction: all are read and staged, then settled at once. */
@ApplicationScoped
class RowIntake {
    private static final int LONGEST_STATEMENT = 7_200_000;

    @Inject
    EntityManager entities;

    @Inject
    @ConfigProperty(name = "uplift.ingest.work-mem")
    String workMemory;

    void take(RowKind kind, RowSource source, RowReader reader, PushOptions options, IngestReport report) {
        take(kind, source, reader, options, report, new Progress());
    }

    void take(
            RowKind kind,
            RowSource source,
            RowReader reader,
            PushOptions options,
            IngestReport report,
            Progress progress) {
        entities.unwrap(Session.class).doWork(connection -> {
            int timeout = connection.getNetworkTimeout();
            prepare(connection, report);
            progress.on(connection);
            try (Intake intake = kind.begin(connection, report, options)) {
                progress.check();
                stage(connection, intake, source, reader, report, progress);
                progress.check();
                if (!report.answersEveryRow()) {
                    know(connection, intake.table());
                }
                intake.settle();
                progress.check();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                progress.check();
                throw e;
            } finally {
                progress.off();
                connection.setNetworkTimeout(Runnable::run, timeout);
            }
        });
    }

    /** A file may sort a lot. */
    private void prepare(Connection connection, IngestReport report) throws SQLException {
        if (!report.answersEveryRow()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local work_mem = '" + workMemory + "'");
                connection.setNetworkTimeout(Runnable::run, LONGEST_STATEMENT);
            }
        }
    }

    /**
     * The database plans by what it knows of a table, and of a temporary one it knows nothing by itself. A look at some
     * thousand rows is enough.
     */
    private static void know(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local default_statistics_target = 10");
            statement.execute("analyze " + table);
            statement.execute("reset default_statistics_target");
        }
    }

    private static void stage(
            Connection connection,
            Intake intake,
            RowSource source,
            RowReader reader,
            IngestReport report,
            Progress progress)
            throws SQLException, IOException {
        try (Stage stage = intake.open(connection)) {
            source.read(new RowConsumer() {
                @Override
                public void row(CsvRow row) {
                    progress.row(row.index());
                    intake.stage(reader.at(row), stage);
                    if (!reader.isSound()) {
                        report.rejected(row, reader.errors());
                    }
                }

                @Override
                public void unreadable(int index, RowError why) {
                    progress.row(index);
                    report.unreadable(index, why);
                }

                @Override
                public void note(String forPeople) {
                    report.note(forPeople);
                }
            });
            stage.end();
        }
    }
}
