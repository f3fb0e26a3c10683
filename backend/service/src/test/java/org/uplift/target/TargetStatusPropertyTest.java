package org.uplift.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.uplift.outcome.Actual;
import org.uplift.school.AcademicYear;

class TargetStatusPropertyTest {
    private static final LocalDate START = LocalDate.of(2025, 9, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 7, 31);
    private static final AcademicYear YEAR = new AcademicYear(2025);
    private static final int DAYS = (int) ChronoUnit.DAYS.between(START, DUE);

    @Provide
    Arbitrary<BigDecimal> values() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                .ofScale(3);
    }

    @Provide
    Arbitrary<Aim> aims() {
        Arbitrary<Map<LocalDate, BigDecimal>> points = Arbitraries.maps(
                        Arbitraries.integers().between(1, DAYS - 1).map(START::plusDays), values())
                .ofMaxSize(5)
                .map(TreeMap::new);
        return Combinators.combine(
                        values(),
                        values(),
                        points,
                        Arbitraries.of(1, -1),
                        Arbitraries.integers().between(0, 2),
                        values().injectNull(0.5))
                .as((baseline, target, trajectory, sign, decimals, tolerance) -> new Aim(
                        "Measure",
                        sign,
                        decimals,
                        tolerance,
                        START,
                        baseline,
                        trajectory,
                        DUE,
                        target,
                        YEAR,
                        "summer"));
    }

    private static Actual actual(int day, boolean due, boolean partial, BigDecimal value) {
        return new Actual(
                START.plusDays(day), value, null, YEAR, due ? "summer" : "spring", "final", 30, partial, false);
    }

    private static TargetStatus status(Aim aim, Actual actual) {
        return TargetStatus.of(aim, List.of(actual), actual.date());
    }

    @Property
    void aBetterActualNeverGivesAWorseStatus(
            @ForAll("aims") Aim aim,
            @ForAll("values") BigDecimal value,
            @ForAll @BigRange(min = "0", max = "50") @Scale(3) BigDecimal better,
            @ForAll @IntRange(min = 1, max = 400) int day,
            @ForAll boolean due,
            @ForAll boolean partial) {
        BigDecimal improved = aim.sign() > 0 ? value.add(better) : value.subtract(better);
        Status before = status(aim, actual(day, due, partial, value)).status();
        Status after = status(aim, actual(day, due, partial, improved)).status();
        assertTrue(after.ordinal() >= before.ordinal(), before + " → " + after);
    }

    @Property
    void theLinePassesThroughItsPoints(@ForAll("aims") Aim aim) {
        assertEquals(0, aim.expected(START).compareTo(aim.baseline()));
        assertEquals(0, aim.expected(DUE).compareTo(aim.target()));
        aim.trajectory()
                .forEach((date, value) -> assertEquals(0, aim.expected(date).compareTo(value)));
    }

    @Property
    void theLineStaysBetweenItsNeighbours(@ForAll("aims") Aim aim, @ForAll @IntRange(min = 0, max = 400) int day) {
        TreeMap<LocalDate, BigDecimal> points = new TreeMap<>(aim.trajectory());
        points.put(START, aim.baseline());
        points.put(DUE, aim.target());
        LocalDate date = START.plusDays(day);
        BigDecimal before = points.floorEntry(date).getValue();
        BigDecimal after = points.ceilingEntry(date) == null
                ? before
                : points.ceilingEntry(date).getValue();
        assertTrue(aim.expected(date).compareTo(before.min(after)) >= 0);
        assertTrue(aim.expected(date).compareTo(before.max(after)) <= 0);
    }

    @Property
    void lowerIsBetterMirrorsHigherIsBetter(
            @ForAll("aims") Aim aim,
            @ForAll("values") BigDecimal value,
            @ForAll @IntRange(min = 1, max = 400) int day,
            @ForAll boolean due) {
        Map<LocalDate, BigDecimal> trajectory = new TreeMap<>();
        aim.trajectory().forEach((date, point) -> trajectory.put(date, point.negate()));
        Aim mirrored = new Aim(
                aim.what(),
                -aim.sign(),
                aim.decimals(),
                aim.ownTolerance(),
                START,
                aim.baseline().negate(),
                trajectory,
                DUE,
                aim.target().negate(),
                YEAR,
                "summer");
        assertEquals(
                status(aim, actual(day, due, false, value)).status(),
                status(mirrored, actual(day, due, false, value.negate())).status());
    }

    @Property
    void theShownFiguresGiveTheSameStatus(
            @ForAll("aims") Aim aim,
            @ForAll("values") BigDecimal value,
            @ForAll @IntRange(min = 1, max = 393) int day,
            @ForAll boolean due) {
        TargetStatus status = status(aim, actual(day, due, false, value));
        BigDecimal ahead = aim.ahead(new BigDecimal(status.display(value)), status.expected());
        Status shown = due
                ? ahead.signum() >= 0 ? Status.ACHIEVED : Status.MISSED
                : ahead.signum() >= 0
                        ? Status.ON_TRACK
                        : ahead.negate().compareTo(status.tolerance()) <= 0 ? Status.AT_RISK : Status.OFF_TRACK;
        assertEquals(status.status(), shown);
        assertTrue(status.reason().contains(status.display(value)), status.reason());
        assertTrue(status.reason().contains(status.expected().toPlainString()), status.reason());
        assertTrue(status.reason().contains(status.tolerance().toPlainString()), status.reason());
    }

    /** Among other results too, of any day and standing: what one of them gains takes nothing away. */
    @Property
    void noneOfSeveralActualsCanBeTooGood(
            @ForAll("aims") Aim aim,
            @ForAll("series") List<Actual> actuals,
            @ForAll @IntRange(min = 0, max = 7) int at,
            @ForAll @BigRange(min = "0", max = "50") @Scale(3) BigDecimal better) {
        LocalDate today = DUE.plusDays(30);
        Actual one = actuals.get(at % actuals.size());
        BigDecimal improved =
                aim.sign() > 0 ? one.value().add(better) : one.value().subtract(better);
        List<Actual> after = actuals.stream()
                .map(actual -> actual == one ? with(one, improved, false) : actual)
                .toList();
        assertTrue(TargetStatus.of(aim, after, today).status().ordinal()
                >= TargetStatus.of(aim, actuals, today).status().ordinal());
    }

    /** The reader of a hidden value gets the same answer whatever is behind it: neither value nor status nor history. */
    @Property
    void whatIsSuppressedTellsNothing(
            @ForAll("aims") Aim aim,
            @ForAll("series") List<Actual> actuals,
            @ForAll @IntRange(min = 0, max = 7) int at) {
        LocalDate today = DUE.plusDays(30);
        Actual hidden = actuals.get(at % actuals.size());
        List<Actual> seen = actuals.stream()
                .map(actual -> actual == hidden ? with(hidden, hidden.value(), true) : actual)
                .toList();
        TargetStatus status = TargetStatus.of(aim, seen, hidden.date());
        if (seen.stream().noneMatch(actual -> actual.value() != null && aim.isDue(actual))) {
            assertEquals(Status.NO_DATA, status.status());
            assertNull(status.latest());
            assertNull(status.expected());
            assertNull(status.direction());
        }
        assertNull(TargetForecast.of(aim, seen, DUE, true).value());
        TargetHistory history = TargetHistory.of(aim, seen, today);
        assertTrue(history.results().stream()
                .filter(moment -> moment.date().equals(hidden.date()))
                .allMatch(moment -> moment.latestActual() == null
                        || !moment.latestActual().date().equals(hidden.date())));
    }

    @Provide
    Arbitrary<List<Actual>> series() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, DAYS),
                        values(),
                        Arbitraries.of("autumn", "spring", "summer"),
                        Arbitraries.of("provisional", "revised", "final"),
                        Arbitraries.of(true, false))
                .as((day, value, point, standing, partial) ->
                        new Actual(START.plusDays(day), value, null, YEAR, point, standing, 30, partial, false))
                .list()
                .uniqueElements(Actual::date)
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static Actual with(Actual actual, BigDecimal value, boolean isSuppressed) {
        return new Actual(
                actual.date(),
                isSuppressed ? null : value,
                isSuppressed ? "c" : null,
                actual.academicYear(),
                actual.assessmentPoint(),
                actual.resultStatus(),
                actual.cohortSize(),
                actual.partial() && !isSuppressed,
                isSuppressed);
    }
}
