package org.uplift.dataset;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description =
                "Which rows: all of several criteria (and), any of several (or), what one is not (not), or a column and what its"
                        + " values are held against. Where several comparisons are given for a column, all of them hold. Values are"
                        + " texts of the type of the column. A symbol is no value: no comparison with it holds.",
        examples = """
        {"and": [{"column": "measureCode", "eq": "KS2_RWM_EXP"},
                 {"not": {"column": "academicYear", "lt": "2024/2025"}}]}""")
public record Criteria(
        @Size(min = 1, max = 100) @Nullable List<Criteria> and,
        @Size(min = 1, max = 100) @Nullable List<Criteria> or,
        @Nullable Criteria not,

        @Schema(description = "A column by its name", examples = "pupilGroup") @Size(max = 40) @Nullable
        String column,

        @Schema(description = "Is", examples = "DISADVANTAGED") @Size(max = 200) @Nullable
        String eq,

        @Schema(description = "Is not") @Size(max = 200) @Nullable
        String notEq,

        @Schema(description = "Is one of") @Size(min = 1, max = 1000) @Nullable
        List<@Size(max = 200) String> in,

        @Schema(description = "Is none of") @Size(min = 1, max = 1000) @Nullable
        List<@Size(max = 200) String> notIn,

        @Schema(description = "Is more than, or after") @Size(max = 200) @Nullable
        String gt,

        @Schema(description = "Is this, or more, or after") @Size(max = 200) @Nullable
        String gte,

        @Schema(description = "Is less than, or before") @Size(max = 200) @Nullable
        String lt,

        @Schema(description = "Is this, or less, or before") @Size(max = 200) @Nullable
        String lte) {}
