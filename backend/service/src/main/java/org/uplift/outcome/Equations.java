package org.uplift.outcome;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A system of linear equations with known right-hand sides, of which only one thing is asked: the unknowns that have a single
 * solution. It is solved by elimination modulo a large prime, which is exact for sums and differences of cells.
 */
final class Equations {
    private static final long PRIME = 2_147_483_647L;

    static final Equations NONE = new Equations(Map.of());

    /** An equation: its unknowns in ascending order, and their factors. */
    private record Row(int[] unknowns, long[] factors) {
        static Row of(Map<Integer, Integer> terms) {
            int[] unknowns = new TreeSet<>(terms.keySet())
                    .stream().mapToInt(Integer::intValue).toArray();
            long[] factors = new long[unknowns.length];
            for (int at = 0; at < unknowns.length; at++) {
                factors[at] = Math.floorMod((long) terms.getOrDefault(unknowns[at], 0), PRIME);
            }
            return new Row(unknowns, factors);
        }

        int last() {
            return unknowns[unknowns.length - 1];
        }

        long factor(int unknown) {
            int at = java.util.Arrays.binarySearch(unknowns, unknown);
            return at < 0 ? 0 : factors[at];
        }

        Row times(long times) {
            long[] products = new long[factors.length];
            for (int at = 0; at < factors.length; at++) {
                products[at] = factors[at] * times % PRIME;
            }
            return new Row(unknowns, products);
        }

        /** This row less another one so many times; what has become nothing is left out. */
        Row less(Row other, long times) {
            int[] names = new int[unknowns.length + other.unknowns.length];
            long[] left = new long[names.length];
            int length = 0;
            int mine = 0;
            int theirs = 0;
            while (mine < unknowns.length || theirs < other.unknowns.length) {
                int unknown = Math.min(
                        mine < unknowns.length ? unknowns[mine] : Integer.MAX_VALUE,
                        theirs < other.unknowns.length ? other.unknowns[theirs] : Integer.MAX_VALUE);
                long factor = 0;
                if (mine < unknowns.length && unknowns[mine] == unknown) {
                    factor = factors[mine++];
                }
                if (theirs < other.unknowns.length && other.unknowns[theirs] == unknown) {
                    factor = Math.floorMod(factor - times * other.factors[theirs++] % PRIME, PRIME);
                }
                if (factor != 0) {
                    names[length] = unknown;
                    left[length++] = factor;
                }
            }
            return new Row(java.util.Arrays.copyOf(names, length), java.util.Arrays.copyOf(left, length));
        }
    }

    /** Rows by an unknown of theirs, with the factor one, that no other row has. */
    private final Map<Integer, Row> rows;

    private Equations(Map<Integer, Row> rows) {
        this.rows = rows;
    }

    /** This system with some more equations, each given as the factors of its unknowns. */
    Equations with(Collection<Map<Integer, Integer>> more) {
        Map<Integer, Row> next = new HashMap<>(rows);
        more.forEach(terms -> add(next, Row.of(terms)));
        return new Equations(next);
    }

    /** The unknowns that have a single solution. */
    Set<Integer> determined() {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().unknowns().length == 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static void add(Map<Integer, Row> rows, Row more) {
        Row row = more;
        for (int unknown : more.unknowns()) {
            Row known = rows.get(unknown);
            if (known != null) {
                row = row.less(known, row.factor(unknown));
            }
        }
        if (row.unknowns().length == 0) {
            return;
        }
        int own = row.last();
        Row added = row.times(inverse(row.factor(own)));
        for (Map.Entry<Integer, Row> other : List.copyOf(rows.entrySet())) {
            long factor = other.getValue().factor(own);
            if (factor != 0) {
                rows.put(other.getKey(), other.getValue().less(added, factor));
            }
        }
        rows.put(own, added);
    }

    private static long inverse(long factor) {
        long result = 1;
        long square = factor;
        for (long left = PRIME - 2; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = result * square % PRIME;
            }
            square = square * square % PRIME;
        }
        return result;
    }
}
