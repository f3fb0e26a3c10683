package org.uplift.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.access.Scope;
import org.uplift.access.ScopedSql;
import org.uplift.outcome.Suppression.Cell;
import org.uplift.outcome.Suppression.Part;

/**
 * Which cells of the trust are hidden: those that would tell of few pupils, in every term of a year, because a term follows
 * from what is up to its end and up to its start; and those that would tell who does not have the whole trust of a single
 * school that they do not see.
 */
@ApplicationScoped
class TrustSuppression {
    private static final String LIMITED = Sights.file("trust-cells.sql");
    private static final String OF_A_TERM = "_TERM";

    /** What is hidden together. */
    record Year(int academicYear, String source) {}

    /** What adds up: a measure and point, as they are written together. */
    record Sheet(Year year, String measureAndPoint) {
        static Sheet of(Tuple row, String measureAndPoint) {
            return new Sheet(
                    new Year(row.get("academic_year", Number.class).intValue(), row.get("source", String.class)),
                    measureAndPoint);
        }
    }

    /** The schools in a cell, and those of them that the reader does not see; if these are one, which. */
    private record Schools(
            long number, int pupils, long outOfSight, int theirPupils, int largestOfThem, int oneOfThem) {
        static final Schools NONE = new Schools(0, 0, 0, 0, 0, 0);

        Schools and(Tuple row) {
            long more = row.get("schools", Long.class);
            int size = row.get("size", Long.class).intValue();
            if (row.get("sent", Integer.class) == 0) {
                return new Schools(number + more, pupils + size, outOfSight, theirPupils, largestOfThem, oneOfThem);
            }
            return new Schools(
                    number + more,
                    pupils + size,
                    outOfSight + more,
                    theirPupils + size,
                    Math.max(row.get("largest", Integer.class), largestOfThem),
                    row.get("one", Integer.class));
        }

        /** Whether they say something of the trust rather than of one school that the reader does not see. */
        boolean areShared() {
            return outOfSight == 0 || number >= 3 && outOfSight >= 2 && 2 * largestOfThem <= pupils;
        }
    }

    @Inject
    EntityManager entities;

    @Inject
    ScopedSql sql;

    @Inject
    Caller caller;

    @Inject
    Sights sights;

    @Inject
    PupilGroups groups;

    /** The cells of a measure over the trust that the caller may not see. */
    Map<Sheet, Set<Cell>> hidden(Measure measure, Integer[] years) {
        Scope pupils = caller.scope(Permission.READ_PUPIL_ROWS);
        if (pupils.trust()) {
            return Map.of();
        }
        Scope seen = caller.scope(Permission.READ_OUTCOMES);
        String upToTheTerm = measure.code().replaceFirst(OF_A_TERM + "$", "");
        String[] codes = {upToTheTerm, upToTheTerm + OF_A_TERM};
        List<Tuple> cells = seen.trust() ? List.of() : cells(codes, years, seen);
        Map<Sheet, Map<String, Part>> parts = new TreeMap<>(Comparator.comparing(Sheet::measureAndPoint)
                .thenComparing(sheet -> sheet.year().academicYear())
                .thenComparing(sheet -> sheet.year().source()));
        if (seen.trust() || !pupils.schools().containsAll(seen.schools())) {
            addLimited(parts, codes, years, pupils);
        }
        addOutOfSight(parts, cells);
        Suppression suppression = groups.suppression();
        Map<Sheet, Set<Cell>> hidden = new HashMap<>();
        parts.keySet().stream().collect(Collectors.groupingBy(Sheet::year)).forEach((year, sheets) -> {
            Set<Cell> few =
                    suppression.hiddenOfTrust(sheets.stream().map(parts::get).toList());
            sheets.forEach(sheet -> hidden.put(sheet, new HashSet<>(few)));
        });
        Map<Map<Cell, Schools>, Set<Cell>> alone = new HashMap<>();
        schools(cells)
                .forEach((sheet, schools) -> hidden.computeIfAbsent(sheet, any -> new HashSet<>())
                        .addAll(alone.computeIfAbsent(schools, any -> alone(suppression, schools))));
        return hidden;
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> cells(String[] codes, Integer[] years, Scope seen) {
        return entities.createNativeQuery(
                        "select * from trust_cells(:codes, cast(:years as smallint[]), :seen)", Tuple.class)
                .setParameter("codes", codes)
                .setParameter("years", years)
                .setParameter("seen", seen.schools().toArray(Integer[]::new))
                .getResultList();
    }

    /** The schools that the caller sees, but not their pupils. */
    private void addLimited(Map<Sheet, Map<String, Part>> parts, String[] codes, Integer[] years, Scope pupils) {
        Integer[] whole = pupils.schools().toArray(Integer[]::new);
        List<Tuple> rows =
                sql.rows(Permission.READ_OUTCOMES, LIMITED, Map.of("codes", codes, "years", years, "pupils", whole));
        Sight sight = sights.of(rows.stream().map(Sight::schoolYear).toList());
        for (Tuple row : rows) {
            Cell cell = Sight.cell(row);
            boolean hidden = sight.hidden(Sight.schoolYear(row), row.get("family", String.class))
                    .contains(cell);
            String school = row.get("school_urn", Integer.class).toString();
            for (String sheet : sheets(row)) {
                part(parts, Sheet.of(row, sheet), school).add(cell, row.get("size", Integer.class), !hidden);
            }
        }
    }

    /** The schools that the caller does not see, together as far as they are in the same sheets. */
    private static void addOutOfSight(Map<Sheet, Map<String, Part>> parts, List<Tuple> cells) {
        for (Tuple row : cells) {
            int sent = row.get("sent", Integer.class);
            if (sent != 0 && !row.get("source", String.class).equals("published")) {
                for (String sheet : sheets(row)) {
                    part(parts, Sheet.of(row, sheet), "sent " + sent)
                            .add(Sight.cell(row), row.get("size", Long.class).intValue(), false);
                }
            }
        }
    }

    private static Part part(Map<Sheet, Map<String, Part>> parts, Sheet sheet, String schools) {
        return parts.computeIfAbsent(sheet, any -> new HashMap<>()).computeIfAbsent(schools, any -> new Part());
    }

    private static Map<Sheet, Map<Cell, Schools>> schools(List<Tuple> cells) {
        Map<Sheet, Map<Cell, Schools>> schools = new HashMap<>();
        for (Tuple row : cells) {
            for (String sheet : sheets(row)) {
                Map<Cell, Schools> there = schools.computeIfAbsent(Sheet.of(row, sheet), any -> new HashMap<>());
                there.put(
                        Sight.cell(row),
                        there.getOrDefault(Sight.cell(row), Schools.NONE).and(row));
            }
        }
        return schools;
    }

    private static Set<Cell> alone(Suppression suppression, Map<Cell, Schools> schools) {
        Map<Cell, Integer> others = new HashMap<>();
        schools.forEach((cell, there) -> others.put(cell, there.theirPupils()));
        Map<Cell, Object> alone = new HashMap<>();
        schools.forEach((cell, there) -> {
            if (!there.areShared()) {
                alone.put(cell, there.outOfSight() == 1 ? there.oneOfThem() : cell);
            }
        });
        return suppression.hiddenAlone(others, alone);
    }

    private static String[] sheets(Tuple row) {
        return row.get("sheets", String.class).split(",");
    }
}
