package org.uplift.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    private static final int THRESHOLD = 5;

    /** A group of pupils in a breakdown, and how many they are. */
    private record Cell(String group, String breakdown, int pupils) {}

    @Test
    void largeGroupsAreShown() {
        assertEquals(Set.of(), hidden(all(30), sex("MALE", 15), sex("FEMALE", 15)));
    }

    @Test
    void aSmallGroupTakesTheOnlyOtherOneWithIt() {
        assertEquals(Set.of("MALE", "FEMALE"), hidden(all(30), sex("MALE", 27), sex("FEMALE", 3)));
    }

    @Test
    void theSmallestOtherGroupIsTaken() {
        assertEquals(
                Set.of("EHCP", "SEN_SUPPORT"),
                hidden(all(30), sen("NO_SEN", 20), sen("SEN_SUPPORT", 8), sen("EHCP", 2)));
    }

    @Test
    void twoSmallGroupsThatAreSmallTogetherTakeAThird() {
        assertEquals(
                Set.of("EHCP", "SEN_SUPPORT", "NO_SEN"),
                hidden(all(24), sen("NO_SEN", 20), sen("SEN_SUPPORT", 2), sen("EHCP", 2)));
        assertEquals(
                Set.of("EHCP", "SEN_SUPPORT"),
                hidden(all(28), sen("NO_SEN", 20), sen("SEN_SUPPORT", 4), sen("EHCP", 4)));
    }

    @Test
    void ofGroupsOfOneSizeTheFirstOfTheListIsTaken() {
        Cell low = new Cell("PRIOR_LOW", "PRIOR", 3);
        Cell middle = new Cell("PRIOR_MIDDLE", "PRIOR", 10);
        Cell high = new Cell("PRIOR_HIGH", "PRIOR", 10);
        assertEquals(Set.of("PRIOR_LOW", "PRIOR_MIDDLE"), hidden(all(23), low, middle, high));
    }

    @Test
    void pupilsWhomNoGroupNamesAreAGroup() {
        assertEquals(Set.of("MOBILE"), hidden(all(30), new Cell("MOBILE", "MOBILITY", 27)));
        assertEquals(Set.of(), hidden(all(30), new Cell("MOBILE", "MOBILITY", 20)));
        assertEquals(Set.of("LOOKED_AFTER"), hidden(all(30), new Cell("LOOKED_AFTER", "CARE", 2)));
    }

    @Test
    void aSmallCohortIsHiddenWhole() {
        assertEquals(Set.of("ALL", "MALE", "FEMALE"), hidden(all(4), sex("MALE", 3), sex("FEMALE", 1)));
    }

    @Test
    void anEmptyGroupTellsNothing() {
        assertEquals(Set.of(), hidden(all(30), sex("MALE", 30), sex("FEMALE", 0)));
    }

    /** Boys and girls are not both shown, and neither are both languages beside the boys. */
    @Test
    void withoutAllPupilsABreakdownTellsHowManyThereAre() {
        assertEquals(
                Set.of("FEMALE", "EAL"),
                hidden(
                        sex("MALE", 27),
                        sex("FEMALE", 3),
                        new Cell("EAL", "LANGUAGE", 10),
                        new Cell("NOT_EAL", "LANGUAGE", 20)));
    }

    @Property
    void smallGroupsAreHidden(@ForAll("cohorts") List<Cell> cells) {
        Set<String> hidden = hidden(cells, cells);
        for (Cell cell : cells) {
            if (cell.pupils() >= 1 && cell.pupils() <= THRESHOLD) {
                assertTrue(hidden.contains(cell.group()), cell + " is shown");
            }
        }
    }

    /** Whoever knows that a hidden group has at least one pupil finds at least two sizes for each that fit what is shown. */
    @Property
    void noHiddenGroupCanBeWorkedOut(@ForAll("cohorts") List<Cell> cells) {
        Set<String> hidden = hidden(cells, cells);
        int everyone = cells.getFirst().pupils();
        if (hidden.contains("ALL")) {
            return;
        }
        breakdowns(cells).values().forEach(parts -> {
            List<Cell> kept =
                    parts.stream().filter(part -> hidden.contains(part.group())).toList();
            int rest = everyone
                    - parts.stream()
                            .filter(part -> !hidden.contains(part.group()))
                            .mapToInt(Cell::pupils)
                            .sum();
            int named = parts.stream().mapToInt(Cell::pupils).sum();
            int groups = kept.size() + (named < everyone ? 1 : 0);
            if (!kept.isEmpty()) {
                assertTrue(rest > THRESHOLD, "Subtraction tells of " + rest + " pupils: " + parts + " hide " + hidden);
                fits(groups, rest)
                        .forEach(sizes -> assertTrue(
                                sizes.size() > 1, "Subtraction tells the size: " + parts + " hide " + hidden));
            } else if (named < everyone) {
                assertTrue(rest > THRESHOLD, "Subtraction tells of the " + rest + " pupils of no group: " + parts);
            }
        });
    }

    @Property
    void theOrderOfTheGroupsMakesNoDifference(@ForAll("cohorts") List<Cell> cells) {
        assertEquals(hidden(cells, cells), hidden(cells, cells.reversed()));
    }

    @Property
    void nothingIsHiddenWithoutASmallGroup(@ForAll("cohorts") List<Cell> cells) {
        int everyone = cells.getFirst().pupils();
        boolean allLarge = cells.stream().allMatch(cell -> cell.pupils() == 0 || cell.pupils() > THRESHOLD)
                && breakdowns(cells).values().stream()
                        .mapToInt(parts ->
                                everyone - parts.stream().mapToInt(Cell::pupils).sum())
                        .allMatch(unnamed -> unnamed == 0 || unnamed > THRESHOLD);
        assertEquals(allLarge, hidden(cells, cells).isEmpty());
    }

    /** The sizes that each of some groups can have when together they have this many pupils and none is empty. */
    private static List<Set<Integer>> fits(int groups, int pupils) {
        List<Set<Integer>> sizes = Stream.generate(() -> (Set<Integer>) new HashSet<Integer>())
                .limit(groups)
                .collect(Collectors.toCollection(ArrayList::new));
        spread(new ArrayList<>(), groups, pupils, sizes);
        return sizes;
    }

    private static void spread(List<Integer> taken, int groups, int left, List<Set<Integer>> sizes) {
        if (taken.size() == groups) {
            if (left == 0) {
                for (int at = 0; at < groups; at++) {
                    sizes.get(at).add(taken.get(at));
                }
            }
            return;
        }
        for (int size = 1; size <= left; size++) {
            List<Integer> next = new ArrayList<>(taken);
            next.add(size);
            spread(next, groups, left - size, sizes);
        }
    }

    private static Map<String, List<Cell>> breakdowns(List<Cell> cells) {
        return cells.stream().skip(1).collect(Collectors.groupingBy(Cell::breakdown));
    }

    /** All pupils first, then breakdowns into up to four parts, with or without pupils whom no part names. */
    @Provide
    static Arbitrary<List<Cell>> cohorts() {
        Arbitrary<List<Integer>> parts =
                Arbitraries.integers().between(0, 14).list().ofMinSize(1).ofMaxSize(4);
        return parts.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(breakdowns -> Arbitraries.of(0, 0, 0, 1, 5, 6, 20).map(more -> cells(breakdowns, more)));
    }

    private static List<Cell> cells(List<List<Integer>> breakdowns, int more) {
        int everyone = more
                + breakdowns.stream()
                        .mapToInt(parts ->
                                parts.stream().mapToInt(Integer::intValue).sum())
                        .max()
                        .orElse(0);
        List<Cell> cells = new ArrayList<>(List.of(all(everyone)));
        for (int at = 0; at < breakdowns.size(); at++) {
            for (int part = 0; part < breakdowns.get(at).size(); part++) {
                cells.add(new Cell("G" + at + part, "B" + at, breakdowns.get(at).get(part)));
            }
        }
        return cells;
    }

    private static Set<String> hidden(Cell... cells) {
        return hidden(List.of(cells), List.of(cells));
    }

    /** What is hidden of cells, with the code list in the order of the first and the sizes in that of the second. */
    private static Set<String> hidden(List<Cell> listed, List<Cell> sizes) {
        List<Suppression.Group> groups = IntStream.range(0, listed.size())
                .mapToObj(at -> new Suppression.Group(
                        listed.get(at).group(), listed.get(at).breakdown(), at))
                .toList();
        Map<Suppression.Cell, Integer> pupils = new LinkedHashMap<>();
        sizes.forEach(cell -> pupils.put(new Suppression.Cell("ALL", cell.group()), cell.pupils()));
        return new Suppression(groups)
                .hidden(List.of(pupils), Set.of()).stream()
                        .map(Suppression.Cell::group)
                        .collect(Collectors.toSet());
    }

    private static Cell all(int size) {
        return new Cell("ALL", "ALL", size);
    }

    private static Cell sex(String group, int size) {
        return new Cell(group, "SEX", size);
    }

    private static Cell sen(String group, int size) {
        return new Cell(group, "SEN", size);
    }
}
