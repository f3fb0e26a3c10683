package org.uplift.timetable;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Problem;

/** How a planned activity stands; it follows from what was recorded and from the day. */
@Schema(
        description =
                "planned: its day is still to come. done: its checkpoint is signed off, or somebody said that it was held. overdue:"
                        + " its day is past and nothing was recorded. missed: so is its term. cancelled: with a reason.")
public enum OccurrenceStatus {
    PLANNED,
    DONE,
    OVERDUE,
    MISSED,
    CANCELLED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For query parameters. */
    public static OccurrenceStatus fromString(String code) {
        for (OccurrenceStatus status : values()) {
            if (status.code().equals(code)) {
                return status;
            }
        }
        throw Problem.invalid("/status", "unknown-code", "\"" + code + "\" is not a status of an activity.");
    }
}
