package org.uplift.commission;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Problem;

/** What asks for support. */
@Schema(name = "CommissionSourceKind", description = "What asks for support.")
public enum SourceKind {
    NEED,
    PRIORITY,
    CHECKPOINT;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static SourceKind fromString(String code) {
        for (SourceKind known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid(
                "/source/kind",
                "unknown-code",
                "\"" + code + "\" is no kind of thing that asks for support; use need, priority or checkpoint.");
    }
}
