package org.uplift.delegation;

/** A committee has decided something in a meeting. */
public record DecidedInMeeting(Approval approval, Outcome outcome, String reason) {
    public boolean approved() {
        return outcome == Outcome.APPROVED;
    }

    /** As it is recorded, up to the name of the thing. */
    public String words() {
        return "recorded that " + approval.body().words() + (approved() ? " approved " : " refused to approve ");
    }
}
