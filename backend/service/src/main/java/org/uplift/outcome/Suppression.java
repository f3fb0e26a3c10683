package org.uplift.outcome;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which cells are hidden from those who may not see pupils. A cell is a group of a cohort; one of one to five pupils is hidden.
 * The others are shown one after another, the most telling first, each unless what is hidden could then be worked out: from
 * the groups of a breakdown and the whole cohort, the year groups and the whole school, the schools and the trust, all of them
 * taken together. So nothing is hidden without need, and the same cells always give the same answer, whatever was asked for.
 */
public final class Suppression {
    /** Cells up to this size are hidden. */
    public static final int THRESHOLD = 5;

    static final String WHOLE = "ALL";

    /** A group of the code list: the breakdown that it belongs to and its place in the list. */
    record Group(String code, String breakdown, int position) {}

    /** A group of a cohort. */
    record Cell(String cohort, String group) {}

    /** What a school, or several together, bring to a measure and term: pupils by cell, and the cells that the reader sees. */
    record Part(Map<Cell, Integer> sizes, Set<Cell> seen) {
        Part() {
            this(new HashMap<>(), new HashSet<>());
        }

        static Part of(Map<Cell, Integer> sizes) {
            Part part = new Part();
            sizes.forEach((cell, pupils) -> part.add(cell, pupils, false));
            return part;
        }

        void add(Cell cell, int pupils, boolean isSeen) {
            if (pupils > 0) {
                sizes.put(cell, pupils);
                if (isSeen) {
                    seen.add(cell);
                }
            }
        }

        private int pupils() {
            return sizes.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private static final String SCHOOL = "";

    private final Map<String, Group> groups;

    Suppression(List<Group> groups) {
        this.groups = groups.stream().collect(Collectors.toMap(Group::code, group -> group));
    }

    /**
     * The cells of a school to hide.
     *
     * @param sheets pupils by cell, in each of the measures and terms that are hidden together
     * @param already cells that are hidden for another reason
     */
    Set<Cell> hidden(Collection<Map<Cell, Integer>> sheets, Set<Cell> already) {
        List<Map<String, Part>> distinct = sheets.stream()
                .map(sizes -> Map.of(SCHOOL, Part.of(sizes)))
                .distinct()
                .toList();
        return hide(order(distinct), already, apart(distinct));
    }

    /**
     * The cells of the trust to hide, lest they tell of few pupils.
     *
     * @param sheets what schools bring to each of the measures and terms that are hidden together: by school, or by several of
     *     which the reader sees nothing; schools of which the reader sees everything may be left out
     */
    Set<Cell> hiddenOfTrust(Collection<Map<String, Part>> sheets) {
        List<Map<String, Part>> distinct = sheets.stream().distinct().toList();
        List<Table> tables = new ArrayList<>(apart(distinct));
        if (distinct.size() > 1) {
            tables.add(table(distinct, small(distinct)));
        }
        return hide(order(distinct), Set.of(), tables);
    }

    /**
     * The cells of the trust to hide in a measure and term, lest they tell of a single school.
     *
     * @param others pupils by cell, of the schools that the reader does not see, together
     * @param alone cells to which too few of these bring pupils, or mostly one; where it is one, which
     */
    Set<Cell> hiddenAlone(Map<Cell, Integer> others, Map<Cell, ?> alone) {
        if (alone.isEmpty()) {
            return Set.of();
        }
        Table table = new Table(this::breakdown, (pupils, unnamed) -> pupils > 0 && unnamed == 0);
        Part part = Part.of(others);
        table.add(part.sizes(), Set.of(), alone).forEach((cell, unknown) -> table.tells(cell, Set.of(unknown)));
        return hide(order(List.of(Map.of(SCHOOL, part))), alone.keySet(), List.of(table));
    }

    private static Set<Cell> hide(List<Cell> order, Set<Cell> already, List<Table> tables) {
        Set<Cell> hidden = new HashSet<>(already);
        for (Cell cell : order) {
            if (!hidden.contains(cell)) {
                if (tables.stream().allMatch(table -> table.mayShow(cell))) {
                    tables.forEach(Table::show);
                } else {
                    hidden.add(cell);
                }
            }
        }
        return hidden;
    }

    /** Each sheet by itself. What is small in one of them may not be found out in any. */
    private List<Table> apart(List<Map<String, Part>> sheets) {
        Map<String, Map<Cell, String>> small = small(sheets);
        return sheets.stream().map(sheet -> table(List.of(sheet), small)).toList();
    }

    /** Of several sheets, what they tell when they are compared: not all schools need be in all of them. */
    private Table table(List<Map<String, Part>> sheets, Map<String, Map<Cell, String>> small) {
        Table table = new Table(this::breakdown, (pupils, unnamed) -> isSmall(pupils + unnamed));
        Map<String, Map<Cell, Integer>> unknowns = new HashMap<>();
        for (String owner : owners(sheets)) {
            List<Part> own = parts(sheets, owner);
            Map<Cell, Integer> sizes = new HashMap<>();
            own.forEach(part -> part.sizes().forEach(sizes::putIfAbsent));
            Set<Cell> seen = new HashSet<>();
            own.forEach(part -> seen.addAll(part.seen()));
            unknowns.put(owner, table.add(sizes, seen, small.getOrDefault(owner, Map.of())));
        }
        for (Map<String, Part> sheet : sheets) {
            Map<Cell, Set<Integer>> sums = new HashMap<>();
            sheet.forEach((owner, part) -> unknowns.getOrDefault(owner, Map.of())
                    .forEach((cell, unknown) -> {
                        if (part.sizes().containsKey(cell)) {
                            sums.computeIfAbsent(cell, any -> new HashSet<>()).add(unknown);
                        }
                    }));
            sums.forEach(table::tells);
        }
        return table;
    }

    private static Map<String, Map<Cell, String>> small(List<Map<String, Part>> sheets) {
        Map<String, Map<Cell, String>> small = new HashMap<>();
        sheets.forEach(sheet -> sheet.forEach((owner, part) -> part.sizes().forEach((cell, pupils) -> {
            if (isSmall(pupils) && !part.seen().contains(cell)) {
                small.computeIfAbsent(owner, any -> new HashMap<>()).put(cell, owner);
            }
        })));
        return small;
    }

    private static Set<String> owners(List<Map<String, Part>> sheets) {
        return sheets.stream().flatMap(sheet -> sheet.keySet().stream()).collect(Collectors.toSet());
    }

    /** What an owner brings to some sheets, the fullest first. */
    private static List<Part> parts(List<Map<String, Part>> sheets, String owner) {
        return sheets.stream()
                .map(sheet -> sheet.get(owner))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Part::pupils).reversed())
                .toList();
    }

    /** All year groups first, then each by its size; of these all pupils first, then the groups by theirs. */
    private List<Cell> order(List<Map<String, Part>> sheets) {
        Map<Cell, Integer> sizes = new HashMap<>();
        for (Map<String, Part> sheet : sheets) {
            Map<Cell, Integer> sums = new HashMap<>();
            sheet.values()
                    .forEach(part -> part.sizes().forEach((cell, pupils) -> sums.merge(cell, pupils, Integer::sum)));
            sums.forEach((cell, pupils) -> sizes.merge(cell, pupils, Math::max));
        }
        Comparator<Cell> smallestFirst = Comparator.comparing(
                        (Cell cell) -> cell.cohort().equals(WHOLE))
                .thenComparing(cell -> sizes.getOrDefault(new Cell(cell.cohort(), WHOLE), 0))
                .thenComparing(Cell::cohort)
                .thenComparing(cell -> cell.group().equals(WHOLE))
                .thenComparing(cell -> sizes.getOrDefault(cell, 0))
                .thenComparing(cell -> position(cell.group()));
        return sizes.keySet().stream().sorted(smallestFirst.reversed()).toList();
    }

    private static boolean isSmall(int pupils) {
        return pupils >= 1 && pupils <= THRESHOLD;
    }

    private int position(String group) {
        Group known = groups.get(group);
        return known == null ? 0 : known.position();
    }

    private String breakdown(String group) {
        Group known = groups.get(group);
        return known == null ? group : known.breakdown();
    }
}
