package org.uplift.dataset;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A question to keep.", examples = """
                {"name": "Reading of disadvantaged pupils", "dataSet": "headline-outcomes",
                 "search": "?measureCode=KS2_READ_EXP&pupilGroup=DISADVANTAGED"}""")
public record NewSavedQuery(
        @Schema(examples = "Reading of disadvantaged pupils") @NotBlank @Size(max = 80)
        String name,

        @Schema(description = "The id of a data set that you may read", examples = "headline-outcomes")
        @NotBlank
        @Size(max = 40)
        String dataSet,

        @Schema(
                description =
                        "What stands in the address of the page behind its path, with the question mark; empty for all rows",
                examples = "?measureCode=KS2_READ_EXP&pupilGroup=DISADVANTAGED")
        @NotNull
        @Size(max = 8_000)
        @Pattern(regexp = "(\\?[^#\\s]*)?", message = "It is empty, or begins with a question mark.")
        String search) {}
