package org.uplift.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.uplift.cycle.PriorityState.UnfinishedAction;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;
import org.uplift.school.AcademicYear;

class StageGateTest {
    private static final UUID CYCLE = UUID.randomUUID();
    private static final PriorityState COMPLETE =
            new PriorityState(UUID.randomUUID(), "Reading", true, true, 1, 1, 1, null, 0, 0, false);
    private static final PriorityState BARE =
            new PriorityState(UUID.randomUUID(), "Maths", false, false, 0, 0, 0, null, 0, 0, false);

    private static StageGate gate(Stage from, PriorityState... priorities) {
        return new StageGate(new PlanState(CYCLE, from, List.of(priorities), List.of(), "It has not been approved."));
    }

    private static List<Blocker> blockers(Stage from, Stage to, PriorityState... priorities) {
        return gate(from, priorities).blockers(to);
    }

    private static List<String> codes(Stage from, Stage to, PriorityState... priorities) {
        return blockers(from, to, priorities).stream().map(Blocker::code).toList();
    }

    @Test
    void targetSettingNeedsAPriority() {
        assertEquals(
                List.of(new Blocker(
                        "no-priority", "The cycle has no priority.", "/api/v1/cycles/" + CYCLE + "/priorities")),
                blockers(Stage.PLANNING, Stage.TARGET_SETTING));
    }

    @Test
    void targetSettingNeedsRationaleEvidenceAndLeadOfEachPriority() {
        assertEquals(
                List.of("no-rationale", "no-evidence", "no-lead"),
                codes(Stage.PLANNING, Stage.TARGET_SETTING, COMPLETE, BARE));
        blockers(Stage.PLANNING, Stage.TARGET_SETTING, COMPLETE, BARE).forEach(blocker -> {
            assertTrue(blocker.message().contains("Maths"));
            assertEquals("/api/v1/priorities/" + BARE.id(), blocker.link());
        });
        assertEquals(List.of(), codes(Stage.PLANNING, Stage.TARGET_SETTING, COMPLETE));
    }

    @Test
    void implementingNeedsATargetAnActionAndTheApproval() {
        assertEquals(List.of("no-approval"), codes(Stage.TARGET_SETTING, Stage.IMPLEMENTING, COMPLETE));
        assertEquals(
                List.of("no-rationale", "no-evidence", "no-lead", "no-target", "no-action", "no-approval"),
                codes(Stage.TARGET_SETTING, Stage.IMPLEMENTING, BARE));
        assertEquals(
                List.of(),
                new StageGate(new PlanState(CYCLE, Stage.TARGET_SETTING, List.of(COMPLETE), List.of(), null))
                        .blockers(Stage.IMPLEMENTING));
    }

    @Test
    void anActionThatIsNotPlannedToTheEndIsNamedWithWhatItLacks() {
        UnfinishedAction closest = new UnfinishedAction(UUID.randomUUID(), "Buy books", "no lead, no due date");
        Blocker blocker = blockers(
                        Stage.TARGET_SETTING,
                        Stage.IMPLEMENTING,
                        new PriorityState(UUID.randomUUID(), "Reading", true, true, 1, 1, 0, closest, 0, 0, false))
                .getFirst();
        assertEquals("no-action", blocker.code());
        assertEquals("/api/v1/actions/" + closest.id(), blocker.link());
        assertTrue(blocker.message().contains("\"Buy books\" has no lead, no due date"), blocker.message());
    }

    @Test
    void closingNeedsADecisionOnEachOpenAction() {
        OpenAction open = new OpenAction(UUID.randomUUID(), "Buy books");
        List<Blocker> blockers = new StageGate(
                        new PlanState(CYCLE, Stage.EVALUATING, List.of(COMPLETE), List.of(open), null))
                .blockers(Stage.CLOSED);
        assertEquals("no-decision", blockers.getLast().code());
        assertEquals(open.link(), blockers.getLast().link());
    }

    /** From every stage to every other: a step, a way back, or neither, and whoever is incomplete goes nowhere onwards. */
    @Test
    void everyPairOfStagesIsAStepOrAWayBackOrOutOfOrder() {
        for (Stage from : Stage.values()) {
            for (Stage to : Stage.values()) {
                List<String> complete = codes(from, to, COMPLETE);
                List<String> bare = codes(from, to, BARE);
                String pair = from + " → " + to;
                assertTrue(bare.containsAll(complete), pair);
                if (from.back().contains(to)) {
                    assertEquals(List.of(), bare, pair);
                    assertTrue(to.isBefore(from), pair);
                } else {
                    assertEquals(!from.next().contains(to), complete.contains("stage-order"), pair);
                    boolean free = to == Stage.MONITORING || from == Stage.MONITORING && to == Stage.IMPLEMENTING;
                    assertEquals(free && from.next().contains(to), bare.isEmpty(), pair);
                }
            }
        }
    }

    @Test
    void implementingAndMonitoringAlternateFreely() {
        assertEquals(List.of(), codes(Stage.IMPLEMENTING, Stage.MONITORING, BARE));
        assertEquals(List.of(), codes(Stage.MONITORING, Stage.IMPLEMENTING, BARE));
    }

    @Test
    void evaluatingNeedsSignedCheckpointsAndClosingJudgements() {
        assertEquals(List.of("no-checkpoint"), codes(Stage.MONITORING, Stage.EVALUATING, COMPLETE));
        PriorityState seen = new PriorityState(UUID.randomUUID(), "Reading", true, true, 1, 1, 1, null, 1, 0, false);
        PriorityState drafted = new PriorityState(UUID.randomUUID(), "Reading", true, true, 1, 1, 1, null, 1, 2, false);
        assertEquals(List.of(), codes(Stage.MONITORING, Stage.EVALUATING, seen));
        assertEquals(List.of("draft-checkpoint"), codes(Stage.MONITORING, Stage.EVALUATING, drafted));
        assertEquals(List.of("no-evaluation"), codes(Stage.EVALUATING, Stage.CLOSED, COMPLETE));
        assertEquals(
                COMPLETE.link() + "/evaluation",
                blockers(Stage.EVALUATING, Stage.CLOSED, COMPLETE).getFirst().link());
        PriorityState evaluated =
                new PriorityState(UUID.randomUUID(), "Reading", true, true, 1, 1, 1, null, 1, 0, true);
        assertEquals(List.of(), codes(Stage.EVALUATING, Stage.CLOSED, evaluated));
        assertEquals(List.of("no-priority"), codes(Stage.MONITORING, Stage.EVALUATING));
        assertEquals(List.of("no-priority"), codes(Stage.EVALUATING, Stage.CLOSED));
    }

    @Test
    void noStageIsSkipped() {
        assertEquals(
                "stage-order",
                codes(Stage.PLANNING, Stage.IMPLEMENTING, COMPLETE).getFirst());
        assertEquals(
                "stage-order", codes(Stage.PLANNING, Stage.CLOSED, COMPLETE).getFirst());
        assertEquals(
                "stage-order", codes(Stage.PLANNING, Stage.MONITORING, COMPLETE).getFirst());
    }

    @Test
    void goingBackIsFreeOfBlockers() {
        assertEquals(List.of(), codes(Stage.TARGET_SETTING, Stage.PLANNING));
        assertEquals(List.of(), codes(Stage.EVALUATING, Stage.PLANNING, BARE));
        assertEquals(List.of(), codes(Stage.CLOSED, Stage.EVALUATING, BARE));
    }

    @Test
    void everyStageIsLeftSomehowAndNeverForItself() {
        for (Stage stage : Stage.values()) {
            List<Stage> reached =
                    Move.from(stage, gate(stage)).stream().map(Move::stage).toList();
            assertTrue(!reached.isEmpty() && !reached.contains(stage), stage + " → " + reached);
            assertEquals(
                    reached.size(), reached.stream().collect(Collectors.toSet()).size());
        }
    }

    @Test
    void aCycleMovesOnlyWhenNothingIsMissingAndBackWithAReason() {
        Cycle cycle = new Cycle(900001, new AcademicYear(2025));
        Blocker missing = blockers(Stage.PLANNING, Stage.TARGET_SETTING).getFirst();
        Problem blocked = assertThrows(Problem.class, () -> cycle.move(Stage.TARGET_SETTING, null, List.of(missing)));
        assertEquals(ProblemType.STAGE_BLOCKED, blocked.type());
        cycle.move(Stage.TARGET_SETTING, null, List.of());
        assertEquals(Stage.TARGET_SETTING, cycle.stage());
        assertEquals(
                ProblemType.CONFLICT,
                assertThrows(Problem.class, () -> cycle.move(Stage.TARGET_SETTING, null, List.of()))
                        .type());
        assertEquals(
                ProblemType.INVALID,
                assertThrows(Problem.class, () -> cycle.move(Stage.PLANNING, " ", List.of()))
                        .type());
        cycle.move(Stage.PLANNING, "The rationale has changed", List.of());
        assertEquals(Stage.PLANNING, cycle.stage());
    }

    @Test
    void aClosedCycleIsReadOnlyUntilItIsReopened() {
        Cycle cycle = new Cycle(900001, new AcademicYear(2025));
        for (Stage stage : List.of(Stage.TARGET_SETTING, Stage.IMPLEMENTING, Stage.EVALUATING, Stage.CLOSED)) {
            cycle.move(stage, null, List.of());
        }
        assertEquals(
                ProblemType.CONFLICT,
                assertThrows(Problem.class, cycle::requireOpen).type());
        assertThrows(Problem.class, () -> cycle.move(Stage.PLANNING, "Start again", List.of()));
        assertEquals(new AcademicYear(2026), cycle.successor().academicYear());
        cycle.move(Stage.EVALUATING, "One priority was overlooked", List.of());
        cycle.requireOpen();
        assertEquals(
                ProblemType.CONFLICT,
                assertThrows(Problem.class, cycle::successor).type());
    }

    @Test
    void prioritiesAreEvaluatedWhileTheirCycleIsEvaluating() {
        Cycle cycle = new Cycle(900001, new AcademicYear(2025));
        for (Stage stage : List.of(Stage.TARGET_SETTING, Stage.IMPLEMENTING)) {
            assertThrows(Problem.class, cycle::requireEvaluating);
            cycle.move(stage, null, List.of());
        }
        cycle.move(Stage.EVALUATING, null, List.of());
        cycle.requireEvaluating();
        cycle.move(Stage.CLOSED, null, List.of());
        assertTrue(
                assertThrows(Problem.class, cycle::requireEvaluating).detail().contains("closed"));
    }
}
