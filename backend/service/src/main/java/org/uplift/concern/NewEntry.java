package org.uplift.concern;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewConcernEntry", description = "What happened.", examples = """
        {"happenedOn": "2026-11-20", "text": "Met the families of year 5; six of nine came."}""")
record NewEntry(
        @Schema(description = "When it happened; absent: today", examples = "2026-11-20") @Nullable
        LocalDate happenedOn,

        @Schema(examples = "Met the families of year 5; six of nine came.") @NotBlank @Size(max = 10_000)
        String text,

        @Schema(description = "The entry that this one puts right, which stays as it is") @Nullable
        UUID corrects) {}
