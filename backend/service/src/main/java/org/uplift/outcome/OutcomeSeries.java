package org.uplift.outcome;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.uplift.access.Analysis;
import org.uplift.access.Scope;
import org.uplift.outcome.Outcomes.SeriesKey;
import org.uplift.school.AcademicYear;

/** Many series of outcomes for a question about many of them, as {@link Outcomes} gives those of a page. */
public final class OutcomeSeries {
    private OutcomeSeries() {}

    /**
     * The series by what they are of, each by date; what is hidden has no figure.
     *
     * @param keys a statement that gives school_urn, measure_code, cohort and pupil_group
     * @param scope which schools are asked about
     * @param pupils where the reader sees the pupils
     */
    public static Map<SeriesKey, List<Actual>> read(Connection connection, String keys, Scope scope, Scope pupils)
            throws SQLException {
        String statement = Analysis.scoped(
                "select distinct on (d.school_urn, d.measure_code, d.cohort, d.pupil_group, d.date) d.*"
                        + " from (" + OutcomeRows.of(pupils, null) + ") d"
                        + " where (d.school_urn, d.measure_code, d.cohort, d.pupil_group) in (" + keys + ")"
                        + " order by d.school_urn, d.measure_code, d.cohort, d.pupil_group, d.date,"
                        + " d.value is null and not d.hidden, " + Outcomes.MOST_SETTLED_FIRST.replace("o.", "d."),
                scope);
        Map<SeriesKey, List<Actual>> series = new LinkedHashMap<>();
        try (Statement reading = connection.createStatement();
                ResultSet rows = reading.executeQuery(statement)) {
            while (rows.next()) {
                SeriesKey key = new SeriesKey(
                        rows.getInt("school_urn"),
                        rows.getString("measure_code"),
                        rows.getString("cohort"),
                        rows.getString("pupil_group"));
                series.computeIfAbsent(key, any -> new ArrayList<>()).add(actual(rows));
            }
        }
        return series;
    }

    private static Actual actual(ResultSet row) throws SQLException {
        BigDecimal coverage = row.getBigDecimal("coverage");
        return new Actual(
                row.getObject("date", LocalDate.class),
                row.getBigDecimal("value"),
                row.getString("symbol"),
                new AcademicYear(row.getInt("academic_year")),
                row.getString("assessment_point"),
                row.getString("result_status"),
                row.getObject("cohort_size", Integer.class),
                Outcomes.isPartial(row.getString("source"), coverage),
                row.getBoolean("hidden"));
    }
}
