package org.uplift.outcome;

import static org.uplift.outcome.Suppression.WHOLE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.outcome.Suppression.Cell;

/** Cells that add up, what is known of them, and what may not be found out. Cells are shown one after another. */
final class Table {
    /** Which sums are secret, beside the secret cells themselves. */
    interface Secrecy {
        /**
         * Whether nobody may find out what secret cells of a line that belong together, and the pupils of the line whom no cell
         * names, come to.
         */
        boolean covers(int pupils, int unnamed);
    }

    private final UnaryOperator<String> breakdowns;
    private final Secrecy secrecy;
    private final List<Map<Integer, Integer>> lines = new ArrayList<>();
    private final Map<Cell, Set<Map<Integer, Integer>>> told = new HashMap<>();
    private final Set<Integer> secrets = new HashSet<>();
    private @Nullable Equations known;
    private Equations next = Equations.NONE;
    private int unknowns;

    /** @param breakdowns the breakdown that a group belongs to */
    Table(UnaryOperator<String> breakdowns, Secrecy secrecy) {
        this.breakdowns = breakdowns;
        this.secrecy = secrecy;
    }

    /**
     * Adds the cells of a school, or of several together.
     *
     * @param sizes pupils by cell
     * @param seen cells that are known anyway
     * @param secret cells that may not be found out, each with what it belongs to: what several in a line that belong together
     *     come to may not be found out either
     * @return the other cells, each as an unknown
     */
    Map<Cell, Integer> add(Map<Cell, Integer> sizes, Set<Cell> seen, Map<Cell, ?> secret) {
        Map<Cell, Integer> own = new HashMap<>();
        sizes.keySet().stream().filter(cell -> !seen.contains(cell)).forEach(cell -> own.put(cell, unknowns++));
        secret.keySet().stream().map(own::get).filter(Objects::nonNull).forEach(secrets::add);
        if (!own.isEmpty()) {
            new Lines(sizes, own, secret).add();
        }
        return own;
    }

    /** Says that to show a cell tells what some unknowns come to. */
    void tells(Cell cell, Collection<Integer> sum) {
        told.computeIfAbsent(cell, any -> new HashSet<>())
                .add(sum.stream().collect(Collectors.toMap(unknown -> unknown, any -> 1)));
    }

    /** Whether nothing secret would be found out if a cell were shown beside those that are. */
    boolean mayShow(Cell cell) {
        if (known == null) {
            known = Equations.NONE.with(lines);
            secrets.removeAll(known.determined());
        }
        if (secrets.isEmpty()) {
            return true;
        }
        next = known.with(told.getOrDefault(cell, Set.of()));
        return Collections.disjoint(next.determined(), secrets);
    }

    /** Shows the cell that was asked about last. */
    void show() {
        if (!secrets.isEmpty()) {
            known = next;
        }
    }

    /** The lines in which some cells add up: the breakdowns of each cohort, and the year groups of each group. */
    private final class Lines {
        private final Map<Cell, Integer> sizes;
        private final Map<Cell, Integer> own;
        private final Map<Cell, ?> secret;

        Lines(Map<Cell, Integer> sizes, Map<Cell, Integer> own, Map<Cell, ?> secret) {
            this.sizes = sizes;
            this.own = own;
            this.secret = secret;
        }

        void add() {
            sizes.keySet().stream().collect(Collectors.groupingBy(Cell::cohort)).forEach((cohort, cells) -> {
                Cell total = new Cell(cohort, WHOLE);
                Collection<List<Cell>> parts = cells.stream()
                        .filter(cell -> !cell.equals(total))
                        .collect(Collectors.groupingBy(cell -> breakdowns.apply(cell.group())))
                        .values();
                @Nullable Integer pupils = sizes.get(total);
                if (pupils == null) {
                    int most = parts.stream().mapToInt(this::pupils).max().orElse(0);
                    int unknown = unknowns++;
                    parts.forEach(breakdown -> add(breakdown, most, unknown));
                } else {
                    parts.forEach(breakdown -> add(breakdown, pupils, own.get(total)));
                }
            });
            sizes.keySet().stream().collect(Collectors.groupingBy(Cell::group)).forEach((group, cells) -> {
                Cell total = new Cell(WHOLE, group);
                List<Cell> yearGroups =
                        cells.stream().filter(cell -> !cell.equals(total)).toList();
                @Nullable Integer pupils = sizes.get(total);
                if (pupils != null && !yearGroups.isEmpty()) {
                    add(yearGroups, pupils, own.get(total));
                }
            });
        }

        /** @param total what the line comes to, where that is unknown */
        private void add(List<Cell> parts, int whole, @Nullable Integer total) {
            Map<Integer, Integer> line = terms(parts);
            Map<Integer, Integer> nameless = new HashMap<>();
            int unnamed = Math.max(0, whole - pupils(parts));
            if (unnamed > 0) {
                if (secrecy.covers(0, unnamed)) {
                    secrets.add(unknowns);
                }
                nameless.put(unknowns++, 1);
                line.putAll(nameless);
            }
            if (total != null) {
                line.put(total, -1);
            }
            lines.add(line);
            parts.stream().filter(secret::containsKey).collect(Collectors.groupingBy(secret::get)).values().stream()
                    .filter(few -> secrecy.covers(pupils(few), unnamed))
                    .forEach(few -> {
                        Map<Integer, Integer> together = terms(few);
                        together.putAll(nameless);
                        if (together.size() > 1) {
                            secrets.add(unknowns);
                            together.put(unknowns++, -1);
                            lines.add(together);
                        }
                    });
        }

        private Map<Integer, Integer> terms(List<Cell> cells) {
            Map<Integer, Integer> terms = new HashMap<>();
            cells.stream().map(own::get).filter(Objects::nonNull).forEach(unknown -> terms.put(unknown, 1));
            return terms;
        }

        private int pupils(List<Cell> cells) {
            return cells.stream().mapToInt(cell -> sizes.getOrDefault(cell, 0)).sum();
        }
    }
}
