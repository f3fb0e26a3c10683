package org.uplift.pack;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something needs the committee first. The gravest comes first. */
@Schema(name = "PackExceptionKind", description = "Why something needs the committee, the gravest first.")
public enum ExceptionKind {
    CATEGORY_OF_CONCERN("In a category of concern"),
    NEED_RISEN("Needs more support"),
    OFF_TRACK("Off track"),
    BEHIND_ENGLAND("Behind England"),
    RESULT_OVERDUE("Result overdue"),
    CHALLENGE_OVERDUE("Challenge not answered"),
    NO_PLAN("No plan for the year"),
    AT_RISK("At risk"),
    RISK_OF_DECLINE("May decline"),
    VISIT_OVERDUE("Visits overdue"),
    ACTION_OVERDUE("Action overdue");

    private final String words;

    ExceptionKind(String words) {
        this.words = words;
    }

    /** As people read it. */
    String words() {
        return words;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with this code. */
    @JsonCreator
    public static ExceptionKind fromString(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of exception: " + code));
    }
}
