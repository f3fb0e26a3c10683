package org.uplift.timetable;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Why a planned activity can hardly take place as it is planned.")
record Clash(
        UUID occurrenceId,
        Kind kind,

        @Schema(description = "As a sentence", examples = "The reading lead is at a peer review in Alder Primary too.")
        String reason,

        @Schema(description = "The other activity, where there is one and you may see it") @Nullable
        UUID otherId) {

    @Schema(
            name = "ClashKind",
            description =
                    "person: somebody is to be in two places. school: another activity takes place there at that time. closed: it"
                            + " is no school day.")
    public enum Kind {
        PERSON,
        SCHOOL,
        CLOSED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
