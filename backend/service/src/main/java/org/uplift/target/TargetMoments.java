package org.uplift.target;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Analysis;
import org.uplift.access.Scope;
import org.uplift.outcome.Actual;
import org.uplift.outcome.Better;
import org.uplift.outcome.OutcomeSeries;
import org.uplift.outcome.Outcomes.SeriesKey;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;
import org.uplift.school.AcademicYear;

/**
 * Where many targets stood, and are to stand, for a question about many of them: on the day of the baseline, on each of the
 * trajectory, whenever an actual came, on the due date and when its result became overdue. What is said of them comes of the one rule for it.
 */
public final class TargetMoments {
    private static final int MOST = 300_000;

    private static final String OF_SCHOOLS =
            "from target t where t.milestone is null and t.school_urn is not null and {scope:t.school_urn}";

    private static final String TARGETS = "select t.*, m.label, m.better, m.decimals, m.tolerance,"
            + " array(select p.dated from trajectory_point p where p.target_id = t.id order by p.dated) as days,"
            + " array(select p.value from trajectory_point p where p.target_id = t.id order by p.dated) as levels "
            + OF_SCHOOLS.replace("target t", "target t join measure m on m.code = t.measure_code")
            + " order by t.id";

    private final JsonGenerator out;
    private final LocalDate today;
    private int written;

    private TargetMoments(JsonGenerator out, LocalDate today) {
        this.out = out;
        this.today = today;
    }

    /**
     * The moments of the targets of schools as JSON: an array of objects with target, date, current, expected and, up to today,
     * status, compared_with, tolerance, actual, actual_symbol, actual_date and result_status.
     *
     * @param pupils where the reader sees the pupils; elsewhere small groups have neither actual nor status
     */
    public static String json(ObjectMapper json, Connection connection, Scope scope, Scope pupils, LocalDate today)
            throws SQLException, IOException {
        Map<SeriesKey, List<Actual>> series = OutcomeSeries.read(
                connection,
                "select t.school_urn, t.measure_code, t.cohort, t.pupil_group " + OF_SCHOOLS,
                scope,
                pupils);
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(text);
                Statement reading = connection.createStatement();
                ResultSet rows = reading.executeQuery(Analysis.scoped(TARGETS, scope))) {
            TargetMoments moments = new TargetMoments(out, today);
            out.writeStartArray();
            while (rows.next()) {
                SeriesKey key = new SeriesKey(
                        rows.getInt("school_urn"),
                        rows.getString("measure_code"),
                        rows.getString("cohort"),
                        rows.getString("pupil_group"));
                moments.write(
                        rows.getString("id"),
                        aim(rows),
                        series.getOrDefault(key, List.of()),
                        Optional.ofNullable(rows.getObject("ended_on", LocalDate.class)));
            }
            out.writeEndArray();
        }
        return text.toString();
    }

    private static Aim aim(ResultSet row) throws SQLException {
        Map<LocalDate, BigDecimal> trajectory = new TreeMap<>();
        Array days = row.getArray("days");
        Array levels = row.getArray("levels");
        Date[] on = (Date[]) days.getArray();
        BigDecimal[] at = (BigDecimal[]) levels.getArray();
        for (int point = 0; point < on.length; point++) {
            trajectory.put(on[point].toLocalDate(), at[point]);
        }
        return new Aim(
                row.getString("label"),
                Better.valueOf(row.getString("better")).sign(),
                row.getInt("decimals"),
                row.getBigDecimal("tolerance"),
                row.getObject("baseline_date", LocalDate.class),
                row.getBigDecimal("baseline_value"),
                trajectory,
                row.getObject("due_date", LocalDate.class),
                row.getBigDecimal("target_value"),
                new AcademicYear(row.getInt("due_academic_year")),
                row.getString("due_assessment_point"));
    }

    /**
     * What has ended is followed until then, and leads nowhere afterwards. A target stands as it stood at the last of its
     * moments: nothing changes on any other day.
     */
    private void write(String target, Aim aim, List<Actual> actuals, Optional<LocalDate> endedOn) throws IOException {
        LocalDate last = endedOn.filter(day -> day.isBefore(today)).orElse(today);
        TreeSet<LocalDate> days = new TreeSet<>(aim.trajectory().keySet());
        days.add(aim.baselineDate());
        days.add(aim.dueDate());
        TargetStatus.since(aim, actuals, last).forEach(actual -> days.add(actual.date()));
        LocalDate overdue = TargetStatus.overdueFrom(aim);
        if (!overdue.isAfter(last)
                && TargetStatus.since(aim, actuals, overdue).stream().noneMatch(aim::isDue)) {
            days.add(overdue);
        }
        if (endedOn.isPresent()) {
            days.tailSet(last, false).clear();
        }
        @Nullable LocalDate current = days.floor(last);
        written += days.size();
        if (written > MOST) {
            throw Problem.of(
                    ProblemType.QUESTION_TOO_LARGE, "There are more than 300,000 moments of targets to be worked out.");
        }
        for (LocalDate day : days) {
            out.writeStartObject();
            out.writeStringField("target", target);
            out.writeStringField("date", day.toString());
            out.writeBooleanField("current", day.equals(current));
            out.writeNumberField("expected", aim.expected(day));
            out.writeNumberField("tolerance", aim.tolerance());
            if (!day.isAfter(last)) {
                stood(aim, actuals, day);
            }
            out.writeEndObject();
        }
    }

    private void stood(Aim aim, List<Actual> actuals, LocalDate day) throws IOException {
        TargetStatus status = TargetStatus.of(aim, actuals, day);
        out.writeStringField("status", status.status().code());
        @Nullable Actual actual = status.compared();
        if (actual != null) {
            boolean settled = status.status() == Status.ACHIEVED || status.status() == Status.MISSED;
            out.writeNumberField("compared_with", settled ? aim.target() : aim.expected(actual.date()));
        } else {
            List<Actual> since = TargetStatus.since(aim, actuals, day);
            actual = since.isEmpty() ? null : since.getLast();
        }
        if (actual != null) {
            told(actual);
        }
    }

    private void told(Actual actual) throws IOException {
        out.writeStringField("actual_date", actual.date().toString());
        out.writeStringField("result_status", actual.resultStatus());
        BigDecimal value = actual.value();
        if (value == null || actual.suppressed()) {
            out.writeStringField("actual_symbol", "c");
        } else {
            out.writeNumberField("actual", value);
        }
    }
}
