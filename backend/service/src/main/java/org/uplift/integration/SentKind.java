package org.uplift.integration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A kind of rows that an integration may send. */
@Schema(description = "A kind of rows that an integration may send.")
record SentKind(
        @Schema(
                required = true,
                description = "As in the address to which it is pushed; assessment-result-deletions for removals",
                examples = "pupils",
                maxLength = 50)
        @NotBlank
        @Size(max = 50)
        String kind,

        @Schema(description = "Days without a push after which it is late; absent when nobody waits for it")
        @Min(1)
        @Max(400)
        @Nullable
        Integer expectedEveryDays) {}
