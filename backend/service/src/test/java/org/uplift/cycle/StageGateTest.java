package org.uplift.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;
import org.uplift.school.AcademicYear;

class StageGateTest {
    private static final UUID CYCLE = UUID.randomUUID();
    private static final PriorityState COMPLETE =
            new PriorityState(UUID.randomUUID(), "Reading", true, true, 1, 1, 0, 0);
    private static final PriorityState BARE = new PriorityState(UUID.randomUUID(), "Maths", false, false, 0, 0, 0, 0);

    private static List<Blocker> blockers(Stage from, Stage to, PriorityState... priorities) {
        return new StageGate(CYCLE, from, List.of(priorities)).blockers(to);
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
    void implementingNeedsATargetAndTellsWhatIsNotRecordedYet() {
        assertEquals(List.of("no-action", "no-approval"), codes(Stage.TARGET_SETTING, Stage.IMPLEMENTING, COMPLETE));
        assertEquals(
                List.of("no-rationale", "no-evidence", "no-lead", "no-target", "no-action", "no-approval"),
                codes(Stage.TARGET_SETTING, Stage.IMPLEMENTING, BARE));
    }

    @Test
    void implementingAndMonitoringAlternateFreely() {
        assertEquals(List.of(), codes(Stage.IMPLEMENTING, Stage.MONITORING, BARE));
        assertEquals(List.of(), codes(Stage.MONITORING, Stage.IMPLEMENTING, BARE));
    }

    @Test
    void evaluatingAndClosingNeedWhatIsNotRecordedYet() {
        assertEquals(List.of("no-checkpoint"), codes(Stage.MONITORING, Stage.EVALUATING, COMPLETE));
        PriorityState seen = new PriorityState(UUID.randomUUID(), "Reading", true, true, 1, 1, 1, 0);
        PriorityState drafted = new PriorityState(UUID.randomUUID(), "Reading", true, true, 1, 1, 1, 2);
        assertEquals(List.of(), codes(Stage.MONITORING, Stage.EVALUATING, seen));
        assertEquals(List.of("draft-checkpoint"), codes(Stage.MONITORING, Stage.EVALUATING, drafted));
        assertEquals(List.of("no-evaluation"), codes(Stage.EVALUATING, Stage.CLOSED, COMPLETE));
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
            List<Stage> reached = Move.from(stage, new StageGate(CYCLE, stage, List.of())).stream()
                    .map(Move::stage)
                    .toList();
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
        cycle.move(Stage.EVALUATING, "One priority was overlooked", List.of());
        cycle.requireOpen();
    }
}
