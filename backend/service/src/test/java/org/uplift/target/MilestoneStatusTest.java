package org.uplift.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MilestoneStatusTest {
    private static final LocalDate DUE = LocalDate.of(2026, 3, 31);

    private static Judgement judgement(int month, Status status, boolean signedOff) {
        return new Judgement(LocalDate.of(2026, month, 10), status, signedOff);
    }

    private static MilestoneStatus status(Judgement... judgements) {
        return MilestoneStatus.of(DUE, List.of(judgements), DUE);
    }

    @Test
    void withoutAJudgementThereIsNoData() {
        assertEquals(new MilestoneStatus(Status.NO_DATA, "No checkpoint has judged it yet."), status());
    }

    @Test
    void theLatestJudgementCounts() {
        MilestoneStatus status = status(
                judgement(2, Status.OFF_TRACK, true),
                judgement(3, Status.AT_RISK, false),
                judgement(1, Status.ON_TRACK, true));
        assertEquals(Status.AT_RISK, status.status());
        assertEquals(
                "Judged at risk at the checkpoint of 10 March 2026, which is not signed off yet.", status.reason());
    }

    @Test
    void aSignedOffCheckpointSettlesIt() {
        MilestoneStatus status = status(judgement(2, Status.ACHIEVED, true), judgement(3, Status.ON_TRACK, true));
        assertEquals(
                new MilestoneStatus(Status.ACHIEVED, "Judged achieved at the checkpoint of 10 February 2026."), status);
        assertEquals(
                Status.MISSED,
                status(judgement(2, Status.ACHIEVED, true), judgement(3, Status.MISSED, true))
                        .status(),
                "the later of two settles it");
    }

    @Test
    void whatIsNotSignedOffSettlesNothing() {
        assertEquals(
                Status.ON_TRACK,
                status(judgement(2, Status.ON_TRACK, true), judgement(3, Status.ACHIEVED, false))
                        .status());
        assertEquals(
                new MilestoneStatus(
                        Status.NO_DATA,
                        "The judgement of the checkpoint of 10 March 2026 counts when that is signed off."),
                status(judgement(3, Status.MISSED, false)));
    }

    @Test
    void afterTheDueDateTheSentenceSaysSo() {
        assertEquals(
                "No checkpoint has judged it yet. It was due on 31 March 2026, 1 day ago.",
                MilestoneStatus.of(DUE, List.of(), DUE.plusDays(1)).reason());
        assertEquals(
                "Judged achieved at the checkpoint of 10 March 2026.",
                MilestoneStatus.of(DUE, List.of(judgement(3, Status.ACHIEVED, true)), DUE.plusDays(9))
                        .reason());
    }
}
