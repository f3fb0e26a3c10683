package org.uplift.pack;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.committee.MeetingStatus;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/**
 * The meeting that a pack is for.
 *
 * @param nextNumber of the next pack for it, from 1
 * @param lastHeld the day of the meeting before; null where there was none
 */
record Occasion(
        UUID id,
        UUID committeeId,
        String committeeName,
        boolean going,
        LocalDate day,
        String startsAt,
        @Nullable String place,
        MeetingStatus status,
        int nextNumber,
        @Nullable LocalDate lastHeld) {
    /** Refuses with 409 a pack for a meeting that is over, or of a committee that has ended. */
    void requireAhead(LocalDate today) {
        if (!going) {
            throw Problem.conflict("The committee has ended.");
        }
        if (status != MeetingStatus.PLANNED) {
            throw Problem.conflict(
                    "The meeting of " + Words.day(day) + " is " + status.code() + "; what it was told stays as it is.");
        }
        if (day.isBefore(today)) {
            throw Problem.conflict("The meeting was on " + Words.day(day) + "; a pack is for one that is to come.");
        }
    }
}
