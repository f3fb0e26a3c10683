package org.uplift.dataset;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description = "A question to a data set. Without anything in it all rows are given, a page at a time.",
        examples = """
        {"criteria": {"and": [{"column": "measureCode", "eq": "KS2_RWM_EXP"},
                                   {"column": "pupilGroup", "in": ["ALL", "DISADVANTAGED"]}]},
         "indicators": ["value", "cohortSize"], "sort": ["-value"], "labels": "both", "pageSize": 100}""")
public record DataSetQuery(
        @Valid @Nullable Criteria criteria,

        @Schema(
                description = "The indicators to give, by their names; all where none is named",
                examples = "[\"value\"]")
        @Size(min = 1, max = 40)
        @Nullable
        List<@Size(max = 40) String> indicators,

        @Schema(
                description =
                        "Columns to sort by, with a minus sign before those that are to fall. Rows without a value come last;"
                                + " rows that are alike come in the order of the set",
                examples = "[\"-value\"]")
        @Size(min = 1, max = 10)
        @Nullable
        List<@Size(max = 41) String> sort,

        @Schema(description = "Codes where nothing is said") @Nullable
        Labels labels,

        @Schema(
                description =
                        "A date: as it was known at its end. A moment: as it was known then. Outcomes keep every moment, other sets"
                                + " what they were in the newest version by then",
                examples = "2026-09-30")
        @Size(max = 40)
        @Nullable
        String asAt,

        @Schema(description = "A version of the set by its name, instead of asAt", examples = "1.4")
        @Size(max = 20)
        @Nullable
        String version,

        @Schema(description = "Page, from 1") @Min(1) @Max(1_000_000) @Nullable
        Integer page,

        @Schema(description = "Rows per page, 1,000 where nothing is said and 5,000 at most")
        @Min(1)
        @Max(5_000)
        @Nullable
        Integer pageSize) {
    private static final int USUAL = 1000;

    int rows() {
        return pageSize == null ? USUAL : pageSize;
    }

    int number() {
        return page == null ? 1 : page;
    }
}
