package org.uplift.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.ingest.IngestReport;
import org.uplift.ingest.Intake;
import org.uplift.ingest.PushOptions;
import org.uplift.ingest.RowError;
import org.uplift.ingest.RowKind;
import org.uplift.ingest.RowReader;
import org.uplift.ingest.Settlement;
import org.uplift.ingest.Stage;
import org.uplift.school.AcademicYear;
import org.uplift.school.Schools;

/** Values that a school has counted itself: surveys, staff absence, turnover. They become outcomes as they are. */
@ApplicationScoped
class MeasureValueKind implements RowKind {
    private static final List<String> NEEDED =
            List.of("sourceSystem", "schoolUrn", "measureCode", "academicYear", "date", "value", "sourceUpdatedAt");
    private static final List<String> FIELDS = List.of(
            "sourceSystem",
            "schoolUrn",
            "measureCode",
            "academicYear",
            "date",
            "value",
            "cohortSize",
            "sourceUpdatedAt");
    private static final int LARGEST_COHORT = 100_000;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final RowError NOTHING_WAITS = RowError.of("schoolUrn", "school-not-registered", "");
    private static final String STAGE = Settlement.sql(MeasureValueKind.class, "stage-measure-values.sql");
    private static final String SETTLE = Settlement.sql(MeasureValueKind.class, "settle-measure-values.sql");

    @Inject
    Measures measures;

    @Inject
    Schools schools;

    @Inject
    HeadlineMeasures headline;

    @Override
    public String code() {
        return "measure-values";
    }

    @Override
    public List<String> fields() {
        return FIELDS;
    }

    @Override
    public List<String> needed() {
        return NEEDED;
    }

    @Override
    public Intake begin(Connection connection, IngestReport report, PushOptions options) throws SQLException {
        Set<Integer> registered = schools.within(Permission.PUSH_RESULTS);
        Map<String, Measure> known =
                measures.listAll().stream().collect(Collectors.toMap(Measure::code, Function.identity()));
        Settlement settlement = new Settlement(connection, report);
        settlement.run(STAGE);
        return new Intake() {
            @Override
            public String table() {
                return "incoming_measure_value";
            }

            @Override
            public String columns() {
                return "line, school_urn, academic_year, measure_code, dated, source_system, value, cohort_size,"
                        + " source_updated_at";
            }

            @Override
            public void stage(RowReader row, Stage stage) {
                int school = row.school("schoolUrn", registered);
                int year = AcademicYear.read(row, "academicYear");
                Measure measure = known.get(row.oneOf("measureCode", known.keySet()));
                LocalDate date = day(row, year);
                BigDecimal value = value(row, measure, year);
                Integer cohort = row.has("cohortSize") ? row.count("cohortSize", LARGEST_COHORT) : null;
                String sourceSystem = row.needed("sourceSystem");
                Instant updatedAt = row.moment("sourceUpdatedAt");
                if (!row.isSound() || measure == null || date == null || value == null) {
                    return;
                }
                settlement.about(row.index(), school, year);
                stage.row()
                        .number(row.index())
                        .number(school)
                        .small(year)
                        .text(measure.code())
                        .date(date)
                        .text(sourceSystem)
                        .text(value.toPlainString())
                        .number(cohort)
                        .moment(updatedAt);
            }

            @Override
            public void settle() throws SQLException {
                if (settlement.isEmpty()) {
                    return;
                }
                settlement.hold();
                settlement.makeSourcesKnown(table());
                Set<HeadlineMeasures.SchoolYear> touched = new HashSet<>();
                settlement.settle(
                        SETTLE,
                        NOTHING_WAITS,
                        (urn, year, source) -> touched.add(new HeadlineMeasures.SchoolYear(urn, year)));
                headline.follow(touched, Set.of(HeadlineMeasures.MEASURE_VALUE), report.isFew());
            }
        };
    }

    private static @Nullable LocalDate day(RowReader row, int year) {
        LocalDate date = row.date("date");
        if (date == null) {
            if (!row.has("date")) {
                row.missing("date");
            }
        } else if (year != 0 && !new AcademicYear(year).contains(date)) {
            row.refuse("date", "not-in-that-year", date + " is not in " + new AcademicYear(year) + ".");
        }
        return date;
    }

    private static @Nullable BigDecimal value(RowReader row, @Nullable Measure measure, int year) {
        BigDecimal value = row.number("value");
        if (value == null) {
            if (!row.has("value")) {
                row.missing("value");
            }
            return null;
        }
        if (measure != null && year != 0 && !measure.isValidIn(new AcademicYear(year))) {
            row.refuse(
                    "academicYear",
                    "not-in-that-year",
                    measure.code() + " is not measured in " + new AcademicYear(year) + ".");
        }
        if (measure != null && measure.unit().equals("percent") && (value.signum() < 0 || value.compareTo(WHOLE) > 0)) {
            row.refuse("value", "out-of-range", value + " is not between 0 and 100.");
        }
        return value;
    }
}
