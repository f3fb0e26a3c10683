package org.uplift.need;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The level that somebody sets, and why. */
@Schema(
        name = "NewModeration",
        description = "Sets another level than the computed one, or goes back to that; with why.")
record ModerationTerms(
        @Schema(description = "The level that is to count", examples = "targeted") @NotBlank @Size(max = 50)
        String level,

        @Schema(
                description =
                        "Why: 20 characters or more. It is kept, and read by those who read the need of the school; where"
                                + " it rests on a restricted concern, by those alone who may see that",
                examples = "Two of the three year 6 teachers leave at Christmas; the results do not show that yet.")
        @NotBlank
        @Size(max = 2000)
        String rationale,

        @Schema(
                description =
                        "The restricted concern of the school that it rests on. Why is written into its chronology then, and"
                                + " nowhere else; opening it needs the same proof of who you are as reading it")
        @Nullable
        UUID concernId) {}
