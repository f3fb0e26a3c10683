package org.uplift.pupil;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Takes pupils and results in by set-based statements. Pushes of one school come one after the other, so that the
 * answers and the measures computed from the rows are those of what is stored.
 */
@ApplicationScoped
class PupilStore {
    private static final String PUPILS = Stage.sql("pupils.sql");
    private static final String RESULTS = Stage.sql("results.sql");

    @Inject
    EntityManager entities;

    /** Which of these schools are in the register and within the caller's reach. */
    Set<Integer> registered(Collection<Integer> urns) {
        return session(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select urn from school where urn = any(?)")) {
                select.setArray(1, connection.createArrayOf("int", urns.toArray()));
                Set<Integer> known = new HashSet<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        known.add(rows.getInt(1));
                    }
                }
                return known;
            }
        });
    }

    /** Lets other pushes of these schools wait until the transaction ends. */
    void lock(Collection<Integer> urns) {
        session(connection -> {
            try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(20261, ?)")) {
                for (int urn : new TreeSet<>(urns)) {
                    lock.setInt(1, urn);
                    lock.execute();
                }
            }
            return null;
        });
    }

    /** Takes pupils in; what became of each row, by its place. */
    Map<Integer, String> takePupils(List<Incoming<PupilRow>> pupils) {
        return session(connection -> {
            run(connection, """
                    create temporary table if not exists incoming_pupil (
                        line int primary key, school_urn int, academic_year smallint, pseudonym uuid, upn_hash bytea,
                        upn_encrypted bytea, year_group text, sex text, disadvantaged boolean, sen_provision text,
                        eal boolean, looked_after boolean, prior_attainment text, mobile boolean, source_system text,
                        source_updated_at timestamptz, pupil_id bigint, outcome text) on commit drop""");
            run(connection, "truncate incoming_pupil");
            Stage.copy(
                    connection,
                    "incoming_pupil",
                    "line, school_urn, academic_year, pseudonym, upn_hash, upn_encrypted, year_group, sex, disadvantaged,"
                            + " sen_provision, eal, looked_after, prior_attainment, mobile, source_system, source_updated_at",
                    pupils,
                    pupil -> new Object[] {
                        pupil.row().row(),
                        pupil.row().schoolUrn(),
                        pupil.row().academicYear(),
                        UUID.randomUUID(),
                        pupil.upnHash(),
                        pupil.upnEncrypted(),
                        pupil.row().yearGroup(),
                        pupil.row().sex(),
                        pupil.row().disadvantaged(),
                        pupil.row().senProvision(),
                        pupil.row().eal(),
                        pupil.row().lookedAfter(),
                        pupil.row().priorAttainment(),
                        pupil.row().mobile(),
                        pupil.row().sourceSystem(),
                        pupil.row().sourceUpdatedAt()
                    });
            run(connection, "analyze incoming_pupil");
            run(connection, PUPILS);
            return outcomes(connection, "incoming_pupil");
        });
    }

    /** Takes results in; what became of each row, by its place. */
    Map<Integer, String> takeResults(UUID job, List<Incoming<ResultRow>> results) {
        return session(connection -> {
            run(connection, """
                    create temporary table if not exists incoming_result (
                        line int primary key, school_urn int, academic_year smallint, upn_hash bytea, source_system text,
                        assessment_point text, assessment_code text, subject text, component text, facet text,
                        grade_set text, grade text, score numeric(7, 2), status smallint, result_date date,
                        source_updated_at timestamptz, job_id uuid, pupil_id bigint, slot_id int, grade_id int,
                        outcome text) on commit drop""");
            run(connection, "truncate incoming_result");
            Stage.copy(
                    connection,
                    "incoming_result",
                    "line, school_urn, academic_year, upn_hash, source_system, assessment_point, assessment_code, subject,"
                            + " component, facet, grade_set, grade, score, status, result_date, source_updated_at, job_id",
                    results,
                    result -> values(job, result));
            run(connection, "analyze incoming_result");
            run(connection, RESULTS);
            return outcomes(connection, "incoming_result");
        });
    }

    private static Object[] values(UUID job, Incoming<ResultRow> result) {
        ResultRow row = result.row();
        ResultRow.Slot slot = row.slot();
        ResultRow.Grade grade = row.grade();
        return new Object[] {
            row.row(),
            row.schoolUrn(),
            row.academicYear(),
            result.upnHash(),
            slot.sourceSystem(),
            slot.assessmentPoint(),
            slot.assessmentCode(),
            slot.subject(),
            slot.component(),
            slot.facet(),
            grade == null ? null : grade.gradeSet(),
            grade == null ? null : grade.grade(),
            row.score(),
            row.status(),
            row.resultDate(),
            row.sourceUpdatedAt(),
            job
        };
    }

    /** The code lists that results are checked against. */
    Assessments assessments() {
        return session(connection -> {
            Map<String, Assessments.Validity> assessments = new TreeMap<>();
            List<Assessments.Value> values = new java.util.ArrayList<>();
            Map<String, Set<String>> grades = new TreeMap<>();
            try (Statement statement = connection.createStatement()) {
                try (ResultSet rows = statement.executeQuery("select code, valid_from, valid_to from assessment")) {
                    while (rows.next()) {
                        assessments.put(
                                rows.getString(1),
                                new Assessments.Validity(rows.getInt(2), rows.getObject(3, Integer.class)));
                    }
                }
                try (ResultSet rows = statement.executeQuery("select assessment_code, subject, component, grade_set,"
                        + " lowest_score, highest_score from assessment_value order by 1, 2, 3, 4")) {
                    while (rows.next()) {
                        values.add(new Assessments.Value(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4),
                                rows.getBigDecimal(5),
                                rows.getBigDecimal(6)));
                    }
                }
                try (ResultSet rows = statement.executeQuery("select grade_set, grade from assessment_grade")) {
                    while (rows.next()) {
                        grades.computeIfAbsent(rows.getString(1), set -> new TreeSet<>())
                                .add(rows.getString(2));
                    }
                }
            }
            return new Assessments(assessments, values, grades);
        });
    }

    private static Map<Integer, String> outcomes(Connection connection, String table) throws SQLException {
        Map<Integer, String> outcomes = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select line, outcome from " + table)) {
            while (rows.next()) {
                outcomes.put(rows.getInt(1), rows.getString(2));
            }
        }
        return outcomes;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private <T> T session(org.hibernate.jdbc.ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }
}
