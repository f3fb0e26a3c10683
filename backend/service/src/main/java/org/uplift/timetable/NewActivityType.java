package org.uplift.timetable;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A type of activities to add. Its code is made of the label once, and stays.")
record NewActivityType(
        @Schema(description = "What people call it; no two have the same", examples = "Curriculum review")
        @NotNull
        @Size(max = 100)
        @Pattern(regexp = READABLE, message = UNREADABLE)
        String label,

        @Schema(description = "Of the trust as a whole, not of each school") @NotNull
        Boolean ofTrust,

        @Schema(description = "People have to be there; false: a day by which something is due") @NotNull
        Boolean attended,

        @Schema(
                description =
                        "One of those of `/checkpoint-types`: the checkpoint that completes it; absent where somebody says"
                                + " that it was held",
                examples = "deep-dive")
        @Size(max = 50)
        @Nullable
        String checkpointType,

        @Schema(description = "How many minutes it usually takes; absent: all day", examples = "180")
        @Min(15)
        @Max(720)
        @Nullable
        Integer minutes) {

    /** On one line, with something of which a code can be made. */
    static final String READABLE = "[^\\x00-\\x1f]*[A-Za-z0-9][^\\x00-\\x1f]*";

    static final String UNREADABLE = "has to be one line with a letter or a digit";

    ActivityTypeTerms terms() {
        return new ActivityTypeTerms(label, attended, minutes, null);
    }
}
