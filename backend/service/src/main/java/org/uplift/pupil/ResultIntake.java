package org.uplift.pupil;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.ArrayTable;
import org.uplift.ingest.IngestReport;
import org.uplift.ingest.Intake;
import org.uplift.ingest.PushOptions;
import org.uplift.ingest.RowError;
import org.uplift.ingest.RowReader;
import org.uplift.ingest.Settlement;
import org.uplift.ingest.Stage;
import org.uplift.outcome.HeadlineMeasures;

/** Takes results in, keeps those of unknown pupils waiting, and brings the headline measures up to date. */
final class ResultIntake implements Intake {
    static final int MOST_SLOTS = 5_000;
    static final RowError UNKNOWN_PUPIL = RowError.of(
            "upn",
            "unknown-pupil",
            "This school has not sent this pupil for this year. The row waits, and is taken in when the pupil comes.");

    private static final String TABLE = "incoming_result";
    private static final String STAGED = settling("staged-results.sql", "merged-results.sql");
    private static final String HELD = settling("held-results.sql", "upserted-results.sql");
    private static final String KNOWN_PUPILS = Settlement.sql(ResultIntake.class, "known-pupils.sql");
    private static final String ALL_DIFFERENT = "1";
    private static final String RANKED =
            "row_number() over (partition by s.school_urn, s.academic_year, s.slot_id, s.pupil_id,"
                    + " case when s.pupil_id is null then s.upn_hash end order by s.source_updated_at desc, s.line desc)";
    private static final String FORMER_NUMBERS =
            "select exists (select from incoming_result i join former_upn f on f.upn_hash = i.upn_hash)";
    private static final String WAITING = Settlement.sql(ResultIntake.class, "waiting-results.sql");
    private static final String MISSING = Settlement.sql(ResultIntake.class, "missing-results.sql");

    /** By the lasting number; two numbers of a request that are equal here name one pupil, by a former UPN. */
    private record KnownPupil(long id, int schoolUrn, int academicYear, boolean hasResults) {}

    private final Connection connection;
    private final IngestReport report;
    private final PushOptions options;
    private final Set<Integer> registered;
    private final Assessments assessments;
    private final UpnHashes hashes;
    private final HeadlineMeasures measures;
    private final ResultSlots slots = new ResultSlots();
    private final PupilNumbers pupils = new PupilNumbers();
    private final Settlement settlement;
    private final Repeats repeats;
    /** Whether the rows go to the database with the statement that settles them, as those of a request can. */
    private final boolean together;

    private final ArrayTable rows = new ArrayTable(
            TABLE,
            "line int",
            "school_urn int",
            "academic_year smallint",
            "pupil_id bigint",
            "upn_hash bytea",
            "slot_id int",
            "grade_id int",
            "hundredths int",
            "status smallint",
            "result_date date",
            "source_updated_at timestamptz");
    private final ArrayTable named =
            new ArrayTable("named_pupil", "no int", "upn_hash bytea", "school_urn int", "academic_year smallint");

    ResultIntake(
            Connection connection,
            IngestReport report,
            PushOptions options,
            Set<Integer> registered,
            Assessments assessments,
            UpnHashes hashes,
            HeadlineMeasures measures)
            throws SQLException {
        this.connection = connection;
        this.report = report;
        this.options = options;
        this.registered = registered;
        this.assessments = assessments;
        this.hashes = hashes;
        this.measures = measures;
        settlement = new Settlement(connection, report);
        together = report.answersEveryRow() && !options.snapshot();
        if (!together) {
            settlement.run(ResultSlots.STAGE);
        }
        repeats = new Repeats(!report.answersEveryRow());
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Stage open(Connection to) throws SQLException {
        return together ? rows : Intake.super.open(to);
    }

    @Override
    public String columns() {
        return "line, school_urn, academic_year, pupil_no, upn_hash, slot_no, grade_no, hundredths, status, result_date,"
                + " source_updated_at";
    }

    @Override
    public void stage(RowReader row, Stage stage) {
        byte[] upnHash = hashes.read(row, "upn");
        ResultRow result = ResultRow.read(row, registered, assessments);
        int slot = slots.number(result.slot(), row);
        Integer grade = slots.number(result.grade(), row);
        if (!row.isSound()) {
            return;
        }
        settlement.about(row.index(), result.schoolUrn(), result.academicYear());
        PupilNumbers.Number pupil =
                pupils.of(Objects.requireNonNull(upnHash), result.schoolUrn(), result.academicYear());
        repeats.note(upnHash, result.schoolUrn(), result.academicYear(), slot);
        if (together && pupil.isFirst()) {
            named.row()
                    .number(pupil.number())
                    .bytes(upnHash)
                    .number(result.schoolUrn())
                    .small(result.academicYear());
        }
        stage.row()
                .number(row.index())
                .number(result.schoolUrn())
                .small(result.academicYear())
                .number(pupil.number())
                .bytes(pupil.isFirst() || together ? upnHash : null)
                .number(slot)
                .number(grade)
                .number(hundredths(result.score()))
                .small(result.status())
                .date(result.resultDate())
                .moment(result.sourceUpdatedAt());
    }

    @Override
    public void settle() throws SQLException {
        if (settlement.isEmpty()) {
            return;
        }
        settlement.hold();
        Touched touched = new Touched();
        if (together) {
            settleTogether(touched);
        } else {
            slots.makeKnown(connection);
            slots.stage(connection, settlement);
            settlement.settle(ranked(STAGED, mayRepeat()), UNKNOWN_PUPIL, touched);
            Snapshot.take(settlement, connection, MISSING, options, report, touched);
        }
        touched.follow(measures, report.isFew());
    }

    @Override
    public void close() {
        repeats.close();
    }

    private void settleTogether(Touched touched) throws SQLException {
        settlement.planOnce();
        slots.makeKnown(connection);
        Map<Integer, KnownPupil> known = knownPupils();
        boolean mayRepeat = repeats.found() || Set.copyOf(known.values()).size() < known.size();
        rows.add(
                "has_results boolean",
                "pupil_id",
                number -> known.containsKey(number) && known.get(number).hasResults());
        rows.replace(
                "pupil_id",
                number -> known.containsKey(number) ? known.get(number).id() : null);
        // Only who waits is known by it.
        rows.leaveOut("upn_hash", "pupil_id");
        rows.replace("slot_id", slots::slotId);
        rows.replace("grade_id", slots::gradeId);
        settlement.settle(ranked(HELD, mayRepeat), UNKNOWN_PUPIL, touched, rows);
        if (report.isFew()) {
            // The measures are computed in this transaction.
            settlement.planAsUsual();
        }
    }

    private Map<Integer, KnownPupil> knownPupils() throws SQLException {
        Map<Integer, KnownPupil> known = new HashMap<>();
        try (var statement = ArrayTable.prepare(connection, settlement.filled(KNOWN_PUPILS), named);
                var pupils = statement.executeQuery()) {
            while (pupils.next()) {
                known.put(
                        pupils.getInt(1),
                        new KnownPupil(pupils.getLong(2), pupils.getInt(3), pupils.getInt(4), pupils.getBoolean(5)));
            }
        }
        return known;
    }

    private static String settling(String sent, String taken) {
        return Settlement.sql(ResultIntake.class, "results.sql")
                .replace("{sent}", Settlement.sql(ResultIntake.class, sent))
                .replace("{taken}", Settlement.sql(ResultIntake.class, taken));
    }

    private static String ranked(String sql, boolean mayRepeat) {
        return sql.replace("{place}", mayRepeat ? RANKED : ALL_DIFFERENT);
    }

    /** Whether two rows may be the same result: by their number, or because one names a pupil by a former one. */
    private boolean mayRepeat() throws SQLException {
        if (repeats.found()) {
            return true;
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(FORMER_NUMBERS)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** Takes in the results that were waiting for the pupils of a request; how many. */
    static int takeWaiting(Settlement settlement, Touched touched) throws SQLException {
        settlement.run(ResultSlots.STAGE);
        settlement.run(WAITING);
        return settlement.settleWaiting(ranked(STAGED, true), touched);
    }

    private static @Nullable Integer hundredths(@Nullable BigDecimal score) {
        return score == null
                ? null
                : score.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValue();
    }
}
