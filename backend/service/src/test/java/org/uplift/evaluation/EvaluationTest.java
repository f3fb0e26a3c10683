package org.uplift.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uplift.access.Person;
import org.uplift.cycle.InventedCycle;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

class EvaluationTest {
    private static final Instant NOW = Instant.parse("2026-07-10T10:00:00Z");
    private static final String TWENTY = "Read aloud every day";

    private static Person somebody(String name) {
        UUID id = UUID.randomUUID();
        return new Person() {
            @Override
            public UUID id() {
                return id;
            }

            @Override
            public String name() {
                return name;
            }
        };
    }

    private static EvaluationTerms terms(@Nullable Achievement judgement, String worked, String didNot) {
        return new EvaluationTerms(judgement, worked, didNot, " Begin in September ", true);
    }

    private static Evaluation evaluation(EvaluationTerms terms) {
        return new Evaluation(InventedCycle.evaluated(900001), terms, somebody("Head"), NOW);
    }

    @Test
    void aDraftNeedsNothingAndIsNoSuccess() {
        Evaluation draft = evaluation(EvaluationTerms.NOTHING);
        assertNull(draft.judgement());
        assertFalse(draft.carryForward());
        assertEquals(
                ProblemType.CONFLICT,
                assertThrows(Problem.class, draft::requireSuccess).type());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \u00A0\u200B                     ",
                "Nineteen characters",
                "  Nineteen characters \u200B "
            })
    void aJudgementNeedsWords(String said) {
        Problem refused =
                assertThrows(Problem.class, () -> evaluation(terms(Achievement.NOT_ACHIEVED, said, "Too little")));
        assertEquals(ProblemType.INVALID, refused.type());
        assertTrue(refused.detail().contains("20 characters"), refused.detail());
    }

    @Test
    void whatWorkedOrWhatDidNotIsEnough() {
        assertEquals(20, TWENTY.length());
        evaluation(terms(Achievement.FULLY_ACHIEVED, TWENTY, "")).requireSuccess();
        Evaluation failed = evaluation(terms(Achievement.NOT_ACHIEVED, " ", TWENTY));
        assertNull(failed.terms().whatWorked());
        assertEquals("Begin in September", failed.lessons());
        assertTrue(assertThrows(Problem.class, failed::requireSuccess).detail().contains("not achieved"));
    }

    @Test
    void itsAuthorIsWhoWroteItLast() {
        Evaluation evaluation = evaluation(EvaluationTerms.NOTHING);
        evaluation.change(terms(null, "", ""), somebody("Deputy"), NOW.plusSeconds(60));
        assertEquals("Deputy", evaluation.author());
        assertEquals(NOW.plusSeconds(60), evaluation.at());
        assertTrue(evaluation.carryForward());
    }

    @Test
    void itIsWrittenWhileTheCycleIsEvaluatingAndThePriorityGoesOn() {
        assertThrows(
                Problem.class,
                () -> new Evaluation(InventedCycle.ended(900001), EvaluationTerms.NOTHING, somebody("Head"), NOW));
    }
}
