package org.uplift.pupil;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.uplift.access.Permission;
import org.uplift.ingest.IngestReport;
import org.uplift.ingest.Intake;
import org.uplift.ingest.PushOptions;
import org.uplift.ingest.RowKind;
import org.uplift.ingest.RowReader;
import org.uplift.ingest.Settlement;
import org.uplift.ingest.Stage;
import org.uplift.outcome.HeadlineMeasures;
import org.uplift.school.AcademicYear;
import org.uplift.school.Schools;

/** Rows about one pupil and one term: attendance, and suspensions. They differ in what they count. */
abstract class TermlyKind implements RowKind {
    private static final List<String> TERMS = List.of("autumn", "spring", "summer");
    private static final List<String> COMMON =
            List.of("sourceSystem", "schoolUrn", "upn", "academicYear", "term", "sourceUpdatedAt");

    /** Half days of a term, and so suspensions in one, are fewer than this. */
    static final int MOST_SESSIONS = 400;

    /**
     * What sort of rows it is.
     *
     * @param table where they are stored; they are staged in {@code incoming_} and that name
     * @param values the columns that hold what is counted, with their types
     * @param source what the headline measures call it
     */
    record Rows(String kind, String table, String source, List<String> values) {
        void stage(Settlement settlement) throws SQLException {
            settlement.run("create temporary table if not exists incoming_" + table
                    + " (line int, school_urn int, academic_year smallint, term smallint, upn_hash bytea,"
                    + " source_system text, " + String.join(", ", values)
                    + ", source_updated_at timestamptz) on commit delete rows");
        }

        String columns() {
            return "line, school_urn, academic_year, term, upn_hash, source_system, " + names("")
                    + ", source_updated_at";
        }

        String statement(String name) {
            return Settlement.sql(TermlyKind.class, name)
                    .replace("{table}", table)
                    .replace("{kind}", kind)
                    .replace("{source}", source)
                    .replace("{values}", names(""))
                    .replace("{r.values}", names("r."))
                    .replace("{p.values}", names("p."))
                    .replace("{s.values}", names("s."))
                    .replace("{v.values}", names("v."));
        }

        private String names(String prefix) {
            return values.stream()
                    .map(value -> prefix + value.substring(0, value.indexOf(' ')))
                    .collect(Collectors.joining(", "));
        }

        /** Takes in the rows that were waiting for the pupils of a request; how many. */
        int takeWaiting(Settlement settlement, Touched touched) throws SQLException {
            stage(settlement);
            settlement.run(statement("waiting-termly.sql"));
            return settlement.settleWaiting(statement("termly.sql"), touched);
        }
    }

    static final Rows ATTENDANCE = new Rows(
            "attendance",
            "attendance",
            "ATTENDANCE",
            List.of(
                    "sessions_possible smallint",
                    "sessions_authorised_absence smallint",
                    "sessions_unauthorised_absence smallint"));
    static final Rows SUSPENSIONS = new Rows(
            "suspensions",
            "suspension",
            "SUSPENSION",
            List.of("suspensions smallint", "sessions_suspended smallint", "permanently_excluded boolean"));
    static final List<Rows> ALL = List.of(ATTENDANCE, SUSPENSIONS);

    @Inject
    Schools schools;

    @Inject
    UpnVault vault;

    @Inject
    HeadlineMeasures measures;

    private final Rows rows;
    private final List<String> fields;

    TermlyKind(Rows rows, String... counted) {
        this.rows = rows;
        fields = Stream.concat(COMMON.stream(), Arrays.stream(counted)).toList();
    }

    /** Reads what is counted, and gives what stages it. */
    abstract Counted read(RowReader row);

    /** Stages what is counted, in the order of the columns. */
    @FunctionalInterface
    interface Counted {
        void stage(Stage stage);
    }

    @Override
    public String code() {
        return rows.kind();
    }

    @Override
    public List<String> fields() {
        return fields;
    }

    @Override
    public List<String> needed() {
        return fields;
    }

    @Override
    public Intake begin(Connection connection, IngestReport report, PushOptions options) throws SQLException {
        Set<Integer> registered = schools.within(Permission.PUSH_RESULTS);
        UpnHashes hashes = vault.hashes();
        Settlement settlement = new Settlement(connection, report);
        rows.stage(settlement);
        return new Intake() {
            @Override
            public String table() {
                return "incoming_" + rows.table();
            }

            @Override
            public String columns() {
                return rows.columns();
            }

            @Override
            public void stage(RowReader row, Stage stage) {
                byte[] upnHash = hashes.read(row, "upn");
                int school = row.school("schoolUrn", registered);
                int year = AcademicYear.read(row, "academicYear");
                int term = TERMS.indexOf(row.oneOf("term", TERMS)) + 1;
                String sourceSystem = row.needed("sourceSystem");
                Counted counted = read(row);
                Instant updatedAt = row.moment("sourceUpdatedAt");
                if (!row.isSound()) {
                    return;
                }
                settlement.about(row.index(), school, year);
                stage.row()
                        .number(row.index())
                        .number(school)
                        .small(year)
                        .small(term)
                        .bytes(upnHash)
                        .text(sourceSystem);
                counted.stage(stage);
                stage.moment(updatedAt);
            }

            @Override
            public void settle() throws SQLException {
                if (settlement.isEmpty()) {
                    return;
                }
                settlement.hold();
                settlement.makeSourcesKnown(table());
                Touched touched = new Touched();
                settlement.settle(rows.statement("termly.sql"), ResultIntake.UNKNOWN_PUPIL, touched);
                Snapshot.take(settlement, connection, rows.statement("missing-termly.sql"), options, report, touched);
                touched.follow(measures, report.isFew());
            }
        };
    }

    /** Attendance of a pupil in a term, in sessions: half days. */
    @ApplicationScoped
    static class Attendance extends TermlyKind {
        Attendance() {
            super(ATTENDANCE, "sessionsPossible", "sessionsAuthorisedAbsence", "sessionsUnauthorisedAbsence");
        }

        @Override
        Counted read(RowReader row) {
            int possible = row.count("sessionsPossible", MOST_SESSIONS);
            int authorised = row.count("sessionsAuthorisedAbsence", MOST_SESSIONS);
            int unauthorised = row.count("sessionsUnauthorisedAbsence", MOST_SESSIONS);
            if (row.isSound() && authorised + unauthorised > possible) {
                row.refuse(
                        "sessionsPossible",
                        "too-few",
                        "Of " + possible + " possible sessions " + (authorised + unauthorised)
                                + " cannot have been missed.");
            }
            return stage -> stage.small(possible).small(authorised).small(unauthorised);
        }
    }

    /** Suspensions of a pupil in a term, and whether the pupil was permanently excluded. */
    @ApplicationScoped
    static class Suspensions extends TermlyKind {
        Suspensions() {
            super(SUSPENSIONS, "suspensions", "sessionsSuspended", "permanentlyExcluded");
        }

        @Override
        Counted read(RowReader row) {
            int suspensions = row.count("suspensions", MOST_SESSIONS);
            int sessions = row.count("sessionsSuspended", MOST_SESSIONS);
            Boolean excluded = row.flag("permanentlyExcluded");
            return stage -> stage.small(suspensions).small(sessions).flag(excluded != null && excluded);
        }
    }
}
