package org.uplift.timetable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.school.AcademicYear;

@Schema(description = "What making a timetable has changed.")
record TimetableMade(
        AcademicYear academicYear,

        @Schema(description = "How many activities are planned now that were not before")
        int planned,

        @Schema(description = "How many are cancelled, because the template does not ask for them any more")
        int withdrawn) {}
