package org.uplift.delegation;

/** The trust board has decided something in a meeting. */
public record DecidedInMeeting(Approval approval, Outcome outcome, String reason) {
    public boolean approved() {
        return outcome == Outcome.APPROVED;
    }
}
