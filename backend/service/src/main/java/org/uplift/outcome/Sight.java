package org.uplift.outcome;

import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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
    private final Map<SchoolYear, Map<String, Map<Cell, Integer>>> sizes = new HashMap<>();
    private final Map<SchoolYear, Map<String, Set<Cell>>> hidden = new HashMap<>();

    /**
     * @param rows where the reader may see pupils, and so everything
     * @param cells pupils by school_urn, academic_year, family, cohort and pupil_group
     */
    Sight(Suppression suppression, Scope rows, Iterable<Tuple> cells) {
        this.suppression = suppression;
        this.rows = rows;
        for (Tuple cell : cells) {
            sizes.computeIfAbsent(schoolYear(cell), any -> new HashMap<>())
                    .computeIfAbsent(cell.get("family", String.class), any -> new HashMap<>())
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

    /** Whether the reader may not see the pupils behind a row. */
    boolean isLimited(Tuple row) {
        return !rows.covers(row.get("school_urn", Integer.class));
    }

    /** The cells of a school and year that are hidden in every measure that is computed. */
    Set<Cell> hidden(SchoolYear school) {
        return rows.covers(school.schoolUrn()) ? Set.of() : hidden(school, EVERY_MEASURE);
    }

    /** The hidden ones of some cells of a school and year, beside what is hidden of it anyway. */
    Set<Cell> hidden(SchoolYear school, Map<Cell, Integer> cells) {
        return rows.covers(school.schoolUrn()) ? Set.of() : suppression.hidden(cells, hidden(school));
    }

    private Set<Cell> hidden(SchoolYear school, String family) {
        Map<String, Set<Cell>> known = hidden.computeIfAbsent(school, any -> new HashMap<>());
        Set<Cell> found = known.get(family);
        if (found == null) {
            Map<Cell, Integer> cells = sizes.getOrDefault(school, Map.of()).getOrDefault(family, Map.of());
            Set<Cell> always = family.equals(EVERY_MEASURE) ? Set.of() : hidden(school, EVERY_MEASURE);
            found = suppression.hidden(cells, always);
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
