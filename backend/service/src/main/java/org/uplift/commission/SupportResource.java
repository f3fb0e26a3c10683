package org.uplift.commission;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.school.AcademicYear;

/** The support of the trust as a whole. */
@Path("/api/v1/support")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.READ_COMMISSIONS)
@Tag(name = "Commissions")
public class SupportResource {
    @Inject
    Support support;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @Operation(
            summary = "Read who supports whom",
            description =
                    "In an academic year, over the schools that you see: days against what each school's level of need gives it,"
                            + " from whom for whom, and what it costs.")
    public SupportDetail read(
            @Parameter(
                            description = "Of this academic year; the present one when absent",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            pattern = "^\\d{4}/\\d{4}$",
                                            examples = "2025/2026"))
                    @QueryParam("academicYear")
                    @Nullable
                    AcademicYear academicYear) {
        return support.in(academicYear == null ? AcademicYear.of(LocalDate.now(clock)) : academicYear);
    }
}
