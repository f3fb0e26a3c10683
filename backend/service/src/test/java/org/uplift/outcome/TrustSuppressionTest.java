package org.uplift.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.outcome.Suppression.Cell;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/**
 * What is shown of a trust of ten primary schools, one of them a junior school and one very small, and a secondary school:
 * its totals are, little else is hidden, and whoever asks for everything and subtracts finds nothing out.
 */
@UpliftTest
class TrustSuppressionTest {
    private static final int THRESHOLD = 5;
    private static final int OWN = 900001;
    private static final int SECONDARY = 900011;
    private static final String NAMELESS = "NAMELESS ";
    private static final List<String> PRIMARY = List.of("R", "1", "2", "3", "4", "5", "6");
    private static final List<String> BEYOND = List.of("7", "8", "9", "10", "11", "12", "13");
    private static final Map<String, List<String>> BREAKDOWNS = Map.of(
            "sex", List.of("MALE", "FEMALE"),
            "disadvantage", List.of("DISADVANTAGED", "NOT_DISADVANTAGED"),
            "sen", List.of("NO_SEN", "SEN_SUPPORT", "EHCP"),
            "language", List.of("EAL", "NOT_EAL"),
            "mobility", List.of("MOBILE"));
    private static final List<String> GROUPS = Stream.concat(
                    Stream.of("ALL"), BREAKDOWNS.values().stream().flatMap(List::stream))
            .toList();

    private final Map<Integer, Map<Cell, Integer>> schools = new TreeMap<>();

    private record Unknown(int school, Cell cell) {}

    @BeforeEach
    void givenATrust() {
        int[] yearGroups = {29, 47, 37, 9, 26, 39, 50, 27, 42, 35};
        for (int at = 0; at < yearGroups.length; at++) {
            List<String> years = at == 4 ? PRIMARY.subList(3, 7) : PRIMARY;
            schools.put(OWN + at, pupils(OWN + at, years, yearGroups[at]));
        }
        schools.put(SECONDARY, pupils(SECONDARY, BEYOND, 96));
        schools.forEach((urn, pupils) -> {
            Given.school(urn);
            for (String point : List.of("autumn", "spring")) {
                for (String measure : List.of("ATT_OVERALL_ABSENCE", "SUSPENSION_RATE")) {
                    given(urn, measure, point, pupils);
                    given(urn, measure + "_TERM", point, pupils);
                }
            }
            Map<Cell, Integer> yearSix = new HashMap<>(pupils);
            yearSix.keySet().removeIf(cell -> !cell.cohort().equals("6"));
            given(urn, "KS2_RWM_EXP", "summer", yearSix);
        });
    }

    /** Of years 7 to 13 there is one school, which a head elsewhere does not see; one more year keeps it from being left over. */
    @Test
    void aHeadOfAPrimarySchoolSeesAllButTheYearsOfOneSchoolAndOneYearMore() {
        for (String measure : List.of("ATT_OVERALL_ABSENCE", "SUSPENSION_RATE_TERM")) {
            Map<String, Map<Cell, Integer>> terms = head(OWN, measure);
            Map<Cell, Integer> shown = terms.get("spring");
            assertEquals(shown, terms.get("autumn"));
            GROUPS.forEach(group -> assertTrue(shown.containsKey(new Cell("ALL", group)), group + " is hidden"));
            Map<Cell, Integer> ofPrimaryYears = trust();
            ofPrimaryYears.keySet().removeIf(cell -> BEYOND.contains(cell.cohort()));
            assertTrue(ofPrimaryYears.keySet().containsAll(shown.keySet()));
            assertEquals(GROUPS.size(), ofPrimaryYears.size() - shown.size(), "hidden without need");
            attack(OWN, shown);
        }
        assertEquals(
                GROUPS.size(),
                head(OWN, "KS2_RWM_EXP").get("summer").size(),
                "of one year of ten schools nothing is hidden");
    }

    @Test
    void theHeadOfTheSecondarySchoolSeesAllButWhatTellsOfFewPupilsElsewhere() {
        Map<Cell, Integer> shown = head(SECONDARY, "ATT_OVERALL_ABSENCE").get("spring");
        assertEquals(trust(), shown);
        attack(SECONDARY, shown);
    }

    /** Trustees see every school, but not its small groups. */
    @Test
    void trusteesSeeTheTotalsAndFindNoSmallGroup() {
        Map<Cell, Integer> ofTrust = new HashMap<>();
        Map<Integer, Map<Cell, Integer>> ofSchools = new HashMap<>();
        for (String group : GROUPS) {
            ValidatableResponse answer = As.inTrust("trustee", "trustee")
                    .get(
                            "/api/v1/outcomes?measureCode=ATT_OVERALL_ABSENCE&assessmentPoint=spring&pageSize=200&pupilGroup="
                                    + group)
                    .then()
                    .statusCode(200);
            ofTrust.putAll(shown(answer.extract().path("trust")));
            List<Map<String, Object>> results = answer.extract().path("results");
            results.stream()
                    .collect(Collectors.groupingBy(row -> (Integer) row.get("schoolUrn")))
                    .forEach((urn, rows) -> ofSchools
                            .computeIfAbsent(urn, any -> new HashMap<>())
                            .putAll(shown(rows)));
        }
        Stream.concat(PRIMARY.stream(), BEYOND.stream())
                .forEach(year -> assertTrue(ofTrust.containsKey(new Cell(year, "ALL")), "year " + year + " is hidden"));
        for (String group : GROUPS) {
            Cell all = new Cell("ALL", group);
            long hiding = ofSchools.values().stream()
                    .filter(cells -> !cells.containsKey(all))
                    .count();
            assertEquals(
                    hiding == 1, !ofTrust.containsKey(all), group + " is hidden where one school would be left over");
        }
        int hidden = trust().size() - ofTrust.size();
        assertTrue(4 * hidden < trust().size(), hidden + " of " + trust().size() + " are hidden");
        Attack attack = new Attack();
        schools.forEach((urn, pupils) -> attackOn(attack, urn, pupils, ofSchools.get(urn)));
        Map<Cell, Integer> unknown = trust();
        unknown.keySet().removeAll(ofTrust.keySet());
        unknown.forEach((cell, size) -> attack.unknown(new Unknown(0, cell), size));
        trust().keySet().forEach(cell -> {
            Map<Object, Integer> sum = new HashMap<>();
            sum.put(new Unknown(0, cell), -1);
            schools.keySet().forEach(urn -> sum.put(new Unknown(urn, cell), 1));
            attack.knows(sum);
        });
        assertEquals(List.of(), secrets(attack));
    }

    /** The trust less the own school is what the others come to; those in no year beyond their own are one school. */
    private void attack(int own, Map<Cell, Integer> shown) {
        assertEquals(
                shown, shown.keySet().stream().collect(Collectors.toMap(cell -> cell, trust()::get)), "not as it is");
        Map<Cell, Integer> others = trust();
        schools.get(own).forEach((cell, size) -> others.merge(cell, -size, Integer::sum));
        others.values().removeIf(size -> size == 0);
        Attack attack = new Attack();
        attackOn(attack, 0, others, shown);
        if (own != SECONDARY) {
            for (String group : GROUPS) {
                Cell all = new Cell("ALL", group);
                attack.unknown(
                        new Unknown(SECONDARY, all), schools.get(SECONDARY).get(all));
                Map<Object, Integer> sum = new HashMap<>();
                sum.put(new Unknown(SECONDARY, all), -1);
                BEYOND.forEach(year -> sum.put(new Unknown(0, new Cell(year, group)), 1));
                attack.knows(sum);
            }
        }
        assertEquals(List.of(), secrets(attack));
    }

    private static List<Object> secrets(Attack attack) {
        return attack.found().stream()
                .filter(found -> attack.size(found) <= THRESHOLD
                        || !((Unknown) found).cell().group().startsWith(NAMELESS))
                .toList();
    }

    /** What is not shown of an owner is unknown, and so are those whom no group of a breakdown names; what adds up is known. */
    private static void attackOn(Attack attack, int owner, Map<Cell, Integer> pupils, Map<Cell, Integer> shown) {
        pupils.forEach((cell, size) -> {
            if (!shown.containsKey(cell)) {
                attack.unknown(new Unknown(owner, cell), size);
            }
        });
        Set<String> cohorts = pupils.keySet().stream().map(Cell::cohort).collect(Collectors.toSet());
        for (String cohort : cohorts) {
            BREAKDOWNS.forEach((breakdown, groups) -> {
                Cell nameless = new Cell(cohort, NAMELESS + breakdown);
                int unnamed = pupils.get(new Cell(cohort, "ALL"))
                        - groups.stream()
                                .mapToInt(group -> pupils.getOrDefault(new Cell(cohort, group), 0))
                                .sum();
                if (unnamed > 0) {
                    attack.unknown(new Unknown(owner, nameless), unnamed);
                }
                Map<Object, Integer> sum = new HashMap<>();
                sum.put(new Unknown(owner, new Cell(cohort, "ALL")), -1);
                sum.put(new Unknown(owner, nameless), 1);
                groups.forEach(group -> sum.put(new Unknown(owner, new Cell(cohort, group)), 1));
                attack.knows(sum);
            });
        }
        for (String group : GROUPS) {
            Map<Object, Integer> sum = new HashMap<>();
            cohorts.forEach(
                    cohort -> sum.put(new Unknown(owner, new Cell(cohort, group)), cohort.equals("ALL") ? -1 : 1));
            attack.knows(sum);
        }
    }

    private Map<Cell, Integer> trust() {
        Map<Cell, Integer> trust = new HashMap<>();
        schools.values().forEach(pupils -> pupils.forEach((cell, size) -> trust.merge(cell, size, Integer::sum)));
        return trust;
    }

    /** The cells of the trust that a head is shown in each term, by asking for every group, with their pupils. */
    private static Map<String, Map<Cell, Integer>> head(int urn, String measure) {
        Map<String, Map<Cell, Integer>> shown = new HashMap<>();
        for (String group : GROUPS) {
            List<Map<String, Object>> trust = As.head(urn)
                    .get("/api/v1/outcomes?pageSize=1&academicYear=2024/2025&measureCode=" + measure + "&pupilGroup="
                            + group)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("trust");
            trust.stream()
                    .collect(Collectors.groupingBy(row -> (String) row.get("assessmentPoint")))
                    .forEach((point, rows) ->
                            shown.computeIfAbsent(point, any -> new HashMap<>()).putAll(shown(rows)));
        }
        return shown;
    }

    private static Map<Cell, Integer> shown(List<Map<String, Object>> rows) {
        Map<Cell, Integer> shown = new HashMap<>();
        rows.stream()
                .filter(row -> row.get("symbol") == null)
                .forEach(
                        row -> shown.put(new Cell((String) row.get("cohort"), (String) row.get("pupilGroup")), (Integer)
                                row.get("cohortSize")));
        return shown;
    }

    /** Pupils by year group and group, and all sums of them: one in four is disadvantaged, one in thirty has a plan. */
    private static Map<Cell, Integer> pupils(int urn, List<String> years, int each) {
        Random random = new Random(urn);
        Map<Cell, Integer> pupils = new LinkedHashMap<>();
        for (String year : years) {
            for (int pupil = 0; pupil < each; pupil++) {
                List<String> groups = new ArrayList<>(List.of("ALL"));
                groups.add(random.nextInt(2) == 0 ? "MALE" : "FEMALE");
                groups.add(random.nextInt(4) == 0 ? "DISADVANTAGED" : "NOT_DISADVANTAGED");
                groups.add(random.nextInt(6) == 0 ? "EAL" : "NOT_EAL");
                int provision = random.nextInt(30);
                groups.add(provision == 0 ? "EHCP" : provision < 6 ? "SEN_SUPPORT" : "NO_SEN");
                if (random.nextInt(16) == 0) {
                    groups.add("MOBILE");
                }
                for (String group : groups) {
                    pupils.merge(new Cell(year, group), 1, Integer::sum);
                    pupils.merge(new Cell("ALL", group), 1, Integer::sum);
                }
            }
        }
        return pupils;
    }

    private static void given(int urn, String measure, String point, Map<Cell, Integer> pupils) {
        List<Cell> cells = List.copyOf(pupils.keySet());
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,"
                        + " value, numerator, denominator, cohort_size, counted, coverage, result_status, dated)"
                        + " select ?, ?, 2024, ?, cohort, pupil_group, 'computed', 50, size, 2 * size, size, size, 1, 'final',"
                        + " date '2025-03-31' from unnest(?, ?, ?) t (cohort, pupil_group, size)",
                urn,
                measure,
                point,
                cells.stream().map(Cell::cohort).toArray(String[]::new),
                cells.stream().map(Cell::group).toArray(String[]::new),
                cells.stream().mapToInt(pupils::get).toArray());
    }
}
