package org.uplift.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uplift.platform.FieldError;

class FrameworkRulesTest {
    private static final LocalDate LAST_WITH_OVERALL = LocalDate.of(2024, 9, 1);

    @Test
    void overallEffectivenessEndsWithTheFirstOfSeptember2024() {
        assertEquals(List.of(), codes(KnownFrameworks.GRADED, graded(LAST_WITH_OVERALL, "2", Map.of())));
        assertEquals(
                List.of("overallEffectiveness no-overall-effectiveness"),
                codes(KnownFrameworks.GRADED, graded(LAST_WITH_OVERALL.plusDays(1), "2", Map.of())));
    }

    @Test
    void theReportCardNeverHasAnOverallGrade() {
        InspectionFacts facts =
                facts("full", LocalDate.of(2026, 1, 13), "expected-standard", null, null, null, Map.of());
        assertEquals(
                List.of("overallEffectiveness no-overall-effectiveness"), codes(KnownFrameworks.REPORT_CARD, facts));
    }

    @Test
    void eachFrameworkHasItsDays() {
        LocalDate first = LocalDate.of(2025, 11, 10);
        InspectionFacts early = facts("full", first.minusDays(1), null, null, null, null, Map.of());
        assertEquals(List.of("startDate framework-not-valid"), codes(KnownFrameworks.REPORT_CARD, early));
        assertEquals(
                List.of(), codes(KnownFrameworks.REPORT_CARD, facts("full", first, null, null, null, null, Map.of())));
        assertEquals(
                List.of("startDate framework-not-valid"), codes(KnownFrameworks.GRADED, graded(first, null, Map.of())));
    }

    @Test
    void gradesOfOneFrameworkAreUnknownToAnother() {
        assertEquals(
                List.of("judgements/quality-of-education unknown-code"),
                codes(
                        KnownFrameworks.GRADED,
                        graded(LAST_WITH_OVERALL, null, Map.of("quality-of-education", "strong-standard"))));
        assertEquals(
                List.of("judgements/inclusion unknown-code"),
                codes(
                        KnownFrameworks.REPORT_CARD,
                        facts("full", LocalDate.of(2026, 1, 13), null, null, null, null, Map.of("inclusion", "2"))));
    }

    @Test
    void urgentImprovementAndSafeguardingNotMetNeedACategoryOfConcern() {
        LocalDate day = LocalDate.of(2026, 2, 3);
        List<String> needed = List.of("categoryOfConcern required");
        assertEquals(
                needed,
                codes(
                        KnownFrameworks.REPORT_CARD,
                        facts("full", day, null, null, "met", null, Map.of("inclusion", "urgent-improvement"))));
        assertEquals(
                needed, codes(KnownFrameworks.REPORT_CARD, facts("full", day, null, null, "not-met", null, Map.of())));
        assertEquals(
                List.of(),
                codes(KnownFrameworks.REPORT_CARD, facts("full", day, null, null, "not-met", "RSI", Map.of())));
        assertEquals(
                List.of("categoryOfConcern unknown-code"),
                codes(KnownFrameworks.REPORT_CARD, facts("full", day, null, null, "not-met", "SWK", Map.of())));
    }

    @Test
    void anUngradedInspectionEndsInWordsAndGivesNoGrades() {
        LocalDate day = LocalDate.of(2022, 5, 17);
        assertEquals(
                List.of(),
                codes(
                        KnownFrameworks.GRADED,
                        facts("ungraded", day, null, "School remains Good", null, null, Map.of())));
        assertEquals(
                List.of("overallEffectiveness not-of-this-type", "judgements/early-years not-of-this-type"),
                codes(
                        KnownFrameworks.GRADED,
                        facts("ungraded", day, "2", null, null, null, Map.of("early-years", "2"))));
        assertEquals(
                List.of("ungradedOutcome not-of-this-type"),
                codes(KnownFrameworks.GRADED, facts("graded", day, null, "School remains Good", null, null, Map.of())));
        assertEquals(
                List.of("ungradedOutcome unknown-code"),
                codes(KnownFrameworks.GRADED, facts("ungraded", day, null, "Splendid", null, null, Map.of())));
    }

    @Test
    void aCodeIsForTheDaysInWhichItWasUsed() {
        LocalDate late = LocalDate.of(2024, 3, 5);
        assertEquals(
                List.of(),
                codes(
                        KnownFrameworks.SIAMS,
                        facts("section-48", late, null, null, null, null, Map.of("church-school", "j1"))));
        assertEquals(
                List.of("judgements/church-school not-valid-then"),
                codes(
                        KnownFrameworks.SIAMS,
                        facts("section-48", late, null, null, null, null, Map.of("church-school", "good"))));
        assertEquals(
                List.of("safeguarding unknown-code"),
                codes(
                        KnownFrameworks.SIAMS,
                        facts("section-48", late, null, null, "met", null, Map.of("church-school", "j1"))));
    }

    @Test
    void nothingIsBeforeTheInspectionBegan() {
        LocalDate start = LocalDate.of(2022, 5, 17);
        InspectionFacts facts = new InspectionFacts(
                900001,
                Framework.GRADED,
                "graded",
                null,
                start,
                start.minusDays(1),
                start.minusDays(2),
                null,
                null,
                null,
                null,
                Map.of(),
                Source.OFSTED,
                null);
        assertEquals(
                List.of("endDate before-start", "publicationDate before-start"), codes(KnownFrameworks.GRADED, facts));
    }

    @Test
    void messagesSayWhatIsExpected() {
        List<FieldError> errors = FrameworkRules.check(
                KnownFrameworks.GRADED, graded(LocalDate.of(2024, 11, 5), "2", Map.of()), field -> "/" + field);
        assertTrue(
                errors.getFirst().message().contains("1 September 2024"),
                errors.getFirst().message());
    }

    @Test
    void anInspectionIsBeforeOrAfterJoining() {
        LocalDate joined = LocalDate.of(2022, 9, 1);
        assertEquals(Joined.BEFORE, Joined.of(joined.minusDays(1), joined));
        assertEquals(Joined.AFTER, Joined.of(joined, joined));
        assertEquals(Joined.UNKNOWN, Joined.of(joined, null));
    }

    private static List<String> codes(Framework framework, InspectionFacts facts) {
        return FrameworkRules.check(framework, facts, field -> field).stream()
                .map(error -> error.path() + " " + error.code())
                .toList();
    }

    private static InspectionFacts graded(LocalDate start, @Nullable String overall, Map<String, String> judgements) {
        return facts("graded", start, overall, null, null, null, judgements);
    }

    private static InspectionFacts facts(
            String type,
            LocalDate start,
            @Nullable String overall,
            @Nullable String outcome,
            @Nullable String safeguarding,
            @Nullable String concern,
            Map<String, String> judgements) {
        return new InspectionFacts(
                900001,
                "any",
                type,
                null,
                start,
                null,
                null,
                overall,
                outcome,
                safeguarding,
                concern,
                judgements,
                Source.RECORDED,
                null);
    }
}
