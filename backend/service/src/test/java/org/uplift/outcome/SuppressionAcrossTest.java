package org.uplift.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.uplift.outcome.Suppression.Cell;
import org.uplift.outcome.Suppression.Group;
import org.uplift.outcome.Suppression.Part;

/** A reader who may see no pupils, or those of one school, finds no hidden cell, however they add and subtract what they get. */
class SuppressionAcrossTest {
    private static final int THRESHOLD = 5;
    private static final String NAMELESS = "NAMELESS";
    private static final List<String> COHORTS = List.of("4", "5", "6");
    private static final List<String> GROUPS = List.of("NO_SEN", "SEN_SUPPORT", "EHCP");
    private static final Cell ALL = new Cell("6", "ALL");

    private final Suppression suppression = new Suppression(List.of(
            new Group("ALL", "all", 1),
            new Group("NO_SEN", "sen", 2),
            new Group("SEN_SUPPORT", "sen", 3),
            new Group("EHCP", "sen", 4)));

    /** The pupils of a school by cohort and group, among them those whom no group names, and all sums of them. */
    private record School(String name, Map<Cell, Integer> pupils) {
        Map<Cell, Integer> cells() {
            Map<Cell, Integer> cells = new LinkedHashMap<>(pupils);
            cells.keySet().removeIf(cell -> cell.group().equals(NAMELESS) || pupils.get(cell) == 0);
            return cells;
        }
    }

    /** Schools, and the terms that each has sent. */
    private record Trust(List<School> schools, List<Set<Integer>> terms) {
        List<Integer> terms(int school) {
            return IntStream.range(0, terms.size())
                    .filter(term -> terms.get(term).contains(school))
                    .boxed()
                    .toList();
        }
    }

    private record Unknown(String owner, Cell cell) {}

    private record OfTrust(Cell cell) {}

    /** What the small cells of a line and the pupils whom it does not name come to. */
    private record Few(String owner, List<Cell> cells) {}

    @Test
    void aYearGroupIsNotLeftOverOfTheWholeSchool() {
        Map<Cell, Integer> sizes = Map.of(
                new Cell("ALL", "ALL"), 50,
                new Cell("4", "ALL"), 20,
                new Cell("5", "ALL"), 26,
                new Cell("6", "ALL"), 4);
        assertEquals(Set.of(ALL, new Cell("4", "ALL")), suppression.hidden(List.of(sizes), Set.of()));
    }

    /** In the second measure nobody with a plan counts: those with support would be left over. */
    @Test
    void aSheetWithoutAGroupHidesMoreInAll() {
        Map<Cell, Integer> first =
                Map.of(ALL, 30, new Cell("6", "NO_SEN"), 20, new Cell("6", "SEN_SUPPORT"), 3, new Cell("6", "EHCP"), 7);
        Map<Cell, Integer> second = Map.of(ALL, 23, new Cell("6", "NO_SEN"), 20, new Cell("6", "SEN_SUPPORT"), 3);
        assertEquals(
                Set.of(new Cell("6", "SEN_SUPPORT"), new Cell("6", "EHCP")),
                suppression.hidden(List.of(first), Set.of()));
        assertEquals(
                Set.of(new Cell("6", "NO_SEN"), new Cell("6", "SEN_SUPPORT")),
                suppression.hidden(List.of(first, second), Set.of()));
    }

    @Test
    void oneSmallSchoolIsNotLeftOverOfTheTrust() {
        assertEquals(Set.of(ALL), ofTrust(Map.of("1", seen(30), "2", seen(28), "3", unseen(4))));
        assertEquals(
                Set.of(),
                ofTrust(Map.of("1", seen(30), "2", unseen(4), "3", unseen(4))),
                "two hidden schools with eight pupils cannot be told apart");
    }

    @Test
    void schoolsOutOfSightAreNotLeftOverWhenTheyHaveFewPupils() {
        assertEquals(Set.of(ALL), ofTrust(Map.of("others", unseen(5))));
        assertEquals(Set.of(), ofTrust(Map.of("others", unseen(60))));
    }

    /** The third school has not sent the second term: both terms together would tell of its four pupils. */
    @Test
    void aSchoolThatIsLateIsNotLeftOverOfTheTermBefore() {
        Map<String, Part> second = Map.of("1", unseen(4), "2", unseen(4));
        Map<String, Part> first = Map.of("1", unseen(4), "2", unseen(4), "3", unseen(4));
        assertEquals(Set.of(), suppression.hiddenOfTrust(List.of(first, first)));
        assertEquals(Set.of(), suppression.hiddenOfTrust(List.of(second)));
        assertEquals(Set.of(ALL), suppression.hiddenOfTrust(List.of(first, second)));
    }

    /** Years 4 and 5 are of one school alone, which would be left over of the trust less year 6. */
    @Test
    void whatOneSchoolHasInAllItsYearsIsNotLeftOver() {
        Map<Cell, Integer> others =
                Map.of(new Cell("ALL", "ALL"), 160, new Cell("4", "ALL"), 30, new Cell("5", "ALL"), 40, ALL, 90);
        assertEquals(
                Set.of(new Cell("4", "ALL"), new Cell("5", "ALL"), ALL),
                suppression.hiddenAlone(others, Map.of(new Cell("4", "ALL"), "one", new Cell("5", "ALL"), "one")));
        assertEquals(
                Set.of(new Cell("4", "ALL"), new Cell("5", "ALL")),
                suppression.hiddenAlone(others, Map.of(new Cell("4", "ALL"), "one", new Cell("5", "ALL"), "another")));
    }

    @Property(tries = 500)
    void noCellOfASchoolFollowsFromItsOthers(@ForAll("trusts") Trust trust) {
        School school = trust.schools().getFirst();
        Set<Cell> hidden = hidden(school);
        school.cells()
                .forEach((cell, size) ->
                        assertTrue(size > THRESHOLD || hidden.contains(cell), cell + " with " + size + " is shown"));
        Attack attack = new Attack();
        attackOn(attack, school.name(), school.pupils(), hidden);
        assertEquals(List.of(), secrets(attack), () -> school + " hides " + hidden);
    }

    @Property(tries = 200)
    void nothingOfASchoolIsHiddenWithoutNeed(@ForAll("trusts") Trust trust) {
        School school = trust.schools().getFirst();
        Set<Cell> hidden = hidden(school);
        for (Cell cell : hidden) {
            if (school.pupils().get(cell) > THRESHOLD) {
                Set<Cell> fewer = new HashSet<>(hidden);
                fewer.remove(cell);
                Attack attack = new Attack();
                attackOn(attack, school.name(), school.pupils(), fewer);
                assertFalse(secrets(attack).isEmpty(), () -> cell + " could be shown: " + hidden);
            }
        }
    }

    @Property(tries = 300)
    void noCellFollowsFromTheTrust(@ForAll("trusts") Trust trust) {
        Map<String, Set<Cell>> hidden = trust.schools().stream().collect(Collectors.toMap(School::name, this::hidden));
        List<Map<String, Part>> sheets = trust.terms().stream()
                .map(term -> term.stream()
                        .map(trust.schools()::get)
                        .collect(Collectors.toMap(
                                School::name, school -> part(school.cells(), hidden.get(school.name())))))
                .toList();
        Set<Cell> ofTrust = suppression.hiddenOfTrust(sheets);
        Attack attack = new Attack();
        trust.schools().forEach(school -> attackOn(attack, school.name(), school.pupils(), hidden.get(school.name())));
        told(attack, sheets, ofTrust);
        assertEquals(List.of(), secrets(attack), () -> hidden + " and of the trust " + ofTrust);
    }

    /** Whoever is on a committee sees the cells of one school that are not hidden, and none of the others. */
    @Property(tries = 300)
    void noCellOfOneSchoolFollowsFromTheTrust(@ForAll("trusts") Trust trust) {
        School own = trust.schools().getFirst();
        Set<Cell> hidden = hidden(own);
        List<Map<String, Part>> sheets = outOfSight(trust);
        Attack attack = new Attack();
        attackOnOthers(attack, trust);
        attackOn(attack, own.name(), own.pupils(), hidden);
        for (int term = 0; term < sheets.size(); term++) {
            if (trust.terms().get(term).contains(0)) {
                sheets.get(term).put(own.name(), part(own.cells(), hidden));
            }
        }
        Set<Cell> ofTrust = suppression.hiddenOfTrust(sheets);
        told(attack, sheets, ofTrust);
        assertEquals(List.of(), secrets(attack), () -> hidden + " and of the trust " + ofTrust);
    }

    /** A head sees everything of one school, and none of the others. */
    @Property(tries = 300)
    void whatAHeadGetsTellsOfNoFewPupilsElsewhere(@ForAll("trusts") Trust trust) {
        List<Map<String, Part>> sheets = outOfSight(trust);
        Set<Cell> ofTrust = suppression.hiddenOfTrust(sheets);
        Attack attack = new Attack();
        attackOnOthers(attack, trust);
        told(attack, sheets, ofTrust);
        assertEquals(List.of(), secrets(attack), () -> "of the trust " + ofTrust);
    }

    /** Where a single other school has pupils, neither they nor those of several such year groups of it can be worked out. */
    @Property(tries = 300)
    void whatAHeadGetsTellsOfNoOtherSchoolAlone(@ForAll("trusts") Trust trust) {
        List<School> others = trust.schools().subList(1, trust.schools().size());
        Map<Cell, Integer> pupils = sum(others.stream().map(School::pupils).toList());
        Map<Cell, Integer> cells = new School("others", pupils).cells();
        Map<Cell, String> alone = new HashMap<>();
        cells.keySet().forEach(cell -> {
            List<School> there = others.stream()
                    .filter(school -> school.pupils().get(cell) > 0)
                    .toList();
            if (there.size() == 1) {
                alone.put(cell, there.getFirst().name());
            }
        });
        Set<Cell> hidden = suppression.hiddenAlone(cells, alone);
        assertTrue(hidden.containsAll(alone.keySet()));
        Attack attack = new Attack();
        attackOn(attack, "others", pupils, hidden);
        Set<Object> leftOver = new HashSet<>();
        for (School school : others) {
            for (String group : List.of("ALL", "NO_SEN", "SEN_SUPPORT", "EHCP")) {
                List<Cell> years = COHORTS.stream()
                        .map(cohort -> new Cell(cohort, group))
                        .filter(cell -> school.name().equals(alone.get(cell)))
                        .toList();
                if (!years.isEmpty()) {
                    few(attack, "others", years, pupils);
                    leftOver.add(new Few("others", years));
                }
            }
        }
        hidden.forEach(cell -> leftOver.add(new Unknown("others", cell)));
        leftOver.retainAll(attack.found());
        assertEquals(Set.of(), leftOver, () -> "although hidden are " + hidden);
    }

    @Property(tries = 200)
    void theSameCellsAreHiddenWhateverTheirOrder(@ForAll("trusts") Trust trust) {
        Map<Cell, Integer> cells = trust.schools().getFirst().cells();
        Map<Cell, Integer> reversed = new LinkedHashMap<>();
        List.copyOf(cells.keySet()).reversed().forEach(cell -> reversed.put(cell, cells.get(cell)));
        assertEquals(suppression.hidden(List.of(cells), Set.of()), suppression.hidden(List.of(reversed), Set.of()));
        List<Map<String, Part>> sheets = outOfSight(trust);
        assertEquals(suppression.hiddenOfTrust(sheets), suppression.hiddenOfTrust(sheets.reversed()));
    }

    private Set<Cell> hidden(School school) {
        return suppression.hidden(List.of(school.cells()), Set.of());
    }

    private Set<Cell> ofTrust(Map<String, Part> sheet) {
        return suppression.hiddenOfTrust(List.of(sheet));
    }

    private static Part seen(int pupils) {
        return part(Map.of(ALL, pupils), Set.of());
    }

    private static Part unseen(int pupils) {
        return Part.of(Map.of(ALL, pupils));
    }

    private static Part part(Map<Cell, Integer> cells, Set<Cell> hidden) {
        Part part = new Part();
        cells.forEach((cell, pupils) -> part.add(cell, pupils, !hidden.contains(cell)));
        return part;
    }

    /** By term: the schools but the first, together as far as they have sent the same terms. */
    private static List<Map<String, Part>> outOfSight(Trust trust) {
        List<Map<String, Part>> sheets = new ArrayList<>();
        trust.terms().forEach(term -> sheets.add(new HashMap<>()));
        bySent(trust).forEach((sent, schools) -> {
            Part part = Part.of(new School("", sum(schools)).cells());
            sent.forEach(term -> sheets.get(term).put(sent.toString(), part));
        });
        return sheets;
    }

    private static void attackOnOthers(Attack attack, Trust trust) {
        bySent(trust).forEach((sent, schools) -> {
            Map<Cell, Integer> pupils = sum(schools);
            attackOn(attack, sent.toString(), pupils, pupils.keySet());
        });
    }

    private static Map<List<Integer>, List<Map<Cell, Integer>>> bySent(Trust trust) {
        return IntStream.range(1, trust.schools().size())
                .boxed()
                .filter(school -> !trust.terms(school).isEmpty())
                .collect(Collectors.groupingBy(
                        trust::terms,
                        LinkedHashMap::new,
                        Collectors.mapping(school -> trust.schools().get(school).pupils(), Collectors.toList())));
    }

    private static Map<Cell, Integer> sum(Collection<Map<Cell, Integer>> schools) {
        Map<Cell, Integer> sum = new LinkedHashMap<>();
        schools.forEach(school -> school.forEach((cell, pupils) -> sum.merge(cell, pupils, Integer::sum)));
        return sum;
    }

    /** What is hidden of a school is unknown, and so are those whom no group names; what adds up is known. */
    private static void attackOn(Attack attack, String owner, Map<Cell, Integer> pupils, Set<Cell> hidden) {
        pupils.forEach((cell, size) -> {
            if (size > 0 && (cell.group().equals(NAMELESS) || hidden.contains(cell))) {
                attack.unknown(new Unknown(owner, cell), size);
            }
        });
        List<String> cohorts = new ArrayList<>(COHORTS);
        cohorts.add("ALL");
        for (String cohort : cohorts) {
            line(
                    attack,
                    owner,
                    new Cell(cohort, "ALL"),
                    List.of("NO_SEN", "SEN_SUPPORT", "EHCP", NAMELESS).stream()
                            .map(group -> new Cell(cohort, group))
                            .toList(),
                    pupils);
        }
        for (String group : List.of("ALL", "NO_SEN", "SEN_SUPPORT", "EHCP", NAMELESS)) {
            line(
                    attack,
                    owner,
                    new Cell("ALL", group),
                    COHORTS.stream().map(cohort -> new Cell(cohort, group)).toList(),
                    pupils);
        }
    }

    private static void line(Attack attack, String owner, Cell total, List<Cell> parts, Map<Cell, Integer> pupils) {
        Map<Object, Integer> sum = new HashMap<>();
        sum.put(new Unknown(owner, total), -1);
        parts.forEach(part -> sum.put(new Unknown(owner, part), 1));
        attack.knows(sum);
        List<Cell> small = parts.stream()
                .filter(part ->
                        part.group().equals(NAMELESS) && !total.group().equals(NAMELESS) || isSmall(pupils.get(part)))
                .filter(part -> pupils.get(part) > 0)
                .toList();
        if (small.size() > 1
                && !total.group().equals(NAMELESS)
                && isSmall(small.stream().mapToInt(pupils::get).sum())) {
            few(attack, owner, small, pupils);
        }
    }

    private static void few(Attack attack, String owner, List<Cell> cells, Map<Cell, Integer> pupils) {
        Few few = new Few(owner, cells);
        attack.unknown(few, cells.stream().mapToInt(pupils::get).sum());
        Map<Object, Integer> sum = new HashMap<>();
        sum.put(few, -1);
        cells.forEach(cell -> sum.put(new Unknown(owner, cell), 1));
        attack.knows(sum);
    }

    /**
     * The trust tells what its schools come to in each term. What is hidden of it is unknown; where there is a single term, it
     * may not be found out either.
     */
    private static void told(Attack attack, List<Map<String, Part>> sheets, Set<Cell> hidden) {
        for (Map<String, Part> sheet : sheets) {
            Map<Cell, Map<Object, Integer>> sums = new HashMap<>();
            sheet.forEach((owner, part) -> part.sizes()
                    .keySet()
                    .forEach(cell ->
                            sums.computeIfAbsent(cell, any -> new HashMap<>()).put(new Unknown(owner, cell), 1)));
            sums.forEach((cell, sum) -> {
                if (!hidden.contains(cell)) {
                    attack.knows(sum);
                } else if (sheets.size() == 1) {
                    int pupils = sheet.values().stream()
                            .mapToInt(part -> part.sizes().getOrDefault(cell, 0))
                            .sum();
                    attack.unknown(new OfTrust(cell), pupils);
                    sum.put(new OfTrust(cell), -1);
                    attack.knows(sum);
                }
            });
        }
    }

    /**
     * What is found out and may not be: few pupils, and every hidden cell of a school or of the trust. Of several schools
     * together, and of the pupils whom no cell names, more than a few may be found out.
     */
    private static List<Object> secrets(Attack attack) {
        return attack.found().stream()
                .filter(found -> isSmall(attack.size(found))
                        || !(found instanceof Unknown unknown)
                        || !unknown.owner().startsWith("[")
                                && !unknown.cell().group().equals(NAMELESS))
                .toList();
    }

    private static boolean isSmall(int pupils) {
        return pupils >= 1 && pupils <= THRESHOLD;
    }

    @Provide
    static Arbitrary<Trust> trusts() {
        Arbitrary<Integer> large = Arbitraries.integers().between(6, 30);
        Arbitrary<Integer> any = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, large),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 7)));
        Arbitrary<Integer> nameless = Arbitraries.of(0, 0, 0, 2, 9);
        Arbitrary<List<Integer>> cohort = Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(4, any.list().ofSize(GROUPS.size())),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(List.of(0, 0, 0))))
                .flatMap(named -> nameless.map(more -> {
                    List<Integer> sizes = new ArrayList<>(named);
                    sizes.add(more);
                    return sizes;
                }));
        return cohort.list()
                .ofSize(COHORTS.size())
                .list()
                .ofMinSize(2)
                .ofMaxSize(4)
                .flatMap(schools -> Arbitraries.integers()
                        .between(0, schools.size() - 1)
                        .set()
                        .ofMinSize(1)
                        .list()
                        .ofMaxSize(1)
                        .map(late -> trust(schools, late)));
    }

    /** All schools have sent the first term, and some a second one. */
    private static Trust trust(List<List<List<Integer>>> sizes, List<Set<Integer>> late) {
        List<School> schools = new ArrayList<>();
        sizes.forEach(school -> schools.add(new School("school " + schools.size(), pupils(school))));
        List<Set<Integer>> terms = new ArrayList<>();
        terms.add(IntStream.range(0, schools.size()).boxed().collect(Collectors.toSet()));
        terms.addAll(late);
        return new Trust(schools, terms);
    }

    private static Map<Cell, Integer> pupils(List<List<Integer>> school) {
        Map<Cell, Integer> pupils = new LinkedHashMap<>();
        for (int cohort = 0; cohort < COHORTS.size(); cohort++) {
            for (int group = 0; group <= GROUPS.size(); group++) {
                String name = group == GROUPS.size() ? NAMELESS : GROUPS.get(group);
                int size = school.get(cohort).get(group);
                for (String ofCohort : List.of(COHORTS.get(cohort), "ALL")) {
                    for (String ofGroup : List.of(name, "ALL")) {
                        pupils.merge(new Cell(ofCohort, ofGroup), size, Integer::sum);
                    }
                }
            }
        }
        return pupils;
    }
}
