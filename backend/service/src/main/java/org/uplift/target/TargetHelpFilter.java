package org.uplift.target;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.uplift.school.AcademicYear;

/** What a target is to be about. */
class TargetHelpFilter {
    @Parameter(description = "Of this measure", example = "KS2_RWM_EXP")
    @QueryParam("measureCode")
    @NotBlank
    @Size(max = 50)
    String measureCode = "";

    @Parameter(description = "Of this year group, or ALL", example = "6")
    @QueryParam("cohort")
    @DefaultValue("ALL")
    @NotNull
    @Pattern(regexp = "^(ALL|N1|N2|R|[1-9]|1[0-3])$", message = "must be ALL, N1, N2, R or a year group from 1 to 13")
    String cohort = "ALL";

    @Parameter(description = "Of this group of pupils", example = "DISADVANTAGED")
    @QueryParam("pupilGroup")
    @DefaultValue("ALL")
    @NotNull
    @Size(max = 50)
    String pupilGroup = "ALL";

    @Parameter(
            description = "Academic year in which the target is due; the present one when absent",
            schema = @Schema(type = SchemaType.STRING, pattern = "^\\d{4}/\\d{4}$", examples = "2026/2027"))
    @QueryParam("dueAcademicYear")
    @Nullable
    AcademicYear dueAcademicYear;
}
