package org.uplift.outcome;

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

/** Between which two points the movement of pupils is wanted. */
class MovementFilter {
    private static final String POINT = "autumn|spring|summer";

    @Parameter(
            description = "Academic year of the earlier point",
            schema = @Schema(type = SchemaType.STRING, pattern = "^\\d{4}/\\d{4}$", examples = "2025/2026"))
    @QueryParam("fromYear")
    @NotNull
    @Nullable
    AcademicYear fromYear;

    @Parameter(description = "The earlier point", schema = @Schema(enumeration = {"autumn", "spring", "summer"}))
    @QueryParam("fromPoint")
    @NotNull
    @Pattern(regexp = POINT, message = "is autumn, spring or summer")
    @Nullable
    String fromPoint;

    @Parameter(
            description = "Academic year of the later point",
            schema = @Schema(type = SchemaType.STRING, pattern = "^\\d{4}/\\d{4}$", examples = "2025/2026"))
    @QueryParam("toYear")
    @NotNull
    @Nullable
    AcademicYear toYear;

    @Parameter(description = "The later point", schema = @Schema(enumeration = {"autumn", "spring", "summer"}))
    @QueryParam("toPoint")
    @NotNull
    @Pattern(regexp = POINT, message = "is autumn, spring or summer")
    @Nullable
    String toPoint;

    @Parameter(description = "Of this group of pupils", example = "DISADVANTAGED")
    @QueryParam("pupilGroup")
    @DefaultValue(Suppression.WHOLE)
    @NotNull
    @Size(max = 30)
    String pupilGroup = Suppression.WHOLE;
}
