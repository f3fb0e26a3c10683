package org.uplift.concern;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a concern is going: what its last change of severity says. */
@Schema(
        name = "ConcernDirection",
        description =
                "Where it is going, by the last change of its severity: improving when that went down, worsening when it"
                        + " went up, steady when it never changed.")
public enum Direction {
    IMPROVING,
    STEADY,
    WORSENING;

    /** From the last change of severity, if there was one. */
    static Direction of(@Nullable Severity before, @Nullable Severity after) {
        if (before == null || after == null) {
            return STEADY;
        }
        return after.compareTo(before) > 0 ? WORSENING : IMPROVING;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
