package org.uplift.outcome;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A system of linear equations with known right-hand sides, of which only one thing is asked: the unknowns that have a single
 * solution. It is solved by elimination modulo a large prime, which is exact for sums and differences of cells.
 */
final class Equations {
    private static final long PRIME = 2_147_483_647L;

    /** Rows by their leading unknown; no other row has that unknown. */
    private final Map<Integer, TreeMap<Integer, Long>> rows = new HashMap<>();

    /** Adds an equation, given as the factors of its unknowns. */
    void add(Map<Integer, Integer> factors) {
        TreeMap<Integer, Long> row = new TreeMap<>();
        factors.forEach((unknown, factor) -> row.put(unknown, Math.floorMod((long) factor, PRIME)));
        for (Integer unknown : Set.copyOf(row.keySet())) {
            TreeMap<Integer, Long> known = rows.get(unknown);
            Long factor = row.get(unknown);
            if (known != null && factor != null) {
                subtract(row, known, factor);
            }
        }
        if (row.isEmpty()) {
            return;
        }
        int leading = row.firstKey();
        long inverse = power(row.firstEntry().getValue(), PRIME - 2);
        row.replaceAll((unknown, factor) -> factor * inverse % PRIME);
        rows.values().forEach(other -> {
            Long factor = other.get(leading);
            if (factor != null) {
                subtract(other, row, factor);
            }
        });
        rows.put(leading, row);
    }

    /** The unknowns that have a single solution. */
    Set<Integer> determined() {
        Set<Integer> determined = new HashSet<>();
        rows.forEach((leading, row) -> {
            if (row.size() == 1) {
                determined.add(leading);
            }
        });
        return determined;
    }

    private static void subtract(TreeMap<Integer, Long> row, TreeMap<Integer, Long> other, long times) {
        other.forEach((unknown, factor) -> {
            long left = Math.floorMod(row.getOrDefault(unknown, 0L) - times * factor % PRIME, PRIME);
            if (left == 0) {
                row.remove(unknown);
            } else {
                row.put(unknown, left);
            }
        });
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = result * square % PRIME;
            }
            square = square * square % PRIME;
        }
        return result;
    }
}
