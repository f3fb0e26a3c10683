package org.uplift.cycle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** What becomes of an action that is still open when its cycle closes. */
public enum CarryForward {
    CARRY_FORWARD,
    DROP;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static CarryForward of(String code) {
        for (CarryForward decision : values()) {
            if (decision.code().equals(code)) {
                return decision;
            }
        }
        throw Problem.invalid(
                "/carryForward",
                "unknown-code",
                "\"" + code + "\" does not say what becomes of the action; use carry-forward or drop.");
    }
}
