package org.uplift.inspection;

import java.time.LocalDate;
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
    private static final String UNDATED = "The row tells what an inspection found, and not when it was.";

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
    private final OfstedValues values;
    private final List<String> unrecognised = new ArrayList<>();
    private final Map<InspectionFacts.Key, InspectionFacts> inspections = new LinkedHashMap<>();

    private OfstedRow(CsvRow row, Map<String, Framework> frameworks) {
        this.row = row;
        values = new OfstedValues(row);
        this.frameworks = frameworks;
    }

    static Reading read(CsvRow row, Map<String, Framework> frameworks) {
        return new OfstedRow(row, frameworks).read();
    }

    private Reading read() {
        int urn = values.urn(OfstedFile.URN);
        boolean reportCard = OfstedFile.REPORT_CARD.isGraded(row);
        boolean graded = OfstedFile.GRADED.isGraded(row);
        boolean outcome = values.has(OfstedFile.UNGRADED.ungradedOutcome());
        boolean gradedDated = values.has(OfstedFile.GRADED.startDate());
        boolean outcomeDated = values.has(OfstedFile.UNGRADED.startDate());
        boolean dated = values.has(OfstedFile.REPORT_CARD.startDate());
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
            values.error(OfstedFile.REPORT_CARD.startDate(), "required", UNDATED);
        }
        if (gradedDated) {
            add(urn, OfstedFile.GRADED);
        }
        if (outcomeDated) {
            add(urn, OfstedFile.UNGRADED);
        }
        String name = Objects.requireNonNullElse(values.text(OfstedFile.SCHOOL_NAME), "School");
        return new Reading(
                urn,
                OfstedValues.shown(name) + " " + urn,
                List.copyOf(inspections.values()),
                values.errors(),
                undated,
                unrecognised);
    }

    private boolean isBeforeReportCard() {
        LocalDate start =
                OfstedValues.day(values.raw(OfstedFile.REPORT_CARD.startDate())).orElse(null);
        return start == null || framework(Framework.GRADED).validOn(start);
    }

    private void add(int urn, Part part) {
        int before = values.errors().size();
        Optional<InspectionFacts> facts = facts(urn, part);
        if (values.errors().size() == before && facts.isPresent()) {
            check(framework(part.framework()), part, facts.get());
        }
        if (values.errors().size() == before) {
            facts.ifPresent(read -> inspections.put(read.key(urn), read));
        }
    }

    /** Everything that these columns say; every value that cannot be read is an error. */
    private Optional<InspectionFacts> facts(int urn, Part part) {
        Framework framework = framework(part.framework());
        Code type = type(part);
        LocalDate start = values.date(part.startDate());
        if (!values.has(part.startDate())) {
            values.error(part.startDate(), "required", UNDATED);
        }
        LocalDate end = values.date(part.endDate());
        LocalDate publication = values.date(part.publicationDate());
        String spelling = part.inspectionType() == null ? null : values.text(part.inspectionType());
        String overall = values.code(framework.grades(), part.overallEffectiveness())
                .filter(grade -> Boolean.TRUE.equals(grade.judges()))
                .map(Code::code)
                .orElse(null);
        Map<String, String> judgements = new LinkedHashMap<>();
        part.areas()
                .forEach((area, column) ->
                        values.code(framework.grades(), column).ifPresent(grade -> judgements.put(area, grade.code())));
        String outcome = values.text(part.ungradedOutcome());
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
                        WebLink.safe(values.raw(OfstedFile.WEB_LINK))));
    }

    private void check(Framework framework, Part part, InspectionFacts facts) {
        for (FieldError found : FrameworkRules.check(
                framework,
                facts,
                field -> RowError.path(row.index(), part.column(field).nameIn(row)))) {
            values.errors().add(new RowError(found.path(), found.code(), found.message(), null));
        }
    }

    /** The kind of inspection: as the row says, or as the columns imply. */
    private Code type(Part part) {
        Framework framework = framework(part.framework());
        if (part.inspectionType() == null) {
            return framework.inspectionType("ungraded").orElseThrow();
        }
        String spelling = values.raw(part.inspectionType());
        if (spelling == null) {
            boolean outcome = values.has(part.ungradedOutcome()) && !part.isGraded(row);
            String implied = framework.code().equals(Framework.REPORT_CARD) ? "full" : outcome ? "ungraded" : "graded";
            return framework.inspectionType(implied).orElseThrow();
        }
        Code type = framework.recognised(spelling);
        if (type.pattern() != null
                && type.pattern().pattern().isEmpty()
                && !unrecognised.contains(OfstedValues.shown(spelling))) {
            unrecognised.add(OfstedValues.shown(spelling));
        }
        return type;
    }

    /** The URN inspected; null when it was an earlier one that the row does not name. */
    private @Nullable Integer inspectedUrn(int urn, Part part) {
        if (values.has(part.inspectedUrn())) {
            return values.urn(part.inspectedUrn());
        }
        String present = values.raw(part.relatesToPresentUrn());
        if (present == null || present.equalsIgnoreCase("Yes")) {
            return urn;
        }
        if (!present.equalsIgnoreCase("No")) {
            values.error(
                    part.relatesToPresentUrn(),
                    "unknown-code",
                    "\"" + OfstedValues.shown(present) + "\" is neither Yes nor No.");
        }
        return null;
    }

    private @Nullable String safeguarding(Framework framework, Code type, Part part) {
        String said = values.raw(part.safeguarding());
        if (said == null) {
            return Boolean.TRUE.equals(type.judges()) && part.safeguarding() != OfstedFile.NONE ? "not-recorded" : null;
        }
        String meant = switch (said.toLowerCase(Locale.ROOT)) {
            case "yes" -> "effective";
            case "no" -> "not-effective";
            case "9", "not judged", "not applicable" -> "not-recorded";
            default -> said;
        };
        return values.known(framework.safeguarding(), part.safeguarding(), meant)
                .map(Code::code)
                .orElse(null);
    }

    /** The most recent category stands in only where it is one of this framework. */
    private @Nullable String category(Framework framework, Part part) {
        String said = values.raw(part.categoryOfConcern());
        if (said == null || said.equalsIgnoreCase("None")) {
            return null;
        }
        if (part.categoryOfConcern().nameIn(row).equals(OfstedFile.MOST_RECENT_CATEGORY)) {
            return Framework.find(framework.categoriesOfConcern(), said)
                    .map(Code::code)
                    .orElse(null);
        }
        return values.known(framework.categoriesOfConcern(), part.categoryOfConcern(), said)
                .map(Code::code)
                .orElse(null);
    }

    private Framework framework(String code) {
        return Objects.requireNonNull(frameworks.get(code));
    }
}
