package org.uplift.pupil;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
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

/** Natural keys of results that are to be removed. */
@ApplicationScoped
class ResultDeletionKind implements RowKind {
    private static final List<String> FIELDS = List.of(
            "sourceSystem",
            "schoolUrn",
            "upn",
            "academicYear",
            "assessmentPoint",
            "assessmentCode",
            "subject",
            "component",
            "facet",
            "sourceUpdatedAt");
    private static final String SETTLE = Settlement.sql(ResultDeletionKind.class, "deleted-results.sql");

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
        return "assessment-result-deletions";
    }

    @Override
    public List<String> fields() {
        return FIELDS;
    }

    @Override
    public List<String> needed() {
        return ResultRow.NEEDED;
    }

    @Override
    public Intake begin(Connection connection, IngestReport report, PushOptions options) throws SQLException {
        Set<Integer> registered = schools.within(Permission.PUSH_RESULTS);
        Assessments assessments = codeLists.assessments(connection);
        UpnHashes hashes = vault.hashes();
        Settlement settlement = new Settlement(connection, report);
        settlement.run(ResultSlots.STAGE);
        ResultSlots slots = new ResultSlots();
        return new Intake() {
            @Override
            public String table() {
                return "incoming_result";
            }

            @Override
            public String columns() {
                return "line, school_urn, academic_year, upn_hash, slot_no, source_updated_at";
            }

            @Override
            public void stage(RowReader row, Stage stage) {
                byte[] upnHash = hashes.read(row, "upn");
                int school = row.school("schoolUrn", registered);
                int year = AcademicYear.read(row, "academicYear");
                int slot = slots.number(ResultRow.Slot.read(row, assessments), row);
                var updatedAt = row.moment("sourceUpdatedAt");
                if (row.isSound()) {
                    settlement.about(row.index(), school, year);
                    stage.row()
                            .number(row.index())
                            .number(school)
                            .small(year)
                            .bytes(upnHash)
                            .number(slot)
                            .moment(updatedAt);
                }
            }

            @Override
            public void settle() throws SQLException {
                if (settlement.isEmpty()) {
                    return;
                }
                settlement.hold();
                slots.makeKnown(connection);
                slots.stage(connection, settlement);
                Touched touched = new Touched();
                settlement.settle(SETTLE, ResultIntake.UNKNOWN_PUPIL, touched);
                touched.follow(measures, report.isFew());
            }
        };
    }
}
