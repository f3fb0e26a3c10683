package org.uplift.need;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.school.AcademicYear;
import org.uplift.term.TermName;

@Schema(name = "ComputedNeed", description = "What was computed.")
record NeedComputation(
        AcademicYear academicYear,
        TermName term,

        @Schema(description = "What was known on this day: today, or the last day of a term that is over")
        LocalDate asAt,

        @Schema(description = "How many schools were assessed", examples = "11")
        int computed,

        @Schema(description = "How many stayed as they were, because the term is over and they had been assessed in it")
        int kept) {}
