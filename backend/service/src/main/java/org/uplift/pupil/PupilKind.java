package org.uplift.pupil;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.uplift.access.Permission;
import org.uplift.ingest.IngestReport;
import org.uplift.ingest.Intake;
import org.uplift.ingest.PushOptions;
import org.uplift.ingest.RowKind;
import org.uplift.outcome.HeadlineMeasures;
import org.uplift.school.Schools;

/** Pupils in a school and an academic year. */
@ApplicationScoped
class PupilKind implements RowKind {
    @Inject
    Schools schools;

    @Inject
    UpnVault vault;

    @Inject
    HeadlineMeasures measures;

    @Override
    public String code() {
        return "pupils";
    }

    @Override
    public List<String> fields() {
        return PupilRow.FIELDS;
    }

    @Override
    public List<String> needed() {
        return PupilRow.NEEDED;
    }

    @Override
    public Intake begin(Connection connection, IngestReport report, PushOptions options) throws SQLException {
        return new PupilIntake(connection, report, options, schools.within(Permission.PUSH_RESULTS), vault, measures);
    }
}
