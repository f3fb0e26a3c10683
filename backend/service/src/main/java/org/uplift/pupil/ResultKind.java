package org.uplift.pupil;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.uplift.access.Permission;
import org.uplift.ingest.CsvSource;
import org.uplift.ingest.IngestReport;
import org.uplift.ingest.Intake;
import org.uplift.ingest.NdjsonSource;
import org.uplift.ingest.PushOptions;
import org.uplift.ingest.RowKind;
import org.uplift.ingest.RowSource;
import org.uplift.ingest.XlsxSource;
import org.uplift.outcome.HeadlineMeasures;
import org.uplift.school.Schools;

/** Results of pupils. */
@ApplicationScoped
class ResultKind implements RowKind {
    static final String CODE = "assessment-results";

    @Inject
    Schools schools;

    @Inject
    CodeLists codeLists;

    @Inject
    UpnVault vault;

    @Inject
    HeadlineMeasures measures;

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public List<String> fields() {
        return ResultRow.FIELDS;
    }

    @Override
    public List<String> needed() {
        return ResultRow.NEEDED;
    }

    /** Rows may be named as in OneRoster too. */
    @Override
    public RowSource read(String mediaType, InputStream in) {
        RowSource rows = switch (mediaType) {
            case NDJSON -> new NdjsonSource(in, OneRosterSource.NESTED);
            case XLSX -> new XlsxSource(in);
            default -> new CsvSource(in);
        };
        return new OneRosterSource(rows, OneRosterSource.LineItems::spelled, Map.of());
    }

    @Override
    public Intake begin(Connection connection, IngestReport report, PushOptions options) throws SQLException {
        return new ResultIntake(
                connection,
                report,
                options,
                schools.within(Permission.PUSH_RESULTS),
                codeLists.assessments(connection),
                vault.hashes(),
                measures);
    }
}
