package org.uplift.committee;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ChallengeJudgement", description = "Whether the committee is satisfied with the answer, and why.")
record NewJudgement(
        @NotNull Boolean satisfied,

        @Schema(examples = "The answer does not say what happens in the summer term.") @NotBlank @Size(max = 4000)
        String reason,

        @Schema(description = "Where it is not satisfied: by when it is to be answered again") @Nullable
        LocalDate answerBy) {}
