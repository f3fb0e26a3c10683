package org.uplift.commission;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Problem;

/** How far a commission is. */
@Schema(name = "CommissionStatus", description = "How far a commission is.")
public enum CommissionStatus {
    REQUESTED,
    MATCHED,
    APPROVED,
    ACTIVE,
    COMPLETED,
    DECLINED,
    CANCELLED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static CommissionStatus fromString(String code) {
        for (CommissionStatus known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid(
                "/status",
                "unknown-code",
                "\"" + code
                        + "\" is no status of a commission; use requested, matched, approved, active, completed, declined or cancelled.");
    }
}
