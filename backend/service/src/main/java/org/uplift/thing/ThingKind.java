package org.uplift.thing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** What people work on. */
public enum ThingKind {
    CYCLE("the plan"),
    PRIORITY("the priority"),
    ACTION("the action"),
    TARGET("the target"),
    MILESTONE("the milestone"),
    CHECKPOINT("the checkpoint"),
    OCCURRENCE("the planned activity"),
    ADJUSTMENT("the small improvement"),
    NEED("the need level"),
    CONCERN("the concern"),
    COMMITTEE("the committee"),
    MEETING("the meeting"),
    PACK("the pack"),
    CHALLENGE("the challenge"),
    EXPERT("the profile"),
    COMMISSION("the support"),
    PRACTICE("the good practice"),
    WEBHOOK("the webhook");

    private final String words;

    ThingKind(String words) {
        this.words = words;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it is written in sentences. */
    public String words() {
        return words;
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static ThingKind fromString(String code) {
        for (ThingKind known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid(
                "/subjectKind",
                "unknown-code",
                "\"" + code
                        + "\" is no kind of thing; use priority, action, target, milestone, checkpoint or adjustment.");
    }
}
