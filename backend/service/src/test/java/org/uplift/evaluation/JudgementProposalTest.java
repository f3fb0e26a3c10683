package org.uplift.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.uplift.target.Status.ACHIEVED;
import static org.uplift.target.Status.MISSED;
import static org.uplift.target.Status.NO_DATA;
import static org.uplift.target.Status.ON_TRACK;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uplift.target.MilestoneSummary;
import org.uplift.target.Status;

class JudgementProposalTest {
    private static MilestoneSummary milestone(Status status, @Nullable LocalDate endedOn) {
        return new MilestoneSummary(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                900001,
                "A corner in every class",
                LocalDate.of(2026, 3, 31),
                status,
                "Judged so",
                endedOn,
                null,
                false,
                0);
    }

    private static @Nullable JudgementProposal of(Status... statuses) {
        return JudgementProposal.of(
                List.of(),
                Stream.of(statuses).map(status -> milestone(status, null)).toList());
    }

    @Test
    void allAchievedIsFullyNoneIsNotAndElsePartly() {
        assertEquals(
                new JudgementProposal(Achievement.FULLY_ACHIEVED, "2 of 2 targets and milestones achieved."),
                of(ACHIEVED, ACHIEVED));
        assertEquals(
                new JudgementProposal(
                        Achievement.PARTLY_ACHIEVED, "1 of 3 targets and milestones achieved; 1 on track, 1 missed."),
                of(MISSED, ACHIEVED, ON_TRACK));
        assertEquals(
                new JudgementProposal(Achievement.NOT_ACHIEVED, "0 of 1 target or milestone achieved; 1 missed."),
                of(MISSED));
    }

    @Test
    void whatHasNoDataIsNotAchieved() {
        assertEquals(
                new JudgementProposal(
                        Achievement.PARTLY_ACHIEVED, "1 of 2 targets and milestones achieved; 1 without data."),
                of(NO_DATA, ACHIEVED));
    }

    @Test
    void nothingIsProposedWhereNothingIsKnown() {
        assertNull(of());
        assertNull(of(NO_DATA, NO_DATA));
    }

    @Test
    void whatWasEndedDoesNotCount() {
        assertNull(JudgementProposal.of(List.of(), List.of(milestone(MISSED, LocalDate.of(2026, 1, 5)))));
    }
}
