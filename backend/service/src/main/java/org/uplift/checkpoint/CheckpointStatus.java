package org.uplift.checkpoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** How far a checkpoint has come. */
public enum CheckpointStatus {
    DRAFT,
    SUBMITTED,
    SIGNED_OFF;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static CheckpointStatus fromString(String code) {
        for (CheckpointStatus known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid(
                "/status",
                "unknown-code",
                "\"" + code + "\" is not a status of checkpoints; use draft, submitted or signed-off.");
    }
}
