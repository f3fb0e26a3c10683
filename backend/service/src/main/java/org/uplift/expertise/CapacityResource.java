package org.uplift.expertise;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.school.AcademicYear;

/** The days of all experts together, and the schools that one can name. */
@Path("/api/v1/expertise")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.READ_EXPERTS)
@Tag(name = "Expertise")
public class CapacityResource {
    @Inject
    TrustCapacity capacity;

    @Inject
    TrustSchools schools;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Path("capacity")
    @Transactional
    @Operation(
            summary = "Read the capacity of the trust",
            description = "The days of everybody who is confirmed, term by term, and how fairly they are spread.")
    public CapacityDetail capacity(
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
        return capacity.of(academicYear == null ? AcademicYear.of(LocalDate.now(clock)) : academicYear);
    }

    @GET
    @Path("schools")
    @Transactional
    @Operation(
            summary = "List the schools of the trust by name",
            description = "What a conflict of interest can be about: names alone, also of schools that you do not see.")
    public List<TrustSchools.Named> schools() {
        return caller.scope(Permission.READ_EXPERTS).isEmpty() ? List.of() : schools.all();
    }
}
