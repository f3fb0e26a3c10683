package org.uplift.practice;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Two words or phrases that mean the same in schools; a search for one finds the other too.")
record NewPracticeSynonym(
        @Schema(description = "As people may type it", examples = "PP")
        @NotNull
        @Size(max = 60)
        @Pattern(regexp = READABLE, message = UNREADABLE)
        String term,

        @Schema(description = "What it means", examples = "disadvantaged")
        @NotNull
        @Size(max = 60)
        @Pattern(regexp = READABLE, message = UNREADABLE)
        String means) {
    private static final String READABLE = "[\\s\\S]*[\\p{L}\\p{N}][\\s\\S]*";
    private static final String UNREADABLE = "has neither a letter nor a digit";
}
