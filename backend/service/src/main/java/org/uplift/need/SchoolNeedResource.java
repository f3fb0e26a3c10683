package org.uplift.need;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;
import org.uplift.school.Schools;
import org.uplift.term.TermName;
import org.uplift.term.TermOfYear;

/** How much support one school needs, and why. */
@Path("/api/v1/schools/{urn}/need")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Need")
public class SchoolNeedResource {
    @Inject
    NeedAssessments assessments;

    @Inject
    Schools schools;

    @Inject
    Caller caller;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_NEED)
    @Operation(
            summary = "Read how much support a school needs",
            description = "In the newest term, or in the one that is named, with everything; and over all terms.")
    public SchoolNeed get(
            @PathParam("urn") int urn,
            @Parameter(description = "Of this academic year; needs a term too", example = "2026/2027")
                    @QueryParam("academicYear")
                    @Nullable
                    AcademicYear academicYear,
            @Parameter(description = "Of this term; needs an academic year too") @QueryParam("term") @Nullable
                    TermName term) {
        if (!caller.scope(Permission.READ_NEED).covers(schools.get(urn).urn())) {
            throw Problem.notFound();
        }
        if ((academicYear == null) != (term == null)) {
            throw Problem.invalid("/term", "incomplete", "Name an academic year and a term, or neither.");
        }
        return assessments.ofSchool(
                urn, academicYear == null || term == null ? null : new TermOfYear(academicYear, term));
    }
}
