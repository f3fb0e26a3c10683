package org.uplift.pupil;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.uplift.ingest.IngestReport;
import org.uplift.ingest.Intake;
import org.uplift.ingest.PushOptions;
import org.uplift.ingest.RowReader;
import org.uplift.ingest.Settlement;
import org.uplift.ingest.Stage;
import org.uplift.outcome.HeadlineMeasures;

/** Takes pupils in, lets out the rows that were waiting for them, and brings the headline measures up to date. */
final class PupilIntake implements Intake {
    private static final String STAGE = Settlement.sql(PupilIntake.class, "stage-pupils.sql");
    private static final String CHANGED_UPNS = Settlement.sql(PupilIntake.class, "changed-upns.sql");
    private static final String NEW = Settlement.sql(PupilIntake.class, "new-pupils.sql");
    private static final String SETTLE = Settlement.sql(PupilIntake.class, "pupils.sql");
    private static final String MISSING = Settlement.sql(PupilIntake.class, "missing-pupils.sql");
    private static final String SCHOOL_INTAKE = Settlement.sql(PupilIntake.class, "intake.sql");

    private final Connection connection;
    private final IngestReport report;
    private final PushOptions options;
    private final Set<Integer> registered;
    private final UpnVault vault;
    private final UpnHashes hashes;
    private final HeadlineMeasures measures;
    private final Settlement settlement;
    private boolean numbersChange;

    PupilIntake(
            Connection connection,
            IngestReport report,
            PushOptions options,
            Set<Integer> registered,
            UpnVault vault,
            HeadlineMeasures measures)
            throws SQLException {
        this.connection = connection;
        this.report = report;
        this.options = options;
        this.registered = registered;
        this.vault = vault;
        hashes = vault.hashes();
        this.measures = measures;
        settlement = new Settlement(connection, report);
        settlement.run(STAGE);
    }

    @Override
    public String table() {
        return "incoming_pupil";
    }

    @Override
    public String columns() {
        return "line, school_urn, academic_year, pseudonym, upn_hash, upn_encrypted, former_hash, year_group, sex,"
                + " disadvantaged, sen_provision, eal, looked_after, prior_attainment, mobile, source_system,"
                + " source_updated_at";
    }

    @Override
    public void stage(RowReader row, Stage stage) {
        PupilRow pupil = PupilRow.read(row, registered);
        if (!row.isSound()) {
            return;
        }
        Upn upn = Objects.requireNonNull(pupil.upn());
        Upn former = pupil.formerUpn();
        numbersChange |= former != null;
        settlement.about(row.index(), pupil.schoolUrn(), pupil.academicYear());
        stage.row()
                .number(row.index())
                .number(pupil.schoolUrn())
                .small(pupil.academicYear())
                .id(UUID.randomUUID())
                .bytes(hashes.of(upn))
                .bytes(vault.encrypt(upn))
                .bytes(former == null ? null : hashes.of(former))
                .text(pupil.yearGroup())
                .text(pupil.sex())
                .flag(pupil.disadvantaged())
                .text(pupil.senProvision())
                .flag(pupil.eal())
                .flag(pupil.lookedAfter())
                .text(pupil.priorAttainment())
                .flag(pupil.mobile())
                .text(pupil.sourceSystem())
                .moment(pupil.sourceUpdatedAt());
    }

    @Override
    public void settle() throws SQLException {
        if (settlement.isEmpty()) {
            return;
        }
        settlement.hold();
        Touched touched = new Touched();
        Settlement.Changed everything = (urn, year, source) -> touched.everything(urn, year);
        if (numbersChange) {
            joinPupils(touched);
        }
        settlement.run(NEW);
        settlement.settle(SETTLE, ResultIntake.UNKNOWN_PUPIL, everything);
        Snapshot.take(settlement, connection, MISSING, options, report, everything);
        if (!touched.isEmpty()) {
            settlement.run(SCHOOL_INTAKE);
        }
        takeWaiting(touched);
        touched.follow(measures, report.isFew());
    }

    private void joinPupils(Touched touched) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(settlement.filled(CHANGED_UPNS))) {
            while (rows.next()) {
                touched.everything(rows.getInt(1), rows.getInt(2));
            }
        }
    }

    private void takeWaiting(Touched touched) throws SQLException {
        int taken = 0;
        if (isAnybodyAwaited()) {
            taken += ResultIntake.takeWaiting(settlement, touched);
            for (TermlyKind.Rows rows : TermlyKind.ALL) {
                taken += rows.takeWaiting(settlement, touched);
            }
        }
        if (taken > 0) {
            report.note(taken + " rows that were waiting for these pupils have been taken in.");
        }
    }

    private boolean isAnybodyAwaited() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select exists (select from arrived_pupil)")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
