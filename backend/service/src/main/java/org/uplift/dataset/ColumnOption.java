package org.uplift.dataset;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What a column can be.")
public record ColumnOption(
        String code,
        String label,

        @Schema(description = "Of a measure or an indicator of need: the unit of its values") @Nullable
        String unit,

        @Schema(description = "Of a measure or an indicator of need: how many decimals are shown") @Nullable
        Integer decimals) {}
