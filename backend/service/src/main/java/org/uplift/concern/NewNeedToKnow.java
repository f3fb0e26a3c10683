package org.uplift.concern;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewNeedToKnow", description = "Somebody who needs to know of a restricted concern.", examples = """
        {"personId": "01a227b3-d4f2-7fd2-902a-23cf41ea2942", "reason": "Takes the class of the child.", "until": "2026-12-18"}""")
record NewNeedToKnow(
        @Schema(description = "Somebody who works in the school or for the whole trust") @NotNull
        UUID personId,

        @Schema(description = "Why they need to know", examples = "Class teacher of the sibling")
        @NotBlank
        @Size(max = 1000)
        String reason,

        @Schema(
                description = "The first day on which they no longer do; absent: until a lead ends it",
                examples = "2027-01-31")
        @Nullable
        LocalDate until) {}
