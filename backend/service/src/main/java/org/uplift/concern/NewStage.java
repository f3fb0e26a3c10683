package org.uplift.concern;

import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewComplaintStage", examples = """
        {"stage": "formal", "begunOn": "2026-11-20"}""")
record NewStage(
        @Schema(description = "A code of the list of stages", examples = "formal") @NotBlank
        String stage,

        @Schema(description = "The day from which its deadlines count; absent: today", examples = "2026-10-14")
        @Nullable
        LocalDate begunOn) {}
