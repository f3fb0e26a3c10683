package org.uplift.inspection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The grade that was given to one area; codes or labels of the framework.")
record GivenJudgement(
        @Schema(examples = "church-school") @NotBlank @Size(max = 100)
        String area,

        @Schema(examples = "j1") @NotBlank @Size(max = 100) String grade) {}
