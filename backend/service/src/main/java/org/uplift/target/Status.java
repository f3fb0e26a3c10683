package org.uplift.target;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a target stands; computed, never typed. From worst to best where they can be compared. */
@Schema(name = "TargetStatus", description = "How a target stands; computed, never typed.")
public enum Status {
    NO_DATA,
    OFF_TRACK,
    AT_RISK,
    ON_TRACK,
    MISSED,
    ACHIEVED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
