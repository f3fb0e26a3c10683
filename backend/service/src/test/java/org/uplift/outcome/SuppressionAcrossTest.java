package org.uplift.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.uplift.outcome.Suppression.Cell;
import org.uplift.outcome.Suppression.Group;

/** A reader who may see no pupils, and who subtracts whatever they can get, finds no hidden cell. */
class SuppressionAcrossTest {
    private static final int THRESHOLD = 5;
    private static final String NAMELESS = "NAMELESS";
    private static final List<String> COHORTS = List.of("4", "5", "6");
    private static final List<String> GROUPS = List.of("NO_SEN", "SEN_SUPPORT", "EHCP");

    private final Suppression suppression = new Suppression(List.of(
            new Group("ALL", "all", 1),
            new Group("NO_SEN", "sen", 2),
            new Group("SEN_SUPPORT", "sen", 3),
            new Group("EHCP", "sen", 4)));

    /** Everything that adds up: pupils by owner, cohort and group; the trust is the owner 0. */
    private record Known(Map<List<Object>, Integer> pupils, Set<List<Object>> shown) {}

    @Test
    void aYearGroupIsNotLeftOverOfTheWholeSchool() {
        Map<Cell, Integer> sizes = Map.of(
                new Cell("ALL", "ALL"), 50,
                new Cell("4", "ALL"), 20,
                new Cell("5", "ALL"), 26,
                new Cell("6", "ALL"), 4);
        assertEquals(Set.of(new Cell("6", "ALL"), new Cell("4", "ALL")), suppression.hidden(sizes, Set.of()));
    }

    @Test
    void oneSmallSchoolIsNotLeftOverOfTheTrust() {
        Cell all = new Cell("6", "ALL");
        Map<Integer, Map<Cell, Integer>> schools = Map.of(1, Map.of(all, 30), 2, Map.of(all, 28), 3, Map.of(all, 4));
        assertEquals(Set.of(all), suppression.hiddenOfTrust(schools, Map.of(3, Set.of(all)), Map.of(), Set.of()));
        assertEquals(
                Set.of(),
                suppression.hiddenOfTrust(
                        Map.of(1, Map.of(all, 30), 2, Map.of(all, 4), 3, Map.of(all, 4)),
                        Map.of(2, Set.of(all), 3, Set.of(all)),
                        Map.of(),
                        Set.of()),
                "two hidden schools with eight pupils cannot be told apart");
    }

    @Test
    void schoolsOutOfSightAreNotLeftOverWhenTheyHaveFewPupils() {
        Cell all = new Cell("6", "ALL");
        Map<Integer, Map<Cell, Integer>> own = Map.of(1, Map.of(all, 30));
        assertEquals(Set.of(all), suppression.hiddenOfTrust(own, Map.of(), Map.of(all, 5), Set.of()));
        assertEquals(Set.of(), suppression.hiddenOfTrust(own, Map.of(), Map.of(all, 60), Set.of()));
    }

    @Property(tries = 500)
    void noCellOfASchoolFollowsFromItsOthers(@ForAll("schools") List<List<List<Integer>>> schools) {
        Map<List<Object>, Integer> pupils = pupils(schools.subList(0, 1));
        Set<Cell> hidden = suppression.hidden(cells(pupils, 1), Set.of());
        cells(pupils, 1)
                .forEach((cell, size) -> assertTrue(
                        size == 0 || size > THRESHOLD || hidden.contains(cell), cell + " with " + size + " is shown"));
        attack(new Known(owned(pupils, 1), shown(pupils, Map.of(1, hidden), Set.of(), false)));
    }

    @Property(tries = 500)
    void noCellFollowsFromTheTrust(@ForAll("schools") List<List<List<Integer>>> schools) {
        Map<List<Object>, Integer> pupils = pupils(schools);
        Map<Integer, Map<Cell, Integer>> sizes = new HashMap<>();
        Map<Integer, Set<Cell>> hidden = new HashMap<>();
        for (int school = 1; school <= schools.size(); school++) {
            sizes.put(school, cells(pupils, school));
            hidden.put(school, suppression.hidden(cells(pupils, school), Set.of()));
        }
        Set<Cell> ofTrust = suppression.hiddenOfTrust(sizes, hidden, Map.of(), Set.of());
        attack(new Known(pupils, shown(pupils, hidden, ofTrust, true)));
    }

    @Property(tries = 200)
    void whoSeesOneSchoolFindsNoCellOfItInTheTrust(@ForAll("schools") List<List<List<Integer>>> schools) {
        Map<List<Object>, Integer> pupils = pupils(schools);
        Set<Cell> hidden = suppression.hidden(cells(pupils, 1), Set.of());
        Map<Cell, Integer> others = new HashMap<>();
        for (int school = 2; school <= schools.size(); school++) {
            cells(pupils, school).forEach((cell, size) -> others.merge(cell, size, Integer::sum));
        }
        Set<Cell> ofTrust = suppression.hiddenOfTrust(Map.of(1, cells(pupils, 1)), Map.of(1, hidden), others, Set.of());
        others.forEach((cell, size) -> assertFalse(
                size > 0 && size <= THRESHOLD && !hidden.contains(cell) && !ofTrust.contains(cell),
                "the trust less the school tells of " + size + " pupils elsewhere in " + cell));
        Set<List<Object>> shown = new HashSet<>(shown(pupils, Map.of(1, hidden), ofTrust, true));
        shown.removeIf(place -> (int) place.getFirst() > 1);
        attackOn(new Known(pupils, shown), 1);
    }

    @Property(tries = 200)
    void theSameCellsAreHiddenWhateverTheirOrder(@ForAll("schools") List<List<List<Integer>>> schools) {
        Map<Cell, Integer> cells = cells(pupils(schools), 1);
        Map<Cell, Integer> reversed = new LinkedHashMap<>();
        List.copyOf(cells.keySet()).reversed().forEach(cell -> reversed.put(cell, cells.get(cell)));
        assertEquals(suppression.hidden(cells, Set.of()), suppression.hidden(reversed, Set.of()));
    }

    private static void attack(Known known) {
        known.pupils().keySet().stream()
                .map(place -> (int) place.getFirst())
                .distinct()
                .filter(owner -> owner > 0)
                .forEach(owner -> attackOn(known, owner));
    }

    /** Solves every identity for what is not shown; a hidden cell of the school may not have a single solution. */
    private static void attackOn(Known known, int owner) {
        Set<List<Object>> solved = solved(known);
        known.pupils().forEach((place, size) -> {
            if ((int) place.getFirst() == owner
                    && size > 0
                    && !place.contains(NAMELESS)
                    && !known.shown().contains(place)) {
                assertFalse(solved.contains(place), place + " with " + size + " follows from " + known);
            }
        });
    }

    private static Set<List<Object>> solved(Known known) {
        Map<List<Object>, Integer> pupils = known.pupils();
        List<Map<List<Object>, Integer>> identities = new ArrayList<>();
        Set<Integer> owners = new HashSet<>();
        pupils.keySet().forEach(place -> owners.add((Integer) place.getFirst()));
        List<String> cohorts = new ArrayList<>(COHORTS);
        cohorts.add("ALL");
        List<String> parts = new ArrayList<>(GROUPS);
        parts.add(NAMELESS);
        for (int owner : owners) {
            for (String cohort : cohorts) {
                Map<List<Object>, Integer> sum = new HashMap<>(Map.of(List.of(owner, cohort, "ALL"), -1));
                parts.forEach(part -> sum.put(List.of(owner, cohort, part), 1));
                identities.add(sum);
            }
            for (String group : List.of("ALL", "NO_SEN", "SEN_SUPPORT", "EHCP", NAMELESS)) {
                Map<List<Object>, Integer> sum = new HashMap<>(Map.of(List.of(owner, "ALL", group), -1));
                COHORTS.forEach(cohort -> sum.put(List.of(owner, cohort, group), 1));
                identities.add(sum);
            }
        }
        if (owners.contains(0)) {
            for (String cohort : cohorts) {
                for (String group : List.of("ALL", "NO_SEN", "SEN_SUPPORT", "EHCP", NAMELESS)) {
                    Map<List<Object>, Integer> sum = new HashMap<>(Map.of(List.of(0, cohort, group), -1));
                    owners.stream()
                            .filter(owner -> owner > 0)
                            .forEach(owner -> sum.put(List.of(owner, cohort, group), 1));
                    identities.add(sum);
                }
            }
        }
        Map<List<Object>, Integer> columns = new HashMap<>();
        List<BigInteger[]> rows = new ArrayList<>();
        pupils.forEach((place, size) -> {
            if (size > 0 && !known.shown().contains(place)) {
                columns.put(place, columns.size());
            }
        });
        for (Map<List<Object>, Integer> identity : identities) {
            BigInteger[] row = new BigInteger[columns.size()];
            java.util.Arrays.fill(row, BigInteger.ZERO);
            identity.forEach((place, factor) -> {
                Integer column = columns.get(place);
                if (column != null) {
                    row[column] = BigInteger.valueOf(factor);
                }
            });
            rows.add(row);
        }
        eliminate(rows, columns.size());
        Set<List<Object>> solved = new HashSet<>();
        columns.forEach((place, column) -> {
            if (rows.stream()
                    .anyMatch(row -> row[column].signum() != 0
                            && java.util.Arrays.stream(row)
                                            .filter(factor -> factor.signum() != 0)
                                            .count()
                                    == 1)) {
                solved.add(place);
            }
        });
        return solved;
    }

    /** Gauss and Jordan, without fractions. */
    private static void eliminate(List<BigInteger[]> rows, int columns) {
        int top = 0;
        for (int column = 0; column < columns && top < rows.size(); column++) {
            int pivot = top;
            while (pivot < rows.size() && rows.get(pivot)[column].signum() == 0) {
                pivot++;
            }
            if (pivot == rows.size()) {
                continue;
            }
            BigInteger[] leading = rows.get(pivot);
            rows.set(pivot, rows.get(top));
            rows.set(top, leading);
            for (int at = 0; at < rows.size(); at++) {
                BigInteger[] row = rows.get(at);
                BigInteger factor = row[column];
                if (at == top || factor.signum() == 0) {
                    continue;
                }
                BigInteger divisor = BigInteger.ZERO;
                for (int each = 0; each < columns; each++) {
                    row[each] = row[each].multiply(leading[column]).subtract(leading[each].multiply(factor));
                    divisor = divisor.gcd(row[each]);
                }
                if (divisor.signum() != 0) {
                    for (int each = 0; each < columns; each++) {
                        row[each] = row[each].divide(divisor);
                    }
                }
            }
            top++;
        }
    }

    private static Set<List<Object>> shown(
            Map<List<Object>, Integer> pupils, Map<Integer, Set<Cell>> hidden, Set<Cell> ofTrust, boolean withTrust) {
        Set<List<Object>> shown = new HashSet<>();
        pupils.keySet().forEach(place -> {
            int owner = (int) place.getFirst();
            Cell cell = new Cell((String) place.get(1), (String) place.get(2));
            boolean kept = owner == 0
                    ? withTrust && !ofTrust.contains(cell)
                    : !hidden.getOrDefault(owner, Set.of()).contains(cell);
            if (kept && !place.contains(NAMELESS)) {
                shown.add(place);
            }
        });
        return shown;
    }

    private static Map<List<Object>, Integer> owned(Map<List<Object>, Integer> pupils, int owner) {
        Map<List<Object>, Integer> own = new HashMap<>(pupils);
        own.keySet().removeIf(place -> (int) place.getFirst() != owner);
        return own;
    }

    private static Map<Cell, Integer> cells(Map<List<Object>, Integer> pupils, int owner) {
        Map<Cell, Integer> cells = new LinkedHashMap<>();
        new TreeMap<String, List<Object>>(pupils.keySet().stream()
                        .filter(place -> (int) place.getFirst() == owner && !place.contains(NAMELESS))
                        .collect(java.util.stream.Collectors.toMap(Object::toString, place -> place)))
                .values()
                .forEach(place -> cells.put(new Cell((String) place.get(1), (String) place.get(2)), pupils.get(place)));
        return cells;
    }

    /** All sums of the pupils of schools by year group and group, the last of which has no name. */
    private static Map<List<Object>, Integer> pupils(List<List<List<Integer>>> schools) {
        Map<List<Object>, Integer> pupils = new HashMap<>();
        for (int school = 0; school < schools.size(); school++) {
            for (int cohort = 0; cohort < COHORTS.size(); cohort++) {
                for (int group = 0; group <= GROUPS.size(); group++) {
                    int size = schools.get(school).get(cohort).get(group);
                    String name = group == GROUPS.size() ? NAMELESS : GROUPS.get(group);
                    for (int owner : new int[] {0, school + 1}) {
                        for (String ofCohort : List.of(COHORTS.get(cohort), "ALL")) {
                            for (String ofGroup : List.of(name, "ALL")) {
                                pupils.merge(List.of(owner, ofCohort, ofGroup), size, Integer::sum);
                            }
                        }
                    }
                }
            }
        }
        return pupils;
    }

    @Provide
    static Arbitrary<List<List<List<Integer>>>> schools() {
        Arbitrary<Integer> large = Arbitraries.integers().between(6, 30);
        Arbitrary<Integer> any = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, large),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 7)));
        Arbitrary<Integer> nameless = Arbitraries.of(0, 0, 0, 2, 9);
        Arbitrary<List<Integer>> cohort = any.list()
                .ofSize(GROUPS.size())
                .flatMap(named -> nameless.map(more -> {
                    List<Integer> sizes = new ArrayList<>(named);
                    sizes.add(more);
                    return sizes;
                }));
        return cohort.list().ofSize(COHORTS.size()).list().ofMinSize(2).ofMaxSize(4);
    }
}
