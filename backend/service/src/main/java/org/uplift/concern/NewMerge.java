package org.uplift.concern;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConcernMerge", examples = """
        {"into": "01a227a0-29c2-7273-978e-13d412dd93de", "reason": "Both are about the bus."}""")
record NewMerge(
        @Schema(description = "The concern that goes on, of the same school") @NotNull
        UUID into,

        @Schema(description = "Why they are one") @Size(max = 2000) @Nullable
        String reason) {}
