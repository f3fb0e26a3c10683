package org.uplift.practice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PracticeMeasureTerms", description = "The measures by which one knows that it works, in their order.")
record MeasureTerms(
        @Schema(description = "Five at most; each once") @NotNull @Size(max = 5)
        List<@NotNull @Valid MeasureKey> measures) {}
