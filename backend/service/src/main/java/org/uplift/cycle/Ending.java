package org.uplift.cycle;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is ended. */
@Schema(description = "Why it is ended.", examples = """
        {"reason": "The measure has ended; the new one has a target of its own."}""")
public record Ending(
        @Schema(description = "It is recorded", examples = "The lead has left; the training is bought in instead")
        @NotBlank
        @Size(max = 2000)
        String reason) {}
