package org.uplift.timetable;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.school.AcademicYear;
import org.uplift.term.HalfTermDates;

@Schema(description = "What is planned in an academic year, in one piece.")
record YearPlan(
        AcademicYear academicYear,

        @Schema(description = "The six half-terms of the school that was asked for, else of the trust, in their order")
        List<HalfTermDates> halves,

        @Schema(description = "By day; 5,000 at most") List<OccurrenceSummary> occurrences,

        @Schema(description = "false: there are more than are listed")
        boolean complete) {}
