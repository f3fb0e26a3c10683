package org.uplift.inspection;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.CsvRow;
import org.uplift.ingest.RowError;
import org.uplift.inspection.OfstedFile.Part;
import org.uplift.platform.FieldError;

/** Reads one row of Ofsted's monthly file: the inspections in it, or what is wrong with it. */
final class OfstedRow {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final String UNDATED = "The row tells what an inspection found, and not when it was.";
    private static final int LONGEST_TEXT = 300;
    private static final int LONGEST_SHOWN = 80;
    private static final int LONGEST_LINK = 1_000;

    /**
     * What was read.
     *
     * @param urn the school of the row; 0 when that is what is wrong
     * @param undated the row tells grades or an outcome of an earlier inspection without saying when it was
     * @param unrecognised spellings of inspection types that no code covers
     */
    record Reading(
            int urn,
            String name,
            List<InspectionFacts> inspections,
            List<RowError> errors,
            boolean undated,
            List<String> unrecognised) {}

    private final CsvRow row;
    private final Map<String, Framework> frameworks;
    private final List<RowError> errors = new ArrayList<>();
    private final List<String> unrecognised = new ArrayList<>();
    private final Map<InspectionFacts.Key, InspectionFacts> inspections = new LinkedHashMap<>();

    private OfstedRow(CsvRow row, Map<String, Framework> frameworks) {
        this.row = row;
        this.frameworks = frameworks;
    }

    static Reading read(CsvRow row, Map<String, Framework> frameworks) {
        return new OfstedRow(row, frameworks).read();
    }

    private Reading read() {
        int urn = urn();
        boolean reportCard = OfstedFile.REPORT_CARD.isGraded(row);
        boolean graded = OfstedFile.GRADED.isGraded(row);
        boolean outcome = OfstedFile.UNGRADED.ungradedOutcome().value(row) != null;
        boolean gradedDated = OfstedFile.GRADED.startDate().value(row) != null;
        boolean outcomeDated = OfstedFile.UNGRADED.startDate().value(row) != null;
        boolean dated = OfstedFile.REPORT_CARD.startDate().value(row) != null;
        boolean undated = false;
        if (reportCard || (dated && !isBeforeReportCard())) {
            add(urn, OfstedFile.REPORT_CARD);
            undated = (graded && !gradedDated) || (outcome && !outcomeDated);
        } else if (dated) {
            Part part = OfstedFile.BEFORE_REPORT_CARD;
            Code type = type(part);
            boolean takesGrades = !gradedDated && Boolean.TRUE.equals(type.judges());
            boolean takesOutcome = !outcomeDated && Boolean.TRUE.equals(type.outcome());
            part = takesGrades ? part : part.withoutGrades();
            add(urn, takesOutcome ? part : part.withoutOutcome());
            undated = (graded && !gradedDated && !takesGrades) || (outcome && !outcomeDated && !takesOutcome);
        } else if ((graded && !gradedDated) || (outcome && !outcomeDated)) {
            error(OfstedFile.REPORT_CARD.startDate(), "required", UNDATED);
        }
        if (gradedDated) {
            add(urn, OfstedFile.GRADED);
        }
        if (outcomeDated) {
            add(urn, OfstedFile.UNGRADED);
        }
        String name = Objects.requireNonNullElse(OfstedFile.SCHOOL_NAME.value(row), "School");
        return new Reading(
                urn, shown(name) + " " + urn, List.copyOf(inspections.values()), errors, undated, unrecognised);
    }

    private int urn() {
        String urn = OfstedFile.URN.value(row);
        if (urn == null) {
            error(OfstedFile.URN, "urn", "There is no URN.");
            return 0;
        }
        return urn(OfstedFile.URN, urn);
    }

    private int urn(Column column, String text) {
        if (!text.matches("[1-9]\\d{5}")) {
            error(column, "urn", "A URN has six digits; this row has \"" + shown(text) + "\".");
            return 0;
        }
        return Integer.parseInt(text);
    }

    private boolean isBeforeReportCard() {
        LocalDate start = parsed(OfstedFile.REPORT_CARD.startDate().value(row)).orElse(null);
        return start == null || framework(Framework.GRADED).validOn(start);
    }

    private void add(int urn, Part part) {
        int before = errors.size();
        Optional<InspectionFacts> facts = facts(urn, part);
        if (errors.size() == before && facts.isPresent()) {
            check(framework(part.framework()), part, facts.get());
        }
        if (errors.size() == before) {
            facts.ifPresent(read -> inspections.put(read.key(urn), read));
        }
    }

    /** Everything that these columns say; every value that cannot be read is an error. */
    private Optional<InspectionFacts> facts(int urn, Part part) {
        Framework framework = framework(part.framework());
        Code type = type(part);
        LocalDate start = date(part.startDate());
        if (part.startDate().value(row) == null) {
            error(part.startDate(), "required", UNDATED);
        }
        LocalDate end = date(part.endDate());
        LocalDate publication = date(part.publicationDate());
        String spelling = part.inspectionType() == null ? null : text(part.inspectionType());
        String overall = code(framework.grades(), part.overallEffectiveness())
                .filter(grade -> Boolean.TRUE.equals(grade.judges()))
                .map(Code::code)
                .orElse(null);
        Map<String, String> judgements = new LinkedHashMap<>();
        part.areas()
                .forEach((area, column) ->
                        code(framework.grades(), column).ifPresent(grade -> judgements.put(area, grade.code())));
        String outcome = text(part.ungradedOutcome());
        String safeguarding = safeguarding(framework, type, part);
        String category = category(framework, part);
        Integer inspectedUrn = inspectedUrn(urn, part);
        return start == null
                ? Optional.empty()
                : Optional.of(new InspectionFacts(
                        inspectedUrn,
                        framework.code(),
                        type.code(),
                        spelling,
                        start,
                        end,
                        publication,
                        overall,
                        outcome,
                        safeguarding,
                        category,
                        judgements,
                        Source.OFSTED,
                        link()));
    }

    private void check(Framework framework, Part part, InspectionFacts facts) {
        for (FieldError found : FrameworkRules.check(
                framework,
                facts,
                field -> RowError.path(row.index(), part.column(field).nameIn(row)))) {
            errors.add(new RowError(found.path(), found.code(), found.message(), null));
        }
    }

    /** The kind of inspection: as the row says, or as the columns imply. */
    private Code type(Part part) {
        Framework framework = framework(part.framework());
        if (part.inspectionType() == null) {
            return framework.inspectionType("ungraded").orElseThrow();
        }
        String spelling = part.inspectionType().value(row);
        if (spelling == null) {
            boolean outcome = part.ungradedOutcome().value(row) != null && !part.isGraded(row);
            String implied = framework.code().equals(Framework.REPORT_CARD) ? "full" : outcome ? "ungraded" : "graded";
            return framework.inspectionType(implied).orElseThrow();
        }
        Code type = framework.recognised(spelling);
        if (type.pattern() != null && type.pattern().pattern().isEmpty() && !unrecognised.contains(shown(spelling))) {
            unrecognised.add(shown(spelling));
        }
        return type;
    }

    /** The URN inspected; null when it was an earlier one that the row does not name. */
    private @Nullable Integer inspectedUrn(int urn, Part part) {
        String named = part.inspectedUrn().value(row);
        if (named != null) {
            return urn(part.inspectedUrn(), named);
        }
        String present = part.relatesToPresentUrn().value(row);
        if (present == null || present.equalsIgnoreCase("Yes")) {
            return urn;
        }
        if (!present.equalsIgnoreCase("No")) {
            error(part.relatesToPresentUrn(), "unknown-code", "\"" + shown(present) + "\" is neither Yes nor No.");
        }
        return null;
    }

    private @Nullable String safeguarding(Framework framework, Code type, Part part) {
        String said = part.safeguarding().value(row);
        if (said == null) {
            return Boolean.TRUE.equals(type.judges()) && part.safeguarding() != OfstedFile.NONE ? "not-recorded" : null;
        }
        String meant = switch (said.toLowerCase(Locale.ROOT)) {
            case "yes" -> "effective";
            case "no" -> "not-effective";
            case "9", "not judged", "not applicable" -> "not-recorded";
            default -> said;
        };
        return known(framework.safeguarding(), part.safeguarding(), meant)
                .map(Code::code)
                .orElse(null);
    }

    /** The most recent category stands in only where it is one of this framework. */
    private @Nullable String category(Framework framework, Part part) {
        String said = part.categoryOfConcern().value(row);
        if (said == null || said.equalsIgnoreCase("None")) {
            return null;
        }
        if (part.categoryOfConcern().nameIn(row).equals(OfstedFile.MOST_RECENT_CATEGORY)) {
            return Framework.find(framework.categoriesOfConcern(), said)
                    .map(Code::code)
                    .orElse(null);
        }
        return known(framework.categoriesOfConcern(), part.categoryOfConcern(), said)
                .map(Code::code)
                .orElse(null);
    }

    private Optional<Code> code(List<Code> list, Column column) {
        String said = column.value(row);
        return said == null ? Optional.empty() : known(list, column, said);
    }

    private Optional<Code> known(List<Code> list, Column column, String said) {
        Optional<Code> code = Framework.find(list, said);
        if (code.isEmpty()) {
            error(
                    column,
                    "unknown-code",
                    "\"" + shown(said) + "\" is not one of "
                            + String.join(", ", list.stream().map(Code::label).toList()) + ".");
        }
        return code;
    }

    private @Nullable LocalDate date(Column column) {
        String text = column.value(row);
        if (text == null) {
            return null;
        }
        Optional<LocalDate> date = parsed(text);
        if (date.isEmpty()) {
            error(column, "date", "\"" + shown(text) + "\" is not a date as 31/08/2026.");
        }
        return date.orElse(null);
    }

    private static Optional<LocalDate> parsed(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text, DAY));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private @Nullable String text(Column column) {
        String text = column.value(row);
        if (text != null && text.length() > LONGEST_TEXT) {
            error(column, "too-long", "It has " + text.length() + " characters, " + LONGEST_TEXT + " are allowed.");
            return null;
        }
        return text;
    }

    /** A link that a browser may follow; anything else is left out. */
    private @Nullable String link() {
        String link = OfstedFile.WEB_LINK.value(row);
        return link != null && link.length() <= LONGEST_LINK && WebLink.isSafe(link) ? link : null;
    }

    private Framework framework(String code) {
        return Objects.requireNonNull(frameworks.get(code));
    }

    /** As much of a value as a message needs. */
    private static String shown(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
    }

    private void error(Column column, String code, String message) {
        errors.add(RowError.at(row.index(), column.nameIn(row), code, message));
    }
}
