package org.uplift.delegation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Problem;

/** What became of something that was asked for. */
@Schema(name = "ApprovalOutcome", description = "What became of something that was asked for.")
public enum Outcome {
    APPROVED,
    REFUSED,
    /** Taken back before it was decided. */
    WITHDRAWN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Outcome of(String code) {
        for (Outcome outcome : new Outcome[] {APPROVED, REFUSED}) {
            if (outcome.code().equals(code)) {
                return outcome;
            }
        }
        throw Problem.invalid("/outcome", "unknown-code", "\"" + code + "\" decides nothing; use approved or refused.");
    }
}
