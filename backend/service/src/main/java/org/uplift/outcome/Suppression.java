package org.uplift.outcome;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which cells are hidden from those who may not see pupils. A cell, a group of a cohort, of one to five pupils is; so is the
 * smallest other one of a line wherever the first could be worked out by subtraction: the groups of a breakdown and the whole
 * cohort, the year groups and the whole school, the schools and the trust. The same cells always give the same answer,
 * whatever was asked for.
 */
final class Suppression {
    /** Cells up to this size are hidden. */
    static final int THRESHOLD = 5;

    static final String WHOLE = "ALL";

    /** A group of the code list: the breakdown that it belongs to and its place in the list. */
    record Group(String code, String breakdown, int position) {}

    /** A group of a cohort. */
    record Cell(String cohort, String group) {}

    /** A cell of a school, of the trust, or of the schools that the reader does not see. */
    private record Place(String owner, Cell cell) {}

    /** What adds up to a total. Without a total among the cells, the sum is known otherwise. */
    private record Line(@Nullable Place total, List<Place> parts, int remainder) {}

    private static final String TRUST = "trust";
    private static final String OTHERS = "others";

    private final Map<String, Group> groups = new LinkedHashMap<>();

    Suppression(List<Group> groups) {
        groups.stream()
                .sorted(Comparator.comparing(Group::position))
                .forEach(group -> this.groups.put(group.code(), group));
    }

    /**
     * The groups of one cohort to hide.
     *
     * @param sizes pupils by group, among them the whole cohort; groups without pupils may be absent
     */
    Set<String> hidden(Map<String, Integer> sizes) {
        Map<Cell, Integer> cells = new HashMap<>();
        sizes.forEach((group, size) -> cells.put(new Cell(WHOLE, group), size));
        return hidden(cells, Set.of()).stream().map(Cell::group).collect(Collectors.toSet());
    }

    /**
     * The cells of a school to hide.
     *
     * @param sizes pupils by cell; empty ones may be absent
     * @param already cells that are hidden for another reason
     */
    Set<Cell> hidden(Map<Cell, Integer> sizes, Set<Cell> already) {
        Table table = new Table();
        sizes.forEach((cell, size) -> table.put(new Place("", cell), size, already.contains(cell)));
        table.addLinesOf("");
        table.protect(place -> true);
        return table.hiddenOf("");
    }

    /**
     * The cells of the trust to hide.
     *
     * @param schools pupils by cell, of the schools that the reader sees
     * @param hidden which of their cells the reader does not see
     * @param others pupils by cell, of the schools that the reader does not see, together
     * @param already cells of the trust that are hidden for another reason
     */
    Set<Cell> hiddenOfTrust(
            Map<Integer, Map<Cell, Integer>> schools,
            Map<Integer, Set<Cell>> hidden,
            Map<Cell, Integer> others,
            Set<Cell> already) {
        Table table = new Table();
        Map<Cell, Integer> sums = new HashMap<>(others);
        new TreeMap<>(schools).forEach((urn, cells) -> {
            cells.forEach((cell, size) -> {
                table.put(
                        new Place(urn.toString(), cell),
                        size,
                        hidden.getOrDefault(urn, Set.of()).contains(cell));
                sums.merge(cell, size, Integer::sum);
            });
            table.addLinesOf(urn.toString());
        });
        others.forEach((cell, size) -> table.put(new Place(OTHERS, cell), size, true));
        table.addLinesOf(OTHERS);
        sums.forEach((cell, size) -> table.put(new Place(TRUST, cell), size, already.contains(cell)));
        table.addLinesOf(TRUST);
        table.addLinesAcross();
        table.protect(place -> place.owner().equals(TRUST));
        return table.hiddenOf(TRUST);
    }

    private static boolean isSmall(int size) {
        return size >= 1 && size <= THRESHOLD;
    }

    /** Cells, the lines in which they add up, and which of them are hidden. */
    private final class Table {
        private final Map<Place, Integer> sizes = new TreeMap<>(Comparator.comparing(Place::owner)
                .thenComparing(place -> place.cell().cohort())
                .thenComparing(place -> position(place.cell().group())));
        private final Set<Place> hidden = new HashSet<>();
        private final List<Line> lines = new ArrayList<>();

        void put(Place place, int size, boolean hide) {
            if (size > 0) {
                sizes.put(place, size);
                if (hide || isSmall(size) && !place.owner().equals(OTHERS)) {
                    hidden.add(place);
                }
            }
        }

        Set<Cell> hiddenOf(String owner) {
            return hidden.stream()
                    .filter(place -> place.owner().equals(owner))
                    .map(Place::cell)
                    .collect(Collectors.toSet());
        }

        /** The breakdowns of each cohort, and the year groups of each group. */
        void addLinesOf(String owner) {
            List<Place> own = sizes.keySet().stream()
                    .filter(place -> place.owner().equals(owner))
                    .toList();
            own.stream().map(place -> place.cell().cohort()).distinct().forEach(cohort -> {
                List<List<Place>> breakdowns = List.copyOf(own.stream()
                        .filter(place -> place.cell().cohort().equals(cohort)
                                && !place.cell().group().equals(WHOLE))
                        .collect(Collectors.groupingBy(
                                place -> breakdown(place.cell().group()), LinkedHashMap::new, Collectors.toList()))
                        .values());
                int most = breakdowns.stream().mapToInt(this::sum).max().orElse(0);
                breakdowns.forEach(parts -> addLine(new Place(owner, new Cell(cohort, WHOLE)), parts, most));
            });
            own.stream().map(place -> place.cell().group()).distinct().forEach(group -> {
                Place total = new Place(owner, new Cell(WHOLE, group));
                if (sizes.containsKey(total)) {
                    addLine(
                            total,
                            own.stream()
                                    .filter(place -> place.cell().group().equals(group)
                                            && !place.cell().cohort().equals(WHOLE))
                                    .toList(),
                            0);
                }
            });
        }

        /** The schools of each cell of the trust. */
        void addLinesAcross() {
            Map<Cell, List<Place>> schools = sizes.keySet().stream()
                    .filter(place -> !place.owner().equals(TRUST))
                    .collect(Collectors.groupingBy(Place::cell, LinkedHashMap::new, Collectors.toList()));
            schools.forEach((cell, parts) -> addLine(new Place(TRUST, cell), parts, 0));
        }

        private void addLine(Place total, List<Place> parts, int otherwise) {
            Integer known = sizes.get(total);
            if (!parts.isEmpty()) {
                int whole = known == null ? otherwise : known;
                lines.add(new Line(known == null ? null : total, parts, Math.max(0, whole - sum(parts))));
            }
        }

        private int sum(List<Place> places) {
            return places.stream()
                    .mapToInt(place -> java.util.Objects.requireNonNull(sizes.get(place)))
                    .sum();
        }

        /** Hides more until nothing that is hidden can be worked out. */
        void protect(Predicate<Place> mayHide) {
            Optional<Place> next;
            do {
                next = lines.stream()
                        .filter(this::tells)
                        .flatMap(line -> smallestShown(Stream.of(line), mayHide).stream())
                        .findFirst()
                        .or(() -> determined().stream()
                                .map(place -> smallestShown(
                                                lines.stream()
                                                        .filter(line ->
                                                                line.parts().contains(place)
                                                                        || place.equals(line.total())),
                                                mayHide)
                                        .or(() -> smallestShown(lines.stream(), mayHide)))
                                .flatMap(Optional::stream)
                                .findFirst());
                next.ifPresent(hidden::add);
            } while (next.isPresent());
        }

        /** Whether a line by itself tells of a cell that is hidden, or of a few pupils whom no cell names. */
        private boolean tells(Line line) {
            List<Place> unknown = line.parts().stream().filter(hidden::contains).toList();
            int count = unknown.size() + (line.remainder() > 0 ? 1 : 0);
            if (line.total() != null && hidden.contains(line.total())) {
                return count == 0;
            }
            boolean single = count == 1
                    && unknown.size() == 1
                    && !unknown.getFirst().owner().equals(OTHERS);
            return single || isSmall(sum(unknown) + line.remainder());
        }

        /** The smallest part that is shown; the total only where no part is. */
        private Optional<Place> smallestShown(Stream<Line> of, Predicate<Place> mayHide) {
            List<Line> among = of.toList();
            Predicate<Place> shown = place -> !hidden.contains(place) && mayHide.test(place);
            return among.stream()
                    .flatMap(line -> line.parts().stream())
                    .filter(shown)
                    .min(Comparator.comparing((Place place) -> java.util.Objects.requireNonNull(sizes.get(place)))
                            .thenComparing(place -> position(place.cell().group()))
                            .thenComparing(place -> place.cell().cohort()))
                    .or(() -> among.stream()
                            .map(Line::total)
                            .filter(java.util.Objects::nonNull)
                            .filter(shown)
                            .findFirst());
        }

        /** The hidden cells that all lines together leave one value for: what a system of equations says of them. */
        private List<Place> determined() {
            Map<Object, Integer> unknowns = new HashMap<>();
            Equations equations = new Equations();
            for (Line line : lines) {
                Map<Integer, Integer> terms = new HashMap<>();
                line.parts().stream().filter(hidden::contains).forEach(part -> terms.put(number(unknowns, part), 1));
                if (line.remainder() > 0) {
                    terms.put(number(unknowns, line), 1);
                }
                if (line.total() != null && hidden.contains(line.total())) {
                    terms.put(number(unknowns, line.total()), -1);
                }
                equations.add(terms);
            }
            Set<Integer> solved = equations.determined();
            return sizes.keySet().stream()
                    .filter(place -> hidden.contains(place) && !place.owner().equals(OTHERS))
                    .filter(place -> unknowns.containsKey(place) && solved.contains(unknowns.get(place)))
                    .toList();
        }

        private static int number(Map<Object, Integer> unknowns, Object unknown) {
            return unknowns.computeIfAbsent(unknown, any -> unknowns.size());
        }
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
