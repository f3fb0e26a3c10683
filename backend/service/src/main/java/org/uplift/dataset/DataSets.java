package org.uplift.dataset;

import static org.uplift.dataset.Column.attribute;
import static org.uplift.dataset.Column.filter;
import static org.uplift.dataset.Column.indicator;
import static org.uplift.dataset.Column.school;
import static org.uplift.dataset.Column.year;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.commission.CommissionStatus;
import org.uplift.cycle.Stage;
import org.uplift.platform.Words;

/** The catalogue of data sets. What a set has is said here; how its rows are read, in the statement beside it. */
final class DataSets {
    private static final String NO_FIGURE = "case when d.hidden then 'c' else 'z' end";
    private static final String FEW = "'c'";
    private static final String SCHOOLS =
            "select urn, name from school s where s.status <> 'REGISTER' and {scope:s.urn} order by name, urn";
    private static final String TERMS = words("autumn", "spring", "summer");
    private static final String RESULT_STATUSES = words("provisional", "revised", "final");

    private static final String YEAR_GROUPS =
            "values ('N1', 'Nursery, first year'), ('N2', 'Nursery, second year'), ('R', 'Reception'), "
                    + IntStream.rangeClosed(1, 13)
                            .mapToObj(year -> "('" + year + "', 'Year " + year + "')")
                            .collect(Collectors.joining(", "));

    private static final String OUTCOME_CHANGES =
            "select count(*) || ' ' || coalesce(max(c.id), 0) from outcome_change c join measure m on m.code = c.measure_code"
                    + " where {scope:c.school_urn} and (%s)";
    private static final String OUTCOME_FRESHNESS =
            "select max(c.changed_at), exists (select from outdated_outcome o where {scope:o.school_urn})"
                    + " from outcome_change c where {scope:c.school_urn}";

    /** Rows of pupils follow jobs; who does not see all of these cannot tell by them. */
    private static final String RESULT_CHANGES = "select case when scope_trust() then"
            + " (select count(*) || ' ' || max(coalesce(ended_at, started_at)) from ingest_job) end";

    private static final Map<String, DataSet> ALL = new LinkedHashMap<>();

    static {
        add(outcomes(
                "headline-outcomes",
                "Headline outcomes",
                "Attainment, progress and well-being of each school by year, cohort and group of pupils: published values, and those"
                        + " that are computed from the rows of pupils.",
                "Performance tables of the Department for Education, management information systems of the schools",
                "Each measure says how it is computed; see the guide on how outcomes are computed.",
                "m.fed_by is null or m.fed_by not in ('ATTENDANCE', 'SUSPENSION')"));
        add(outcomes(
                "attendance",
                "Attendance and suspensions",
                "Absence, persistent and severe absence and suspensions of each school by year, term, cohort and group of pupils.",
                "Management information systems of the schools",
                "From the start of the year to the end of the term, or in the term where the measure says so.",
                "m.fed_by in ('ATTENDANCE', 'SUSPENSION')"));
        add(pupilResults());
        add(inspections());
        add(needLevels());
        add(needIndicators());
        add(targets());
        add(cycleProgress());
        add(support());
        add(participation());
        add(complaints());
    }

    private DataSets() {}

    /** All of them, in the order in which they are listed. */
    static List<DataSet> all() {
        return List.copyOf(ALL.values());
    }

    static @Nullable DataSet find(String id) {
        return ALL.get(id);
    }

    private static void add(DataSet set) {
        ALL.put(set.id(), set);
    }

    private static DataSet outcomes(
            String id, String title, String description, String source, String method, String measures) {
        return new DataSet(
                id,
                title,
                description,
                source,
                method,
                Permission.READ_OUTCOMES,
                false,
                Memory.MOMENTS,
                List.of(
                        "school_urn",
                        "measure_code",
                        "academic_year",
                        "assessment_point",
                        "cohort",
                        "pupil_group",
                        "source"),
                List.of(
                        year().from(
                                        "select distinct o.academic_year from outcome o where {scope:o.school_urn} order by 1"),
                        school().from(SCHOOLS),
                        filter("measureCode", "Measure", "What is measured")
                                .withLabels()
                                .from("select m.code, m.label, m.unit, m.decimals from measure m where " + measures
                                        + " order by m.position"),
                        filter("assessmentPoint", "Assessment point", "The term up to whose end it counts")
                                .from(TERMS),
                        cohort(),
                        pupilGroup(),
                        filter("source", "Source", "published, computed from rows of pupils, or pushed as a value")
                                .from(words("published", "computed", "pushed")),
                        filter("resultStatus", "Status", "provisional, revised or final")
                                .from(RESULT_STATUSES),
                        attribute("date", "Date", ColumnType.DATE, "The latest result in it"),
                        indicator("value", "Value", ColumnType.NUMBER, null, 2, "Unrounded, in the unit of the measure")
                                .in("measureCode")
                                .orSymbol("d.symbol"),
                        indicator(
                                        "numerator",
                                        "Numerator",
                                        ColumnType.INTEGER,
                                        null,
                                        0,
                                        "Pupils who meet the standard, sessions missed, suspensions")
                                .orSymbol(NO_FIGURE),
                        indicator(
                                        "denominator",
                                        "Denominator",
                                        ColumnType.INTEGER,
                                        null,
                                        0,
                                        "What it is counted of: eligible pupils, or sessions possible")
                                .orSymbol(NO_FIGURE),
                        indicator("cohortSize", "Pupils", ColumnType.INTEGER, null, 0, "Eligible pupils")
                                .orSymbol(NO_FIGURE),
                        indicator(
                                        "coverage",
                                        "Coverage",
                                        ColumnType.NUMBER,
                                        null,
                                        4,
                                        "Share of the eligible pupils with a result, 0 to 1")
                                .orSymbol(NO_FIGURE),
                        indicator(
                                        "confidenceLower",
                                        "Lower confidence limit",
                                        ColumnType.NUMBER,
                                        null,
                                        2,
                                        "Of the 95 % confidence interval")
                                .in("measureCode")
                                .orSymbol(NO_FIGURE),
                        indicator(
                                        "confidenceUpper",
                                        "Upper confidence limit",
                                        ColumnType.NUMBER,
                                        null,
                                        2,
                                        "Of the 95 % confidence interval")
                                .in("measureCode")
                                .orSymbol(NO_FIGURE)),
                "select * from ({outcomes}) m where " + measures,
                measures,
                OUTCOME_FRESHNESS,
                OUTCOME_CHANGES.formatted(measures));
    }

    private static Column cohort() {
        return filter("cohort", "Cohort", "A year group, or ALL for the whole school")
                .from("values ('ALL', 'All year groups'), " + YEAR_GROUPS.substring("values ".length()));
    }

    private static Column pupilGroup() {
        return filter("pupilGroup", "Group of pupils", "ALL for every pupil of the cohort")
                .withLabels()
                .from("select g.code, g.label from pupil_group g order by g.position");
    }

    private static DataSet pupilResults() {
        return new DataSet(
                "pupil-results",
                "Results of pupils",
                "Each result of each pupil, under a pseudonym that is the same in every row and year. Only for who may read rows of"
                        + " pupils.",
                "Management information systems of the schools",
                "As sent; where two systems send the same, both rows are here.",
                Permission.READ_PUPIL_ROWS,
                true,
                Memory.NONE,
                List.of("school_urn", "academic_year", "slot_id", "pupil_id"),
                List.of(
                        year(),
                        school().from(SCHOOLS),
                        attribute("pupil", "Pupil", ColumnType.TEXT, "The pseudonym of the pupil"),
                        filter("yearGroup", "Year group", "In that year").from(YEAR_GROUPS),
                        filter("sex", "Sex", "F or M").from("values ('F', 'Girls'), ('M', 'Boys')"),
                        attribute("disadvantaged", "Disadvantaged", ColumnType.BOOLEAN, "By the pupil premium"),
                        filter("senProvision", "Special educational needs", "N none, K support, E plan")
                                .from(
                                        "values ('N', 'None'), ('K', 'SEN support'), ('E', 'Education, health and care plan')"),
                        attribute("eal", "English as an additional language", ColumnType.BOOLEAN, "First language"),
                        filter("priorAttainment", "Prior attainment", "low, middle or high")
                                .from(words("low", "middle", "high")),
                        attribute("mobile", "Mobile", ColumnType.BOOLEAN, "Joined late in the key stage"),
                        filter("sourceSystem", "Source system", "The system that sent it")
                                .from("select distinct source_system, source_system from result_slot order by 1"),
                        filter("assessmentCode", "Assessment", "What was assessed")
                                .withLabels()
                                .from("select code, label from assessment order by label"),
                        filter("assessmentPoint", "Assessment point", "autumn, spring or summer")
                                .from(TERMS),
                        filter("subject", "Subject", "As the assessment names it")
                                .from("select distinct subject, subject from result_slot order by 1"),
                        filter("component", "Component", "TEST, TA or another part")
                                .from("select distinct component, component from result_slot order by 1"),
                        filter("facet", "Facet", "achieved, target, prediction or baseline")
                                .from(words("achieved", "target", "prediction", "baseline")),
                        attribute("gradeSet", "Grade set", ColumnType.TEXT, "The list that the grade is of"),
                        attribute("grade", "Grade", ColumnType.TEXT, "Where it is not a score"),
                        indicator("score", "Score", ColumnType.NUMBER, null, 2, "Where it is not a grade"),
                        filter("resultStatus", "Status", "provisional, revised or final")
                                .from(RESULT_STATUSES),
                        attribute("date", "Date", ColumnType.DATE, "Of the result")),
                file("pupil-results.sql"),
                null,
                null,
                RESULT_CHANGES);
    }

    private static DataSet inspections() {
        return simple(
                "inspections",
                "Inspections",
                "Each judgement of each inspection by Ofsted, or of a church school, in the framework that it was made under.",
                "Management information of Ofsted, and what the trust has recorded",
                "Grades of different frameworks are different things: nothing maps one on the other.",
                Permission.READ_INSPECTIONS,
                Memory.VERSIONS,
                List.of("school_urn", "start_date", "id", "area"),
                List.of(
                        year(),
                        school().from(SCHOOLS),
                        filter("framework", "Framework", "The one that the inspection was made under")
                                .from("select code, label from inspection_framework order by rank"),
                        filter("inspectionType", "Type", "Of the inspection, in its framework")
                                .withLabels(),
                        attribute("startDate", "First day", ColumnType.DATE, "Of the inspection"),
                        attribute("publicationDate", "Published", ColumnType.DATE, "When the report was"),
                        attribute("beforeJoining", "Before joining", ColumnType.BOOLEAN, "The trust"),
                        filter("overallEffectiveness", "Overall effectiveness", "Where the framework has one")
                                .withLabels(),
                        attribute("ungradedOutcome", "Outcome", ColumnType.TEXT, "Of one without grades, as published"),
                        filter("safeguarding", "Safeguarding", "As judged in its framework")
                                .from(codes("inspection_safeguarding")),
                        filter("categoryOfConcern", "Category of concern", "Where it ended in one")
                                .from(codes("category_of_concern")),
                        filter("area", "Area", "What was judged").withLabels(),
                        filter("grade", "Grade", "Of the area, in its framework")
                                .withLabels()),
                null);
    }

    private static DataSet needLevels() {
        return simple(
                "need-levels",
                "Need: levels",
                "The need of each school in each term: score, the level that it was computed as, and the level that counts.",
                "Uplift",
                "See the guide on how need is computed. The level that counts can have been set by a trust leader.",
                Permission.READ_NEED,
                Memory.VERSIONS,
                List.of("school_urn", "academic_year", "place"),
                List.of(
                        year(),
                        school().from(SCHOOLS),
                        filter("term", "Term", "autumn, spring or summer").from(TERMS),
                        filter("computedLevel", "Computed level", "Absent where too little could be computed")
                                .withLabels()
                                .from("select code, label from need_level order by position"),
                        filter("level", "Level", "The one that counts")
                                .withLabels()
                                .from("select code, label from need_level order by position"),
                        attribute("moderated", "Moderated", ColumnType.BOOLEAN, "Whether a trust leader has set it"),
                        attribute("asAt", "As at", ColumnType.DATE, "The day that it was computed for"),
                        indicator("score", "Score", ColumnType.NUMBER, null, 1, "0 to 100; x where too little is known")
                                .orSymbol("'x'"),
                        indicator(
                                "computable",
                                "Computable",
                                ColumnType.NUMBER,
                                "%",
                                1,
                                "Share of the maximum that could be computed"),
                        indicator(
                                        "entitlementDays",
                                        "Entitlement",
                                        ColumnType.INTEGER,
                                        "days",
                                        0,
                                        "Of support, each academic year")
                                .orSymbol("'x'")),
                "select max(a.computed_at), false from need_assessment a where {scope:a.school_urn}");
    }

    private static DataSet needIndicators() {
        return simple(
                "need-indicators",
                "Need: indicators",
                "What each indicator was in each school and term, and what it gave to the score.",
                "Uplift",
                "See the guide on how need is computed. The thresholds are those of that term.",
                Permission.READ_NEED,
                Memory.VERSIONS,
                List.of("school_urn", "academic_year", "place", "indicator_code"),
                List.of(
                        year(),
                        school().from(SCHOOLS),
                        filter("term", "Term", "autumn, spring or summer").from(TERMS),
                        filter("indicatorCode", "Indicator", "What is looked at")
                                .withLabels()
                                .from("select code, label, unit, decimals from need_indicator order by position"),
                        filter("area", "Area", "Of the indicator"),
                        indicator("value", "Value", ColumnType.NUMBER, null, 2, "In the unit of the indicator")
                                .in("indicatorCode")
                                .orSymbol("'x'"),
                        indicator("contribution", "Contribution", ColumnType.NUMBER, "points", 2, "To the score"),
                        indicator("maximum", "Maximum", ColumnType.NUMBER, "points", 0, "Of the contribution"),
                        indicator("startsAt", "Starts at", ColumnType.NUMBER, null, 2, "Where a contribution begins")
                                .in("indicatorCode"),
                        indicator("fullAt", "Full at", ColumnType.NUMBER, null, 2, "Where it is the maximum")
                                .in("indicatorCode")),
                "select max(a.computed_at), false from need_assessment a where {scope:a.school_urn}");
    }

    private static DataSet targets() {
        return simple(
                "targets",
                "Targets",
                "What each target of a school expects, what was reached and how it stood: on the day of the baseline, on each of the"
                        + " trajectory, whenever an actual came, on the due date, and when its result became overdue. Milestones have no figures and are not"
                        + " here.",
                "Uplift, and the outcomes of the schools",
                "See the guide on how the status of a target is computed. Each day is seen by the target as it is set now and the"
                        + " actuals up to that day; figures are in the unit of the measure.",
                Permission.READ_CYCLES,
                Memory.VERSIONS,
                List.of("school_urn", "target", "date"),
                List.of(
                        year(),
                        school().from(SCHOOLS),
                        filter("measureCode", "Measure", "What is to be reached")
                                .withLabels()
                                .from("select m.code, m.label, m.unit, m.decimals from measure m order by m.position"),
                        cohort(),
                        pupilGroup(),
                        attribute("date", "Date", ColumnType.DATE, "The day that the row is about"),
                        attribute(
                                "current",
                                "Current",
                                ColumnType.BOOLEAN,
                                "How it stands today, or stood when it ended"),
                        filter("status", "Status", "On that day; absent of days to come")
                                .withLabels()
                                .from(words("no-data", "off-track", "at-risk", "on-track", "missed", "achieved")),
                        attribute("baselineDate", "Baseline on", ColumnType.DATE, "The day of the baseline"),
                        attribute("dueDate", "Due", ColumnType.DATE, "When it is to be reached"),
                        attribute(
                                "dueAcademicYear",
                                "Due in",
                                ColumnType.ACADEMIC_YEAR,
                                "The academic year of the result that decides"),
                        filter("dueAssessmentPoint", "Due at", "The term of the result that decides")
                                .from(TERMS),
                        attribute("endedOn", "Ended", ColumnType.DATE, "Where it is no longer worked towards"),
                        attribute("actualDate", "Actual of", ColumnType.DATE, "The day of the actual"),
                        filter("resultStatus", "Standing of the actual", "provisional, revised or final")
                                .from(RESULT_STATUSES),
                        attribute("target", "Target", ColumnType.TEXT, "By its id"),
                        figure("baselineValue", "Baseline", "Where it began"),
                        figure("targetValue", "Target", "What is to be reached"),
                        figure(
                                "expected",
                                "Expected",
                                "On that day: the straight line between the points of the trajectory"),
                        figure(
                                        "actual",
                                        "Actual",
                                        "The newest since the baseline by that day, and once it is there the one that decides; x where there"
                                                + " is none")
                                .orSymbol("d.actual_symbol"),
                        figure(
                                "comparedWith",
                                "Compared with",
                                "What the status compares the actual with; absent where it compares nothing"),
                        figure("tolerance", "Tolerance", "How far short of that still is at risk")),
                null);
    }

    private static Column figure(String name, String label, String description) {
        return indicator(name, label, ColumnType.NUMBER, null, 2, description).in("measureCode");
    }

    private static DataSet cycleProgress() {
        return simple(
                "cycle-progress",
                "Progress of improvement cycles",
                "The stage of the cycle of each school and year, and how much of its plan is done, by number.",
                "Uplift",
                "Overdue is an action that is not done on the day after it was due.",
                Permission.READ_CYCLES,
                Memory.VERSIONS,
                List.of("school_urn", "academic_year"),
                List.of(
                        year(),
                        school().from(SCHOOLS),
                        filter("stage", "Stage", "Of the cycle").from(words(codes(Stage.values(), Stage::code))),
                        count("priorities", "Priorities"),
                        count("prioritiesEvaluated", "Priorities evaluated"),
                        count("targets", "Targets"),
                        count("actions", "Actions"),
                        count("actionsDone", "Actions done"),
                        count("actionsOverdue", "Actions overdue"),
                        indicator("cost", "Cost", ColumnType.NUMBER, "£", 2, "Of all actions"),
                        count("smallImprovements", "Small improvements"),
                        count("checkpointsSignedOff", "Checkpoints signed off"),
                        count("checkpointsOpen", "Checkpoints open")),
                null);
    }

    private static DataSet support() {
        return simple(
                "support",
                "Support: days and spend",
                "Each support of a school: from inside or outside the trust, days agreed and given, and its cost.",
                "Uplift",
                "The year is that of its first day. Who gives it is not named.",
                Permission.READ_COMMISSIONS,
                Memory.VERSIONS,
                List.of("school_urn", "starts_on", "id"),
                List.of(
                        year(),
                        school().from(SCHOOLS),
                        filter("status", "Status", "How far it has come")
                                .from(words(codes(CommissionStatus.values(), CommissionStatus::code))),
                        filter("kind", "Kind", "internal or external; absent as long as nobody is chosen")
                                .from(words("internal", "external")),
                        filter("specialism", "Specialism", "What is asked for").withLabels(),
                        attribute(
                                "supporterUrn", "Supporting school", ColumnType.INTEGER, "Of who gives it, by its URN"),
                        attribute("requestedOn", "Requested", ColumnType.DATE, "When it was asked for"),
                        attribute("startsOn", "From", ColumnType.DATE, "First day"),
                        attribute("endsOn", "Until", ColumnType.DATE, "Last day"),
                        indicator("daysAgreed", "Days agreed", ColumnType.NUMBER, "days", 2, "Over all terms"),
                        indicator("daysGiven", "Days given", ColumnType.NUMBER, "days", 2, "As logged"),
                        indicator("cost", "Cost", ColumnType.NUMBER, "£", 2, "z where it comes from inside")
                                .orSymbol("'z'")),
                null);
    }

    private static DataSet participation() {
        return simple(
                "participation",
                "Participation in the quality process",
                "The timetabled activities of each school and year by how they stand, and in how many of the trust it took part.",
                "Uplift",
                "Missed is what was not held when its term was over.",
                Permission.READ_TIMETABLE,
                Memory.VERSIONS,
                List.of("school_urn", "academic_year", "activity_type"),
                List.of(
                        year(),
                        school().from(SCHOOLS),
                        filter("activityType", "Activity", "By its type")
                                .withLabels()
                                .from("select code, label from activity_type order by position"),
                        count("planned", "Planned"),
                        count("done", "Done"),
                        count("overdue", "Overdue"),
                        count("missed", "Missed"),
                        count("cancelled", "Cancelled"),
                        count("takenPartInTrust", "Took part in the trust's")),
                null);
    }

    private static DataSet complaints() {
        return simple(
                "complaints",
                "Complaints by stage",
                "How many complaints of parents reached each stage in each year, and how many of these have left it. Nothing else of"
                        + " them is here; restricted concerns are counted for nobody.",
                "Uplift",
                "One to five are suppressed for every reader, and what would tell them by subtraction. No row is none.",
                Permission.COUNT_CONCERNS,
                // A number that falls would tell that a complaint has been restricted since.
                Memory.NONE,
                List.of("school_urn", "academic_year", "place"),
                List.of(
                        year(),
                        school().from(SCHOOLS),
                        filter("stage", "Stage", "Of the complaint")
                                .withLabels()
                                .from("select code, label from complaint_stage order by position"),
                        count("begun", "Begun").orSymbol(FEW),
                        count("ended", "Ended").orSymbol(FEW)),
                null);
    }

    private static <T> String[] codes(T[] values, Function<T, String> code) {
        return Arrays.stream(values).map(code).toArray(String[]::new);
    }

    /** The codes of a list that frameworks share, where one code has the same label in each. */
    private static String codes(String list) {
        return "select code, label from " + list + " group by code, label order by min(rank), code";
    }

    /** Codes that say in words what they mean, with these. */
    private static String words(String... codes) {
        return Arrays.stream(codes)
                .map(code -> "('" + code + "', '" + Words.capital(Words.of(code)) + "')")
                .collect(Collectors.joining(", ", "values ", ""));
    }

    private static Column count(String name, String label) {
        return indicator(name, label, ColumnType.INTEGER, null, 0, "How many");
    }

    /** One whose rows are few enough to be looked at for whether they have changed. */
    private static DataSet simple(
            String id,
            String title,
            String description,
            String source,
            String method,
            String permission,
            Memory memory,
            List<String> key,
            List<Column> columns,
            @Nullable String freshness) {
        return new DataSet(
                id,
                title,
                description,
                source,
                method,
                permission,
                false,
                memory,
                key,
                columns,
                file(id + ".sql"),
                null,
                freshness,
                null);
    }

    private static String file(String name) {
        try (var stream = DataSets.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("There is no " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
