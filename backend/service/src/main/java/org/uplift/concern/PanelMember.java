package org.uplift.concern;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Somebody on the panel that heard a complaint.")
record PanelMember(
        @Schema(description = "Name or office", examples = "Chair of another school's committee")
        @NotBlank
        @Size(max = 100)
        String name,

        @Schema(description = "Independent of the running of the school")
        boolean independent) {}
