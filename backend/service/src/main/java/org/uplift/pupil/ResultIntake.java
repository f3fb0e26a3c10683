package org.uplift.pupil;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.uplift.ingest.CsvRow;
import org.uplift.ingest.IngestReport;
import org.uplift.ingest.Quarantine;
import org.uplift.ingest.RowError;
import org.uplift.outcome.HeadlineMeasures;

/** Takes results in, keeps those of unknown pupils waiting, and brings the headline measures up to date. */
@ApplicationScoped
class ResultIntake {
    static final String KIND = "assessment-results";

    @Inject
    Registration registration;

    @Inject
    PupilStore store;

    @Inject
    Quarantine quarantine;

    @Inject
    UpnVault vault;

    @Inject
    HeadlineMeasures measures;

    void take(List<CsvRow> rows, boolean strict, IngestReport report) {
        Set<Integer> registered = registration.of(rows);
        Assessments assessments = store.assessments();
        List<Incoming<ResultRow>> results = new ArrayList<>(rows.size());
        Map<Integer, CsvRow> sources = new HashMap<>();
        for (CsvRow row : rows) {
            RowReader reader = new RowReader(row);
            Upn upn = reader.upn("upn");
            ResultRow result = ResultRow.read(row, reader, upn, registered, assessments, strict);
            if (reader.errors().isEmpty()) {
                results.add(new Incoming<>(
                        result, vault.hash(Objects.requireNonNull(upn)), vault.encrypt(Objects.requireNonNull(upn))));
                sources.put(row.index(), row);
            } else {
                report.rejected(row.index(), reader.errors());
            }
        }
        Map<Integer, String> outcomes = store.takeResults(report.jobId(), results);
        Set<HeadlineMeasures.SchoolYear> touched = new HashSet<>();
        for (Incoming<ResultRow> result : results) {
            int row = result.row().row();
            String outcome = Objects.requireNonNull(outcomes.get(row));
            if (outcome.equals("QUARANTINED")) {
                RowError why = unknownPupil(row);
                report.quarantined(row, why, waiting(result, Objects.requireNonNull(sources.get(row)), why));
            } else {
                Taken.report(report, row, outcome);
                if (Taken.isChange(outcome)) {
                    touched.add(new HeadlineMeasures.SchoolYear(
                            result.row().schoolUrn(), result.row().academicYear()));
                }
            }
        }
        measures.refresh(
                touched,
                results.stream()
                        .map(result -> result.row().slot().assessmentCode())
                        .collect(Collectors.toSet()));
    }

    /**
     * Takes in the results that were waiting for pupils.
     *
     * @param upnHashes the pupils that have become known
     * @return the schools and years whose results have changed
     */
    Set<HeadlineMeasures.SchoolYear> takeReleased(List<byte[]> upnHashes, IngestReport report) {
        List<Quarantine.Released> released = quarantine.releasePupils(KIND, upnHashes);
        if (released.isEmpty()) {
            return Set.of();
        }
        Set<Integer> registered = registration.hold(
                released.stream().map(Quarantine.Released::schoolUrn).collect(Collectors.toSet()));
        Assessments assessments = store.assessments();
        List<Incoming<ResultRow>> results = new ArrayList<>(released.size());
        for (Quarantine.Released one : released) {
            CsvRow row = CsvRow.of(results.size(), one.cells().cells());
            results.add(new Incoming<>(
                    ResultRow.read(row, new RowReader(row), null, registered, assessments, false),
                    Objects.requireNonNull(one.upnHash()),
                    Objects.requireNonNull(one.upnEncrypted())));
        }
        Map<Integer, String> outcomes = store.takeResults(report.jobId(), results);
        Set<HeadlineMeasures.SchoolYear> touched = new HashSet<>();
        int taken = 0;
        for (Incoming<ResultRow> result : results) {
            int row = result.row().row();
            if ("QUARANTINED".equals(outcomes.get(row))) {
                report.stillWaiting(waiting(
                        result,
                        released.get(row).cells(),
                        unknownPupil(released.get(row).row())));
            } else {
                taken++;
                touched.add(new HeadlineMeasures.SchoolYear(
                        result.row().schoolUrn(), result.row().academicYear()));
            }
        }
        if (taken > 0) {
            report.note(taken + " results that were waiting for these pupils have been taken in.");
        }
        return touched;
    }

    private static RowError unknownPupil(int row) {
        return RowError.at(
                row,
                "upn",
                "unknown-pupil",
                "This school has not sent this pupil for this year. The row waits, and is taken in when the pupil comes.");
    }

    private static Quarantine.Entry waiting(Incoming<ResultRow> result, CsvRow source, RowError why) {
        return new Quarantine.Entry(
                result.row().naturalKey(result.upnHash()),
                "",
                result.row().row(),
                result.row().schoolUrn(),
                result.upnHash(),
                result.upnEncrypted(),
                ResultRow.cellsWithoutUpn(source),
                why);
    }
}
