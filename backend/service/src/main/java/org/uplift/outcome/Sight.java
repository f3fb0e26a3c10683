package org.uplift.outcome;

import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.uplift.access.Scope;
import org.uplift.outcome.HeadlineMeasures.SchoolYear;
import org.uplift.outcome.Suppression.Cell;

/**
 * What a reader may see of the outcomes of some schools and years. What is computed from the same rows is hidden together, for
 * every measure and term of it, so that no measure tells of another and the year tells nothing of a term.
 */
final class Sight {
    private static final String EVERY_MEASURE = "";

    private final Suppression suppression;
    private final Scope rows;
    private final Map<SchoolYear, Map<String, Map<String, Map<Cell, Integer>>>> sheets = new HashMap<>();
    private final Map<SchoolYear, Map<String, Set<Cell>>> hidden = new HashMap<>();

    /**
     * @param rows where the reader may see pupils, and so everything
     * @param cells pupils by school_urn, academic_year, family, sheet, cohort and pupil_group
     */
    Sight(Suppression suppression, Scope rows, Iterable<Tuple> cells) {
        this.suppression = suppression;
        this.rows = rows;
        for (Tuple cell : cells) {
            sheets.computeIfAbsent(schoolYear(cell), any -> new HashMap<>())
                    .computeIfAbsent(cell.get("family", String.class), any -> new TreeMap<>())
                    .computeIfAbsent(cell.get("sheet", String.class), any -> new HashMap<>())
                    .put(cell(cell), cell.get("size", Integer.class));
        }
    }

    /** Whether a row of outcomes, with the fed_by of its measure, is hidden. The publisher has suppressed what is published. */
    boolean hides(Tuple row) {
        String source = row.get("source", String.class);
        if (source.equals("published") || rows.covers(row.get("school_urn", Integer.class))) {
            return false;
        }
        return hidden(schoolYear(row), family(row, source)).contains(cell(row));
    }

    /** The cells of a school and year that are hidden in what is computed from the same rows, or in what is pushed. */
    Set<Cell> hidden(SchoolYear school, String family) {
        return rows.covers(school.schoolUrn()) ? Set.of() : found(school, family);
    }

    /** What is hidden of a school and year by what it is hidden in; under the empty name what is hidden in everything computed. */
    Map<String, Set<Cell>> hidden(SchoolYear school) {
        Map<String, Set<Cell>> hidden = new TreeMap<>();
        hidden.put(EVERY_MEASURE, hidden(school, EVERY_MEASURE));
        sheets.getOrDefault(school, Map.of()).keySet().forEach(family -> hidden.put(family, hidden(school, family)));
        return hidden;
    }

    /** Whether the reader may not see the pupils behind a row. */
    boolean isLimited(Tuple row) {
        return !rows.covers(row.get("school_urn", Integer.class));
    }

    /** The hidden ones of some cells of a school and year, beside what is hidden of it anyway. */
    Set<Cell> hidden(SchoolYear school, Map<Cell, Integer> cells) {
        return rows.covers(school.schoolUrn())
                ? Set.of()
                : suppression.hidden(List.of(cells), found(school, EVERY_MEASURE));
    }

    private Set<Cell> found(SchoolYear school, String family) {
        Map<String, Set<Cell>> known = hidden.computeIfAbsent(school, any -> new HashMap<>());
        Set<Cell> found = known.get(family);
        if (found == null) {
            Set<Cell> always = family.equals(EVERY_MEASURE) ? Set.of() : found(school, EVERY_MEASURE);
            found = suppression.hidden(
                    sheets.getOrDefault(school, Map.of())
                            .getOrDefault(family, Map.of())
                            .values(),
                    always);
            known.put(family, found);
        }
        return found;
    }

    private static String family(Tuple row, String source) {
        String fedBy = row.get("fed_by", String.class);
        String measure = row.get("measure_code", String.class);
        return source.equals("pushed")
                ? measure + " " + row.get("assessment_point", String.class)
                : fedBy == null ? measure : fedBy;
    }

    static SchoolYear schoolYear(Tuple row) {
        return new SchoolYear(
                row.get("school_urn", Integer.class),
                row.get("academic_year", Number.class).intValue());
    }

    static Cell cell(Tuple row) {
        return new Cell(row.get("cohort", String.class), row.get("pupil_group", String.class));
    }
}
