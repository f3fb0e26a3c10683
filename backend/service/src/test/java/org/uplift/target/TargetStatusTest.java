package org.uplift.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uplift.outcome.Actual;
import org.uplift.school.AcademicYear;

class TargetStatusTest {
    private static final AcademicYear YEAR = new AcademicYear(2025);
    private static final LocalDate DUE = LocalDate.of(2026, 7, 31);

    /** Higher is better: 60.0 on 1 September 2025, 62.0, 66.0, and 70.0 on 31 July 2026. */
    static final Aim ATTAINMENT = new Aim(
            "Reading",
            1,
            1,
            new BigDecimal("1.0"),
            LocalDate.of(2025, 9, 1),
            new BigDecimal("60.0"),
            Map.of(
                    LocalDate.of(2025, 12, 31), new BigDecimal("62.0"),
                    LocalDate.of(2026, 3, 31), new BigDecimal("66.0")),
            DUE,
            new BigDecimal("70.0"),
            YEAR,
            "summer");

    /** Lower is better: 20.0 on 1 September 2025, 15.0 on 31 August 2026. */
    static final Aim ABSENCE = new Aim(
            "Persistent absence",
            -1,
            1,
            new BigDecimal("0.5"),
            LocalDate.of(2025, 9, 1),
            new BigDecimal("20.0"),
            Map.of(),
            LocalDate.of(2026, 8, 31),
            new BigDecimal("15.0"),
            YEAR,
            "summer");

    static Actual actual(String date, String point, String value) {
        return new Actual(
                LocalDate.parse(date), new BigDecimal(value), null, YEAR, point, "provisional", 30, false, false);
    }

    static Actual partial(Actual actual) {
        return new Actual(
                actual.date(),
                actual.value(),
                null,
                actual.academicYear(),
                actual.assessmentPoint(),
                actual.resultStatus(),
                actual.cohortSize(),
                true,
                false);
    }

    static Actual suppressed(String date, String point) {
        return new Actual(LocalDate.parse(date), null, "c", YEAR, point, "provisional", null, false, true);
    }

    static Actual standing(Actual actual, String resultStatus) {
        return new Actual(
                actual.date(),
                actual.value(),
                null,
                actual.academicYear(),
                actual.assessmentPoint(),
                resultStatus,
                actual.cohortSize(),
                false,
                false);
    }

    private static TargetStatus status(Aim aim, Actual... actuals) {
        List<Actual> all = List.of(actuals);
        return TargetStatus.of(
                aim,
                all,
                all.isEmpty() ? LocalDate.of(2026, 1, 1) : all.getLast().date());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, autumn, 62.0, ON_TRACK",
        "2025-12-31, autumn, 61.5, AT_RISK",
        "2025-12-31, autumn, 61.0, AT_RISK",
        "2025-12-31, autumn, 60.9, OFF_TRACK",
        "2026-02-14, spring, 64.0, ON_TRACK",
        "2026-02-14, spring, 63.9, AT_RISK",
        "2026-07-31, summer, 70.0, ACHIEVED",
        "2026-07-31, summer, 69.9, MISSED"
    })
    void higherIsBetter(String date, String point, String value, Status expected) {
        assertEquals(expected, status(ATTAINMENT, actual(date, point, value)).status());
    }

    @ParameterizedTest
    @CsvSource({"17.5, ON_TRACK", "17.9, AT_RISK", "18.0, AT_RISK", "18.1, OFF_TRACK", "12.0, ON_TRACK"})
    void lowerIsBetter(String value, Status expected) {
        TargetStatus status = status(ABSENCE, actual("2026-03-02", "spring", value));
        assertEquals(expected, status.status());
        assertEquals(new BigDecimal("17.5"), status.expected());
    }

    @Test
    void theReasonHasWhatWhenExpectedActualAndTolerance() {
        assertEquals(
                "Reading: actual 61.5 on 31 December 2025, expected 62.0, short by 0.5, within the tolerance of 1.0.",
                status(ATTAINMENT, actual("2025-12-31", "autumn", "61.5")).reason());
        assertEquals(
                "Reading: actual 60.9 on 31 December 2025, expected 62.0, short by 1.1, more than the tolerance of 1.0.",
                status(ATTAINMENT, actual("2025-12-31", "autumn", "60.9")).reason());
        assertEquals(
                "Reading: actual 64.5 on 14 February 2026, expected 64.0, ahead by 0.5 (tolerance 1.0).",
                status(ATTAINMENT, actual("2026-02-14", "spring", "64.5")).reason());
        assertEquals(
                "Reading: actual 69.9 on 31 July 2026 for summer 2025/2026, expected the target of 70.0, which is missed"
                        + " by 0.1 (the tolerance of 1.0 does not count at the due point).",
                status(ATTAINMENT, actual("2026-07-31", "summer", "69.9")).reason());
        assertEquals(
                "Persistent absence: actual 17.9 on 2 March 2026, expected 17.5, short by 0.4, within the tolerance of"
                        + " 0.5.",
                status(ABSENCE, actual("2026-03-02", "spring", "17.9")).reason());
    }

    @Test
    void withoutAnActualAfterTheBaselineThereIsNoData() {
        TargetStatus none = status(ATTAINMENT);
        assertEquals(Status.NO_DATA, none.status());
        assertTrue(none.reason().contains("no actual after the baseline of 60.0 on 1 September 2025"));
        assertEquals(
                Status.NO_DATA,
                status(ATTAINMENT, actual("2025-09-01", "autumn", "99.0")).status(),
                "one of the day of the baseline is not after it");
        assertEquals(
                Status.NO_DATA,
                TargetStatus.of(ATTAINMENT, List.of(actual("2026-02-14", "spring", "64.0")), LocalDate.of(2026, 2, 13))
                        .status(),
                "one of tomorrow does not count today");
    }

    @Test
    void whatHasNoValueIsPassedOver() {
        Actual notAvailable =
                new Actual(LocalDate.of(2026, 3, 1), null, "x", YEAR, "spring", "final", null, false, false);
        TargetStatus status = status(ATTAINMENT, actual("2025-12-31", "autumn", "61.5"), notAvailable);
        assertEquals(Status.AT_RISK, status.status());
    }

    @Test
    void aPartialValueNeitherAchievesNorMisses() {
        Actual full = actual("2026-07-31", "summer", "70.0");
        assertEquals(Status.ON_TRACK, status(ATTAINMENT, partial(full)).status());
        assertTrue(status(ATTAINMENT, partial(full)).reason().contains("less than 95 %"));
        assertEquals(
                Status.AT_RISK,
                status(ATTAINMENT, partial(actual("2026-07-31", "summer", "69.5")))
                        .status());
        assertEquals(
                Status.AT_RISK,
                TargetStatus.of(ATTAINMENT, List.of(partial(actual("2026-07-31", "summer", "69.5"))), DUE.plusDays(61))
                        .status(),
                "there is one for the due point, so it is not overdue");
    }

    @Test
    void aResultIsOverdueAfterSixtyDays() {
        List<Actual> spring = List.of(actual("2026-03-31", "spring", "66.0"));
        assertEquals(
                Status.ON_TRACK,
                TargetStatus.of(ATTAINMENT, spring, DUE.plusDays(60)).status());
        TargetStatus overdue = TargetStatus.of(ATTAINMENT, spring, DUE.plusDays(61));
        assertEquals(Status.NO_DATA, overdue.status());
        assertTrue(overdue.reason().contains("result overdue"), overdue.reason());
        assertTrue(overdue.reason().contains("61 days ago"), overdue.reason());
    }

    @Test
    void theResultOfTheDuePointDecidesAlsoWhenANewerOneIsThere() {
        Actual next = new Actual(
                LocalDate.of(2026, 12, 20),
                new BigDecimal("50.0"),
                null,
                new AcademicYear(2026),
                "autumn",
                "provisional",
                30,
                false,
                false);
        TargetStatus status = status(ATTAINMENT, actual("2026-07-31", "summer", "71.0"), next);
        assertEquals(Status.ACHIEVED, status.status());
        assertEquals(next, status.latest());
    }

    @Test
    void onOneDateFinalBeatsRevisedBeatsProvisional() {
        Actual provisional = actual("2026-07-31", "summer", "71.0");
        Actual revised = standing(actual("2026-07-31", "summer", "69.0"), "revised");
        Actual settled = standing(actual("2026-07-31", "summer", "70.0"), "final");
        assertEquals(
                Status.ACHIEVED,
                status(ATTAINMENT, settled, revised, provisional).status());
        assertEquals(Status.MISSED, status(ATTAINMENT, revised, provisional).status());
        assertEquals(settled, status(ATTAINMENT, provisional, settled, revised).latest());
    }

    @Test
    void aSuppressedActualTellsNothing() {
        TargetStatus status =
                status(ATTAINMENT, actual("2025-12-31", "autumn", "61.5"), suppressed("2026-02-14", "spring"));
        assertEquals(Status.NO_DATA, status.status());
        assertTrue(status.reason().contains("suppressed"));
        assertNull(status.latest());
        assertNull(status.expected());
        assertNull(status.direction());
        assertEquals(
                Status.NO_DATA,
                status(ATTAINMENT, suppressed("2026-07-31", "summer")).status());
    }

    @Test
    void withoutOneOfItsOwnTheToleranceIsATenthOfTheWayAndAtLeastOneShownUnit() {
        assertEquals(0, aim(null, "60.0", "70.0", 1).tolerance().compareTo(new BigDecimal("1.0")));
        assertEquals(0, aim(null, "60.0", "50.0", 1).tolerance().compareTo(new BigDecimal("1.0")));
        assertEquals(0, aim(null, "60.0", "60.5", 1).tolerance().compareTo(new BigDecimal("0.1")));
        assertEquals(0, aim(null, "60", "65", 0).tolerance().compareTo(BigDecimal.ONE));
        assertEquals(0, aim("0.01", "60", "65", 1).tolerance().compareTo(new BigDecimal("0.1")));
    }

    @Test
    void theShownFiguresNeverContradictTheStatus() {
        TargetStatus missed = status(ATTAINMENT, actual("2026-07-31", "summer", "69.96"));
        assertEquals(Status.MISSED, missed.status());
        assertTrue(missed.reason().contains("69.96") && missed.reason().contains("70.00"), missed.reason());
        assertEquals(2, missed.decimals());
        TargetStatus near = status(ATTAINMENT, actual("2025-12-31", "autumn", "60.96"));
        assertEquals(Status.OFF_TRACK, near.status());
        assertTrue(near.reason().contains("short by 1.04, more than the tolerance of 1.00"), near.reason());
        assertEquals(
                1, status(ATTAINMENT, actual("2025-12-31", "autumn", "61.54")).decimals());
    }

    @Test
    void theDirectionIsTheSlopeOverTheLastThree() {
        assertNull(direction("60", "61"));
        assertEquals(Direction.RISING, direction("50", "60", "62", "64"));
        assertEquals(Direction.FALLING, direction("64", "62", "60"));
        assertEquals(Direction.STEADY, direction("60", "61.5", "60.5"));
        assertEquals(Direction.STEADY, direction("60", "60", "60"));
    }

    /** Computed here in July and published in December, it is one result. */
    @Test
    void ofOneAssessmentTheNewestCounts() {
        TargetStatus twice = status(
                ATTAINMENT,
                actual("2025-12-31", "autumn", "62.0"),
                actual("2026-03-31", "spring", "66.0"),
                actual("2026-04-30", "spring", "66.0"));
        assertNull(twice.direction());
        assertEquals(
                Direction.RISING,
                status(
                                ATTAINMENT,
                                actual("2025-12-31", "autumn", "62.0"),
                                actual("2026-03-31", "spring", "66.0"),
                                actual("2026-06-30", "summer-mock", "69.0"))
                        .direction());
    }

    private static Direction direction(String... values) {
        List<Actual> actuals = new ArrayList<>();
        for (int at = 0; at < values.length; at++) {
            actuals.add(actual(LocalDate.of(2025, 10, 1).plusDays(30L * at).toString(), "autumn", values[at]));
        }
        return Travel.direction(actuals, BigDecimal.ONE);
    }

    private static Aim aim(String own, String baseline, String target, int decimals) {
        return new Aim(
                "Reading",
                1,
                decimals,
                own == null ? null : new BigDecimal(own),
                LocalDate.of(2025, 9, 1),
                new BigDecimal(baseline),
                Map.of(),
                DUE,
                new BigDecimal(target),
                YEAR,
                "summer");
    }
}
