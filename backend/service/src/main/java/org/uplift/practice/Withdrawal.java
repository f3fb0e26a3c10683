package org.uplift.practice;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "GoodPracticeWithdrawal", description = "Why good practice is retired.")
record Withdrawal(
        @Schema(
                description = "It is recorded; who was to come and see it reads it",
                examples = "The approach has changed since")
        @NotBlank
        @Size(max = 2000)
        String reason) {}
