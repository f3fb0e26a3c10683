package org.uplift.expertise;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;
import org.uplift.term.TermName;

@Schema(description = "The days of everybody who is confirmed, over an academic year, and how fairly they are spread.")
record CapacityDetail(
        AcademicYear academicYear,

        @Schema(description = "How many experts are confirmed")
        int experts,

        List<TermCapacity> terms,

        @Schema(description = "What is offered over the three terms", examples = "252")
        BigDecimal offered,

        @Schema(examples = "96") BigDecimal promised,
        @Schema(examples = "61.5") BigDecimal given,

        @Schema(
                description =
                        "How unevenly what is promised is spread, measured by each one's share of what they offer (the Gini"
                                + " coefficient): 0 everybody gives the same share, near 1 one gives all; absent where nothing is promised",
                examples = "0.31")
        @Nullable
        BigDecimal unevenness,

        @Schema(
                description =
                        "Which part of all promised days the busiest fifth of the experts gives; absent where nothing is promised",
                examples = "38.5")
        @Nullable
        BigDecimal busiestFifthPercent) {

    @Schema(description = "The days of everybody in one term.")
    record TermCapacity(
            TermName term,
            @Schema(examples = "84") BigDecimal offered,
            @Schema(examples = "40") BigDecimal promised,
            @Schema(examples = "31.5") BigDecimal given,
            @Schema(examples = "44") BigDecimal free) {}
}
