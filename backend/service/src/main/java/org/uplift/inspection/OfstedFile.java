package org.uplift.inspection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.CsvFile;
import org.uplift.ingest.CsvRow;

/**
 * The columns of Ofsted's monthly management information on state-funded schools. One row holds up to three inspections
 * of a school: the latest under the present framework, the latest graded one under the framework before, and the latest
 * ungraded one. Columns move between months, and older files name them otherwise.
 */
final class OfstedFile {
    static final Column URN = Column.of("URN");
    static final Column SCHOOL_NAME = Column.of("School name");
    static final Column WEB_LINK = Column.of("Web Link (opens in new window)", "Web Link", "Web link");
    static final String MOST_RECENT_CATEGORY = "Most recent category of concern";

    /**
     * The columns of one of the inspections of a row.
     *
     * @param inspectionType null where the columns themselves say what kind of inspection it is
     * @param areas by the code of the area
     */
    record Part(
            String framework,
            Column startDate,
            Column endDate,
            Column publicationDate,
            @Nullable Column inspectionType,
            Column relatesToPresentUrn,
            Column inspectedUrn,
            Column categoryOfConcern,
            Column safeguarding,
            Column overallEffectiveness,
            Column ungradedOutcome,
            Map<String, Column> areas) {

        /** The column that a field of the facts is read from. */
        Column column(String field) {
            return switch (field) {
                case "startDate" -> startDate;
                case "endDate" -> endDate;
                case "publicationDate" -> publicationDate;
                case "inspectionType" -> inspectionType == null ? startDate : inspectionType;
                case "overallEffectiveness" -> overallEffectiveness;
                case "ungradedOutcome" -> ungradedOutcome;
                case "safeguarding" -> safeguarding;
                case "categoryOfConcern" -> categoryOfConcern;
                default -> areas.getOrDefault(field.substring(field.indexOf('/') + 1), startDate);
            };
        }

        /** Whether the row gives a grade in these columns. */
        boolean isGraded(CsvRow row) {
            return Stream.concat(areas.values().stream(), Stream.of(overallEffectiveness))
                    .anyMatch(column -> column.value(row) != null);
        }

        /** The same without grades, which in this row belong to another inspection. */
        Part withoutGrades() {
            return new Part(
                    framework,
                    startDate,
                    endDate,
                    publicationDate,
                    inspectionType,
                    relatesToPresentUrn,
                    inspectedUrn,
                    categoryOfConcern,
                    NONE,
                    NONE,
                    ungradedOutcome,
                    Map.of());
        }

        /** The same without an outcome in words, which in this row belongs to another inspection. */
        Part withoutOutcome() {
            return new Part(
                    framework,
                    startDate,
                    endDate,
                    publicationDate,
                    inspectionType,
                    relatesToPresentUrn,
                    inspectedUrn,
                    categoryOfConcern,
                    safeguarding,
                    overallEffectiveness,
                    NONE,
                    areas);
        }
    }

    /** A column that no file has. */
    static final Column NONE = Column.of();

    private static final Column START = Column.of("Inspection start date");
    private static final Column END = Column.of("Inspection end date");
    private static final Column PUBLICATION = Column.of("Publication date");
    private static final Column TYPE = Column.of("Inspection type");
    private static final Column RELATES = Column.of(
            "Does the latest full inspection relate to the URN of the current school?",
            "Does the latest graded inspection relate to the URN of the current school?");
    private static final Column URN_THEN =
            Column.of("URN at time of latest full inspection", "URN at time of latest graded inspection");
    private static final Column CATEGORY = Column.of("Category of concern", MOST_RECENT_CATEGORY);
    private static final Column OUTCOME =
            Column.of("Ungraded inspection overall outcome", "Section 8 inspection overall outcome");
    private static final Column OVERALL = Column.of("Latest OEIF overall effectiveness", "Overall effectiveness");
    private static final Column STANDARDS = Column.of("Safeguarding standards");
    private static final Column EFFECTIVE = Column.of(
            "Latest OEIF  safeguarding is effective?",
            "Latest OEIF safeguarding is effective?",
            "Safeguarding is effective?");

    private static final Map<String, Column> REPORT_CARD_AREAS = areas(
            Map.entry("inclusion", Column.of("Inclusion")),
            Map.entry("curriculum-and-teaching", Column.of("Curriculum and teaching")),
            Map.entry("achievement", Column.of("Achievement")),
            Map.entry("attendance-and-behaviour", Column.of("Attendance and behaviour")),
            Map.entry(
                    "personal-development",
                    Column.of("Personal development and wellbeing", "Personal development and well-being")),
            Map.entry("leadership-and-governance", Column.of("Leadership and governance")),
            Map.entry("early-years", Column.of("Early years (where applicable)")),
            Map.entry("post-16", Column.of("Post-16 provision (where applicable)")));

    private static final Map<String, Column> GRADED_AREAS = areas(
            Map.entry("quality-of-education", Column.of("Latest OEIF quality of education", "Quality of education")),
            Map.entry(
                    "behaviour-and-attitudes",
                    Column.of("Latest OEIF behaviour and attitudes", "Behaviour and attitudes")),
            Map.entry("personal-development", Column.of("Latest OEIF personal development", "Personal development")),
            Map.entry(
                    "leadership-and-management",
                    Column.of(
                            "Latest OEIF effectiveness of leadership and management",
                            "Latest OEIF leadership and management",
                            "Effectiveness of leadership and management",
                            "Leadership and management")),
            Map.entry(
                    "early-years",
                    Column.of(
                            "Latest OEIF early years provision (where applicable)",
                            "Early years provision (where applicable)")),
            Map.entry(
                    "sixth-form",
                    Column.of(
                            "Latest OEIF sixth form provision (where applicable)",
                            "Sixth form provision (where applicable)")));

    /** The latest inspection under the report card. */
    static final Part REPORT_CARD = new Part(
            Framework.REPORT_CARD,
            START,
            END,
            PUBLICATION,
            TYPE,
            RELATES,
            URN_THEN,
            CATEGORY,
            STANDARDS,
            NONE,
            NONE,
            REPORT_CARD_AREAS);

    /** The latest inspection with graded judgements, in a file that gives it dates of its own. */
    static final Part GRADED = new Part(
            Framework.GRADED,
            Column.of("Inspection start date of latest OEIF graded inspection"),
            Column.of("Inspection end date of latest OEIF graded inspection"),
            Column.of("Publication date of latest OEIF graded inspection"),
            Column.of("Inspection type of latest OEIF graded inspection"),
            Column.of("Does the latest OEIF graded inspection relate to the URN of the current school?"),
            Column.of("URN at time of latest OEIF graded inspection"),
            Column.of("Latest OEIF category of concern"),
            EFFECTIVE,
            OVERALL,
            NONE,
            GRADED_AREAS);

    /** An inspection of the framework before, in a file that has one set of dates. */
    static final Part BEFORE_REPORT_CARD = new Part(
            Framework.GRADED,
            START,
            END,
            PUBLICATION,
            TYPE,
            RELATES,
            URN_THEN,
            CATEGORY,
            EFFECTIVE,
            OVERALL,
            OUTCOME,
            GRADED_AREAS);

    /** The latest ungraded inspection, in a file that gives it dates of its own. */
    static final Part UNGRADED = new Part(
            Framework.GRADED,
            Column.of("Date of latest ungraded inspection", "Date of latest section 8 inspection"),
            NONE,
            Column.of("Ungraded inspection publication date", "Section 8 inspection publication date"),
            null,
            Column.of(
                    "Does the ungraded inspection relate to the URN of the current school?",
                    "Does the section 8 inspection relate to the URN of the current school?"),
            Column.of("URN at time of the ungraded inspection", "URN at time of the section 8 inspection"),
            NONE,
            NONE,
            NONE,
            OUTCOME,
            Map.of());

    private OfstedFile() {}

    /** Refuses with 422 a file that lacks what an inspection cannot be read without. */
    static void requireColumns(CsvFile file) {
        Stream<Column> grades = hasReportCards(file) || !hasGrades(file)
                ? Stream.concat(Stream.of(REPORT_CARD.safeguarding()), REPORT_CARD_AREAS.values().stream())
                : Stream.concat(
                        Stream.of(OVERALL),
                        GRADED_AREAS.entrySet().stream()
                                .filter(area -> !area.getKey().equals("early-years")
                                        && !area.getKey().equals("sixth-form"))
                                .map(Map.Entry::getValue));
        file.require(missing(file, Stream.concat(Stream.of(URN, TYPE, START, PUBLICATION, RELATES), grades)));
    }

    /** The columns that are used where they are there, and that this file lacks. */
    static List<String> missingOptional(CsvFile file) {
        return missing(
                file,
                Stream.of(
                                Stream.of(WEB_LINK, CATEGORY, OVERALL),
                                GRADED_AREAS.values().stream(),
                                Stream.of(
                                        EFFECTIVE,
                                        GRADED.startDate(),
                                        GRADED.publicationDate(),
                                        GRADED.categoryOfConcern(),
                                        UNGRADED.startDate(),
                                        UNGRADED.publicationDate(),
                                        OUTCOME))
                        .flatMap(columns -> columns));
    }

    /** The fields of the inspections under a framework about which a file says nothing, because it lacks their columns. */
    static Set<String> unsaid(CsvFile file, String framework) {
        Part part = framework.equals(Framework.REPORT_CARD)
                ? REPORT_CARD
                : GRADED.startDate().isIn(file) ? GRADED : BEFORE_REPORT_CARD;
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("overallEffectiveness", part.overallEffectiveness());
        columns.put("ungradedOutcome", OUTCOME);
        columns.put("safeguarding", part.safeguarding());
        columns.put("categoryOfConcern", part.categoryOfConcern());
        part.areas().forEach((area, column) -> columns.put("judgements/" + area, column));
        columns.values().removeIf(column -> column.isIn(file));
        return columns.keySet();
    }

    private static boolean hasReportCards(CsvFile file) {
        return REPORT_CARD.safeguarding().isIn(file)
                || REPORT_CARD_AREAS.values().stream().anyMatch(column -> column.isIn(file));
    }

    private static boolean hasGrades(CsvFile file) {
        return OVERALL.isIn(file) || GRADED_AREAS.values().stream().anyMatch(column -> column.isIn(file));
    }

    private static List<String> missing(CsvFile file, Stream<Column> columns) {
        return columns.filter(column -> !column.isIn(file)).map(Column::name).toList();
    }

    @SafeVarargs
    private static Map<String, Column> areas(Map.Entry<String, Column>... columns) {
        Map<String, Column> areas = new LinkedHashMap<>();
        for (Map.Entry<String, Column> column : columns) {
            areas.put(column.getKey(), column.getValue());
        }
        return areas;
    }
}
