package org.uplift.cycle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.uplift.platform.Problem;

/** What evidence is, and so what its reference points at. */
public enum EvidenceKind {
    /** Points at a measure, by its code. */
    OUTCOME,
    /** Points at an inspection of the school, by its id. */
    INSPECTION,
    /** Points at an indicator of need, by its code. */
    NEED,
    /** Points at a concern of the school that is not restricted, by its id. */
    CONCERN,
    /** Points at a page. */
    URL,
    /** Says it all in its label. */
    NOTE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static EvidenceKind fromString(String code) {
        for (EvidenceKind kind : values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw Problem.invalid(
                "/kind",
                "unknown-code",
                "\"" + code + "\" is not a kind of evidence; use outcome, inspection, need, concern, url or note.");
    }
}
