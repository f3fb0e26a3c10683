package org.uplift.expertise;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.school.AcademicYear;
import org.uplift.term.TermName;

/** The days of an expert in a term, and what became of them. */
@Schema(
        name = "ExpertCapacity",
        description = "The days that somebody has for others in a term, and what became of them.")
record Capacity(
        AcademicYear academicYear,
        TermName term,

        @Schema(description = "What they have", examples = "6")
        BigDecimal offered,

        @Schema(
                description = "What is agreed or matched; of a commission that has ended, what was given",
                examples = "4")
        BigDecimal promised,

        @Schema(description = "What was given so far", examples = "2.5")
        BigDecimal given,

        @Schema(description = "What is left to promise; below 0 where the days were lowered since", examples = "2")
        BigDecimal free,

        @Schema(description = "What was given over the three terms of the year", examples = "8")
        BigDecimal givenThisYear) {}
