package org.uplift.school;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** Whether a school belongs to the trust. One that is only in the register counts in no figure of the trust. */
public enum SchoolStatus {
    IN_TRUST,
    LEFT,
    REGISTER;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it is said of a school: "is …". */
    String words() {
        return switch (this) {
            case IN_TRUST -> "in the trust";
            case LEFT -> "no longer in the trust";
            case REGISTER -> "in the register only";
        };
    }

    @JsonCreator
    public static SchoolStatus fromString(String code) {
        for (SchoolStatus status : values()) {
            if (status.code().equals(code)) {
                return status;
            }
        }
        throw Problem.invalid(
                "/status", "unknown-code", "\"" + code + "\" is not a status; use in-trust, left or register.");
    }
}
