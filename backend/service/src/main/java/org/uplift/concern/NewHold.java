package org.uplift.concern;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ConcernHold", examples = """
        {"held": true, "reason": "The local authority has asked for the record."}""")
record NewHold(
        @Schema(description = "true: it is kept past its retention date, until this is lifted") @NotNull
        Boolean held,

        @Schema(description = "Why") @NotBlank @Size(max = 2000)
        String reason) {}
