package org.uplift.expertise;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Problem;

/** What a profile can point at. */
@Schema(name = "ExpertEvidenceKind", description = "What a profile points at.")
public enum EvidenceKind {
    CHECKPOINT,
    MEASURE,
    NOTE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this code; refuses anything else. */
    @JsonCreator
    public static EvidenceKind fromString(String code) {
        for (EvidenceKind known : values()) {
            if (known.code().equals(code)) {
                return known;
            }
        }
        throw Problem.invalid(
                "/kind", "unknown-code", "\"" + code + "\" is no kind of evidence; use checkpoint, measure or note.");
    }
}
