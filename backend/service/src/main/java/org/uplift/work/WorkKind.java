package org.uplift.work;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why something waits for somebody. In the order in which things of one day are listed. */
public enum WorkKind {
    APPROVAL,
    CONSULTATION,
    CONCERN_TO_CLOSE,
    CONCERN,
    CONCERN_ACTION,
    COMMISSION,
    EXPERT_TO_CONFIRM,
    CHECKPOINT_TO_SIGN,
    CHALLENGE,
    CHALLENGE_TO_JUDGE,
    PACK,
    PACK_TO_BUILD,
    ACTION,
    MEETING_ACTION,
    CHECKPOINT_TO_RECORD,
    OCCURRENCE,
    TARGET_OFF_TRACK,
    PRACTICE_TO_REVIEW,
    TERM_OF_OFFICE,
    QUARANTINE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
