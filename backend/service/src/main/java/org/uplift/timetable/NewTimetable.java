package org.uplift.timetable;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

@Schema(description = "To make the timetable of an academic year as it was proposed.")
record NewTimetable(
        @NotNull AcademicYear academicYear,

        @Schema(description = "Nothing is planned before this day, as in the proposal") @NotNull
        LocalDate from,

        @Schema(description = "true: what the template does not ask for any more is cancelled") @Nullable
        Boolean withdraw) {}
