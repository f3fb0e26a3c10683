package org.uplift.target;

import java.time.LocalDate;

/**
 * What a checkpoint says of a target.
 *
 * @param date the day of the checkpoint
 * @param status how the target stood in the eyes of those who were there; never {@link Status#NO_DATA}
 * @param signedOff both parties have signed the checkpoint
 */
record Judgement(LocalDate date, Status status, boolean signedOff) {
    /** Whether it says how the milestone came out, and not only how things go. */
    boolean settles() {
        return status == Status.ACHIEVED || status == Status.MISSED;
    }
}
