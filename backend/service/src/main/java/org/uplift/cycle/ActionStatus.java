package org.uplift.cycle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** How far an action has come, by what was last reported. */
public enum ActionStatus {
    PLANNED,
    UNDER_WAY,
    DONE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it is written in sentences. */
    String words() {
        return Words.of(code());
    }

    @JsonCreator
    static ActionStatus of(String code) {
        for (ActionStatus status : values()) {
            if (status.code().equals(code)) {
                return status;
            }
        }
        throw Problem.invalid(
                "/status",
                "unknown-code",
                "\"" + code + "\" is not a status of an action; use planned, under-way or done.");
    }
}
