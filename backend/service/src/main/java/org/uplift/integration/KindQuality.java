package org.uplift.integration;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What there is of one kind of rows about a school.")
record KindQuality(
        @Schema(description = "A Common Transfer File counts as assessment-results", examples = "pupils")
        String kind,

        @Schema(description = "The present academic year and the one before")
        List<YearQuality> years,

        @Schema(description = "Days without a push after which it is late; absent when nobody waits for it") @Nullable
        Integer expectedEveryDays,

        @Schema(description = "Whether nothing has come for longer than that")
        boolean late,

        @Schema(description = "Rows in quarantine, of any year, by the reason")
        List<WaitingRows> waiting) {}
