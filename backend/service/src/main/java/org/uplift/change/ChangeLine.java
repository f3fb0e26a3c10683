package org.uplift.change;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.activity.Subject;

@Schema(name = "ChangedThing", description = "That a thing has changed. What it is now is read at its address.")
record ChangeLine(
        @Schema(description = "Send it as since to go on after this item")
        String cursor,

        @Schema(description = "When") Instant at,
        @Schema(description = "What kind of thing") Subject kind,

        @Schema(
                description =
                        "Which one: an id, the URN of a school, the id of a data set, or for outcomes a measure and an academic year",
                examples = "KS2_RWM_EXP 2024/2025")
        String id,

        @Schema(description = "The school, where it is about one", examples = "900001") @Nullable
        Integer schoolUrn,

        @Schema(description = "changed also where it is not known which of them it was")
        Happened what,

        @Schema(
                description = "Where to read it, when there is such a place and the thing has not been removed",
                examples = "/api/v1/schools/900001")
        @Nullable
        String href) {}
