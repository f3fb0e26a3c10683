package org.uplift.expertise;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;

/** When an expert cannot come. */
@Path("/api/v1/experts/{id}/absences")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.READ_EXPERTS)
@Tag(name = "Expertise")
public class ExpertAbsenceResource {
    @Inject
    Experts experts;

    @Inject
    Profiles profiles;

    @Inject
    Activities activities;

    @POST
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say when you cannot come",
            description = "In your own profile. Who matches is told on how many days you are away, never why.")
    public ExpertDetail add(@PathParam("id") UUID id, @NotNull @Valid NewAbsence wanted) {
        Expert expert = profiles.own(id);
        expert.away(wanted);
        experts.flush();
        record(expert, "said when they cannot come");
        return profiles.detail(id);
    }

    @DELETE
    @Path("{absenceId}")
    @Transactional
    @Operation(summary = "Take an absence back", description = "In your own profile.")
    public ExpertDetail remove(@PathParam("id") UUID id, @PathParam("absenceId") UUID absence) {
        Expert expert = profiles.own(id);
        expert.back(absence);
        experts.flush();
        record(expert, "took an absence back");
        return profiles.detail(id);
    }

    private void record(Expert expert, String summary) {
        activities.record(Subject.EXPERT, expert.id().toString(), expert.schoolUrn(), summary, null, List.of());
    }
}
