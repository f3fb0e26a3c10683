package org.uplift.commission;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Problem;

/** The two parties of a commission. */
@Schema(name = "CommissionParty", description = "The two parties of a commission.")
public enum Party {
    SCHOOL,
    SUPPORTER;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static Party fromString(String code) {
        for (Party known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid("/party", "unknown-code", "\"" + code + "\" is no party; use school or supporter.");
    }
}
