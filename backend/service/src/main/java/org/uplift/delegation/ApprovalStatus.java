package org.uplift.delegation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** How far something is that was asked for. */
public enum ApprovalStatus {
    WAITING,
    APPROVED,
    REFUSED,
    WITHDRAWN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For query parameters. */
    public static ApprovalStatus fromString(String code) {
        for (ApprovalStatus status : values()) {
            if (status.code().equals(code)) {
                return status;
            }
        }
        throw Problem.invalid(
                "/status",
                "unknown-code",
                "\"" + code + "\" is not a status of an approval; use waiting, approved, refused or withdrawn.");
    }
}
