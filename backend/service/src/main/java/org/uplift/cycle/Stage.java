package org.uplift.cycle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;

/** How far a cycle has come. */
public enum Stage {
    PLANNING,
    TARGET_SETTING,
    IMPLEMENTING,
    MONITORING,
    EVALUATING,
    CLOSED;

    /** The stages that may follow without a reason. Implementing and monitoring alternate freely. */
    Set<Stage> next() {
        return switch (this) {
            case PLANNING -> EnumSet.of(TARGET_SETTING);
            case TARGET_SETTING -> EnumSet.of(IMPLEMENTING);
            case IMPLEMENTING -> EnumSet.of(MONITORING, EVALUATING);
            case MONITORING -> EnumSet.of(IMPLEMENTING, EVALUATING);
            case EVALUATING -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.noneOf(Stage.class);
        };
    }

    /** The stages to which one goes back, with a reason. What is closed is reopened for its evaluation. */
    Set<Stage> back() {
        if (this == CLOSED) {
            return EnumSet.of(EVALUATING);
        }
        Set<Stage> back = EnumSet.range(PLANNING, this);
        back.remove(this);
        back.removeAll(next());
        return back;
    }

    /** Whether a cycle comes through this one first. */
    boolean isBefore(Stage other) {
        return ordinal() < other.ordinal();
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it is written in sentences. */
    String words() {
        return Words.of(code());
    }

    /** The stage with this code; refuses anything else. */
    @JsonCreator
    public static Stage fromString(String code) {
        for (Stage stage : values()) {
            if (stage.code().equals(code)) {
                return stage;
            }
        }
        throw Problem.invalid(
                "/stage",
                "unknown-code",
                "\"" + code
                        + "\" is not a stage; use planning, target-setting, implementing, monitoring, evaluating or"
                        + " closed.");
    }
}
