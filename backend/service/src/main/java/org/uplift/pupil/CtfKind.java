package org.uplift.pupil;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.uplift.access.Permission;
import org.uplift.ingest.CsvRow;
import org.uplift.ingest.IngestReport;
import org.uplift.ingest.Intake;
import org.uplift.ingest.PushOptions;
import org.uplift.ingest.RowConsumer;
import org.uplift.ingest.RowError;
import org.uplift.ingest.RowKind;
import org.uplift.ingest.RowSource;
import org.uplift.school.AcademicYear;
import org.uplift.school.Schools;

/** Results in Common Transfer Files. */
@ApplicationScoped
class CtfKind implements RowKind {
    @Inject
    ResultKind results;

    @Inject
    CtfCodeLists codeLists;

    @Inject
    Schools schools;

    @Inject
    Clock clock;

    @Override
    public String code() {
        return "ctf";
    }

    @Override
    public List<String> fields() {
        return results.fields();
    }

    @Override
    public List<String> needed() {
        return results.needed();
    }

    @Override
    public RowSource read(String mediaType, InputStream in) {
        CtfSource source = new CtfSource(in, codeLists.codes(), AcademicYear.of(LocalDate.now(clock)));
        Map<String, Integer> byLaEstab = schools.byLaEstab(Permission.PUSH_RESULTS);
        return rows -> source.read(new FindingSchools(rows, byLaEstab));
    }

    @Override
    public Intake begin(Connection connection, IngestReport report, PushOptions options) throws SQLException {
        return results.begin(connection, report, options);
    }

    /** Finds the school of a row that says local authority and establishment instead of a URN. */
    private record FindingSchools(RowConsumer rows, Map<String, Integer> byLaEstab) implements RowConsumer {
        @Override
        public void row(CsvRow row) {
            String laEstab = row.value(CtfSource.LAESTAB);
            if (laEstab == null || row.value("schoolUrn") != null) {
                rows.row(row);
                return;
            }
            Integer urn = byLaEstab.get(laEstab);
            if (urn == null) {
                unreadable(
                        row.index(),
                        RowError.at(
                                row.index(),
                                "schoolUrn",
                                "school-not-registered",
                                "You are not registered to send data of school " + laEstab.substring(0, 3) + "/"
                                        + laEstab.substring(3) + ", or it is not in the register."));
                return;
            }
            Map<String, String> cells = new LinkedHashMap<>(row.cells());
            cells.put("schoolUrn", urn.toString());
            rows.row(CsvRow.of(row.index(), cells));
        }

        @Override
        public void unreadable(int index, RowError why) {
            rows.unreadable(index, why);
        }

        @Override
        public void note(String forPeople) {
            rows.note(forPeople);
        }
    }
}
