package org.uplift.delegation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the scheme of delegation gives to somebody to decide. */
public enum Decision {
    SCHOOL_CYCLE("the plan of a school", "cycles"),
    TRUST_CYCLE("the plan of the trust", "cycles"),
    HIGH_CONCERN_CLOSED("the closing of a high concern", "concerns"),
    CRITICAL_CONCERN_CLOSED("the closing of a critical concern", "concerns");

    private final String words;
    private final String path;

    Decision(String words, String path) {
        this.words = words;
        this.path = path;
    }

    /** The decision on a cycle: of a school, or of the trust where there is none. */
    public static Decision onCycle(@Nullable Integer schoolUrn) {
        return schoolUrn == null ? TRUST_CYCLE : SCHOOL_CYCLE;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it is written in sentences. */
    String words() {
        return words;
    }

    /** Where the thing is that is decided. */
    String link(UUID subject) {
        return "/api/v1/" + path + "/" + subject;
    }
}
