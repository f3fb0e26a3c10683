package org.uplift.pupil;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.uplift.ingest.CsvRow;
import org.uplift.ingest.IngestReport;
import org.uplift.outcome.HeadlineMeasures;

/** Takes pupils in, lets out the results that were waiting for them, and brings the headline measures up to date. */
@ApplicationScoped
class PupilIntake {
    @Inject
    Registration registration;

    @Inject
    PupilStore store;

    @Inject
    ResultIntake results;

    @Inject
    UpnVault vault;

    @Inject
    HeadlineMeasures measures;

    void take(List<CsvRow> rows, boolean strict, IngestReport report) {
        Set<Integer> registered = registration.of(rows);
        List<Incoming<PupilRow>> pupils = new ArrayList<>(rows.size());
        for (CsvRow row : rows) {
            RowReader reader = new RowReader(row);
            PupilRow pupil = PupilRow.read(row, reader, registered, strict);
            if (reader.errors().isEmpty()) {
                Upn upn = Objects.requireNonNull(pupil.upn());
                pupils.add(new Incoming<>(pupil, vault.hash(upn), vault.encrypt(upn)));
            } else {
                report.rejected(row.index(), reader.errors());
            }
        }
        Map<Integer, String> outcomes = store.takePupils(pupils);
        List<byte[]> fresh = new ArrayList<>();
        Set<HeadlineMeasures.SchoolYear> touched = new HashSet<>();
        for (Incoming<PupilRow> pupil : pupils) {
            String outcome = Objects.requireNonNull(outcomes.get(pupil.row().row()));
            Taken.report(report, pupil.row().row(), outcome);
            if (outcome.equals("CREATED")) {
                fresh.add(pupil.upnHash());
            }
            if (Taken.isChange(outcome)) {
                touched.add(new HeadlineMeasures.SchoolYear(
                        pupil.row().schoolUrn(), pupil.row().academicYear()));
            }
        }
        touched.addAll(results.takeReleased(fresh, report));
        measures.refresh(touched, HeadlineMeasures.EVERY);
    }
}
