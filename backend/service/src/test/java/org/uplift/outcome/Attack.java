package org.uplift.outcome;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What follows from known sums of unknown numbers of pupils, none of which is negative: solved exactly, unlike {@link Equations}.
 * A number is found out when all numbers that fit agree in it; of any other, two tables that fit and differ in it are shown.
 */
final class Attack {
    private final Map<Object, Integer> pupils = new LinkedHashMap<>();
    private final List<Map<Object, Integer>> sums = new ArrayList<>();
    private @Nullable List<BigInteger[]> solved;

    /** There is an unknown number. How many it is serves to check that what fits does fit. */
    void unknown(Object name, int size) {
        pupils.put(name, size);
    }

    /** What some numbers come to, each times its factor, is known. Those that are not unknown are known by themselves. */
    void knows(Map<?, Integer> sum) {
        Map<Object, Integer> terms = new HashMap<>(sum);
        terms.keySet().retainAll(pupils.keySet());
        sums.add(terms);
    }

    int size(Object name) {
        return pupils.getOrDefault(name, 0);
    }

    /** The unknown numbers that are found out. */
    List<Object> found() {
        return pupils.keySet().stream().filter(this::finds).toList();
    }

    boolean finds(Object name) {
        if (!pupils.containsKey(name)) {
            return true;
        }
        Optional<BigInteger[]> change = change(List.copyOf(pupils.keySet()).indexOf(name));
        change.ifPresent(this::checkThatItFits);
        return change.isEmpty();
    }

    /** So many times these pupils and the change, which is smaller than that, are as many pupils of every sum: none negative. */
    private void checkThatItFits(BigInteger[] change) {
        List<Object> names = List.copyOf(pupils.keySet());
        for (Map<Object, Integer> sum : sums) {
            BigInteger total = sum.entrySet().stream()
                    .map(term -> change[names.indexOf(term.getKey())].multiply(BigInteger.valueOf(term.getValue())))
                    .reduce(BigInteger.ZERO, BigInteger::add);
            if (total.signum() != 0) {
                throw new AssertionError(sum + " is not kept");
            }
        }
        if (pupils.values().stream().anyMatch(size -> size < 1)) {
            throw new AssertionError("a number could fall below nothing");
        }
    }

    /** A change of the numbers that leaves all sums as they are, and not the number of a column. */
    private Optional<BigInteger[]> change(int column) {
        List<BigInteger[]> rows = solved == null ? solve() : solved;
        solved = rows;
        List<Integer> leading = rows.stream().map(Attack::leading).toList();
        return Stream.iterate(0, at -> at < pupils.size(), at -> at + 1)
                .filter(free -> !leading.contains(free))
                .filter(free -> free == column
                        || leading.contains(column) && rows.get(leading.indexOf(column))[free].signum() != 0)
                .findFirst()
                .map(free -> change(rows, leading, free));
    }

    private BigInteger[] change(List<BigInteger[]> rows, List<Integer> leading, int free) {
        BigInteger[] change = new BigInteger[pupils.size()];
        Arrays.fill(change, BigInteger.ZERO);
        BigInteger common = BigInteger.ONE;
        for (int at = 0; at < rows.size(); at++) {
            BigInteger own = rows.get(at)[leading.get(at)].abs();
            common = common.multiply(own).divide(common.gcd(own));
        }
        change[free] = common;
        for (int at = 0; at < rows.size(); at++) {
            BigInteger[] row = rows.get(at);
            change[leading.get(at)] =
                    row[free].multiply(common).divide(row[leading.get(at)]).negate();
        }
        return change;
    }

    /** Gauss and Jordan, without fractions. */
    private List<BigInteger[]> solve() {
        List<Object> names = List.copyOf(pupils.keySet());
        Map<Object, Integer> columns = new HashMap<>();
        names.forEach(name -> columns.put(name, columns.size()));
        List<BigInteger[]> rows = new ArrayList<>();
        for (Map<Object, Integer> sum : sums) {
            BigInteger[] row = new BigInteger[names.size()];
            Arrays.fill(row, BigInteger.ZERO);
            sum.forEach((name, factor) -> row[columns.get(name)] = BigInteger.valueOf(factor));
            for (BigInteger[] other : rows) {
                eliminate(row, other);
            }
            if (leading(row) < row.length) {
                rows.forEach(other -> eliminate(other, row));
                rows.add(row);
            }
        }
        return rows;
    }

    private static int leading(BigInteger[] row) {
        int at = 0;
        while (at < row.length && row[at].signum() == 0) {
            at++;
        }
        return at;
    }

    private static void eliminate(BigInteger[] row, BigInteger[] other) {
        int at = leading(other);
        BigInteger factor = row[at];
        if (factor.signum() == 0) {
            return;
        }
        BigInteger divisor = BigInteger.ZERO;
        for (int each = 0; each < row.length; each++) {
            row[each] = row[each].multiply(other[at]).subtract(other[each].multiply(factor));
            divisor = divisor.gcd(row[each]);
        }
        if (divisor.signum() != 0) {
            for (int each = 0; each < row.length; each++) {
                row[each] = row[each].divide(divisor);
            }
        }
    }
}
