package org.uplift.committee;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AgendaItemMinutes", description = "What was said to an item, and who declared an interest in it.")
record MinutedTerms(
        @Schema(examples = "The headteacher went through the results of year 6.") @Size(max = 20000) @Nullable
        String minuted,

        @Schema(description = "The people who declared an interest; they abstain") @NotNull @Size(max = 50)
        List<@NotNull UUID> conflicted) {}
