package org.uplift.practice;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What can be changed of good practice. Every school reads it: no figure of few pupils.")
record GoodPracticeTerms(
        @Schema(description = "What it is called", examples = "Reading aloud every day") @NotBlank @Size(max = 200)
        String title,

        @Schema(description = "What is done", examples = "Each class reads aloud for fifteen minutes after lunch")
        @NotBlank
        @Size(max = 5000)
        String what,

        @Schema(description = "Part of the school's work", examples = "Quality of education") @Size(max = 100) @Nullable
        String area,

        @Schema(description = "What came of it", examples = "Pupils choose longer books, and finish them")
        @NotBlank
        @Size(max = 5000)
        String impact,

        @Schema(description = "Where it worked", examples = "A primary school of one form of entry")
        @Size(max = 2000)
        @Nullable
        String context,

        @Schema(
                description = "How one knows: a note or an address of a page on each line",
                examples = "Library loans doubled from autumn to summer")
        @Size(max = 2000)
        @Nullable
        String evidence,

        @Schema(description = "Whom to talk to: one of those who can lead in its school, or for the trust") @Nullable
        UUID contactId,

        @Schema(description = "When its school looks at it again", examples = "2027-09-01") @NotNull
        LocalDate reviewOn) {}
