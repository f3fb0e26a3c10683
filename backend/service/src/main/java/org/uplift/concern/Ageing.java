package org.uplift.concern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConcernAgeing", description = "How many open concerns are how old.")
record Ageing(
        @Schema(description = "In days, from") int from,

        @Schema(description = "In days, below; absent: without an end") @Nullable
        Integer below,

        int open) {}
