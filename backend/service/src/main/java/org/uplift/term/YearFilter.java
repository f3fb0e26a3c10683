package org.uplift.term;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/** Which academic year is wanted. */
public class YearFilter {
    @Parameter(
            description = "Of this academic year; the present one when absent",
            schema = @Schema(type = SchemaType.STRING, pattern = "^\\d{4}/\\d{4}$", examples = "2026/2027"))
    @QueryParam("academicYear")
    @Nullable
    public AcademicYear academicYear;

    public AcademicYear year(Clock clock) {
        return academicYear == null ? AcademicYear.of(LocalDate.now(clock)) : academicYear;
    }
}
