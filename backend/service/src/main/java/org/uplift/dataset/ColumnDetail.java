package org.uplift.dataset;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "DataSetColumn", description = "A column of a data set.")
public record ColumnDetail(
        @Schema(examples = "pupilGroup") String name,
        String label,
        ColumnKind kind,
        ColumnType type,
        String description,
        @Schema(examples = "days") @Nullable String unit,

        @Schema(description = "How many decimals are shown") @Nullable
        Integer decimals,

        @Schema(
                description = "The column whose options give its unit and decimals, where these differ from row to row",
                examples = "measureCode")
        @Nullable
        String unitIn,

        @Schema(description = "Its codes have labels, in a column whose name ends in Label")
        boolean labelled,

        @Schema(description = "A symbol can stand in place of a value; its values are texts then")
        boolean symbolic,

        @Schema(description = "What it can be, 500 at most; absent where that is not listed") @Nullable
        List<ColumnOption> options) {
    static ColumnDetail of(Column column, @Nullable List<ColumnOption> options) {
        return new ColumnDetail(
                column.name(),
                column.label(),
                column.kind(),
                column.type(),
                column.description(),
                column.unit(),
                column.decimals(),
                column.unitIn(),
                column.labelled(),
                column.symbol() != null,
                options);
    }
}
