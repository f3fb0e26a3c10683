package org.uplift.notification;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Words;
import org.uplift.thing.ThingKind;

/** What somebody is told. */
public enum NotificationKind {
    MENTIONED,
    ACTION_GIVEN,
    APPROVAL_ASKED,
    APPROVAL_CONSULTED,
    APPROVAL_DECIDED,
    DECISION_TAKEN,
    CHECKPOINT_SUBMITTED,
    CHECKPOINT_RETURNED,
    CHECKPOINT_SIGNED_OFF,
    ACTIVITY_GIVEN,
    ACTIVITY_MOVED,
    ACTIVITY_CANCELLED,
    TARGET_IN_TROUBLE,
    CONCERN_RAISED,
    CONCERN_GIVEN,
    CONCERN_SHARED,
    CONCERN_TO_CLOSE,
    CONCERN_CLOSED,
    SUPPORT_REQUESTED,
    SUPPORT_MATCHED,
    SUPPORT_BEGUN,
    SUPPORT_ENDED,
    SUPPORT_CHANGE,
    VISIT_BOOKED,
    VISIT_CANCELLED,
    WEBHOOK_PAUSED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The sentence that tells it; the name of the thing stands beside it.
     *
     * @param actor who did it; nobody where it followed from figures
     * @param detail the outcome of an approval or a decision, the status of a target
     */
    String words(ThingKind subject, @Nullable String actor, @Nullable String detail) {
        return switch (this) {
            case MENTIONED -> actor + " mentioned you in a comment on " + subject.words() + ".";
            case ACTION_GIVEN -> actor + " gave you an action.";
            case APPROVAL_ASKED -> actor + " asks for your approval of " + subject.words() + ".";
            case APPROVAL_CONSULTED -> actor + " asks for approval of " + subject.words() + "; you are consulted.";
            case APPROVAL_DECIDED ->
                actor + ("approved".equals(detail) ? " approved " : " refused to approve ") + subject.words() + ".";
            case DECISION_TAKEN ->
                "For information: " + subject.words() + ("refused".equals(detail) ? " was refused." : " was approved.");
            case CHECKPOINT_SUBMITTED -> actor + " submitted a checkpoint that waits for your signature.";
            case CHECKPOINT_RETURNED -> actor + " returned your checkpoint to its draft.";
            case CHECKPOINT_SIGNED_OFF -> "A checkpoint of yours is signed off; " + actor + " signed last.";
            case ACTIVITY_GIVEN -> actor + " planned an activity at which you are to be.";
            case ACTIVITY_MOVED -> actor + " moved an activity of yours to another day.";
            case ACTIVITY_CANCELLED -> actor + " cancelled an activity of yours.";
            case CONCERN_RAISED -> "A concern was raised that you have to know of.";
            case CONCERN_GIVEN -> actor + " made a concern yours.";
            case CONCERN_SHARED -> actor + " named you as somebody who needs to know of a concern.";
            case CONCERN_TO_CLOSE -> actor + " asks for your agreement to close a concern.";
            case CONCERN_CLOSED -> "For information: a concern was closed.";
            case SUPPORT_REQUESTED -> actor + " asks for support.";
            case SUPPORT_MATCHED -> actor + " found somebody to give the support.";
            case SUPPORT_BEGUN -> "The support has begun; " + actor + " accepted it.";
            case SUPPORT_ENDED -> "The support is " + detail + "; " + actor + " recorded it.";
            case SUPPORT_CHANGE ->
                actor
                        + ("proposed".equals(detail)
                                ? " proposes to change what is agreed on the support."
                                : " has answered the change of what is agreed on the support.");
            case VISIT_BOOKED -> actor + " booked a place to come and see " + subject.words() + ".";
            case VISIT_CANCELLED -> actor + " cancelled a visit to see " + subject.words() + ".";
            case WEBHOOK_PAUSED ->
                "Nothing is delivered to " + subject.words()
                        + " any more: too many deliveries in a row have failed for good.";
            case TARGET_IN_TROUBLE ->
                "no-data".equals(detail)
                        ? "The result of " + subject.words() + " is overdue."
                        : Words.capital(subject.words()) + " is " + Words.of(String.valueOf(detail)) + ".";
        };
    }
}
