package org.uplift.expertise;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;

/** The schools in which an expert has an interest: while it goes on they are not matched with them. */
@Path("/api/v1/experts/{id}/conflicts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.READ_EXPERTS)
@Tag(name = "Expertise")
public class ExpertConflictResource {
    @Inject
    Experts experts;

    @Inject
    Profiles profiles;

    @Inject
    TrustSchools schools;

    @Inject
    Activities activities;

    @Inject
    Clock clock;

    @POST
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Declare a conflict of interest",
            description =
                    "In your own profile, with a school of the trust. Who matches is told that there is one, not what it is.")
    public ExpertDetail declare(@PathParam("id") UUID id, @NotNull @Valid NewInterest wanted) {
        Expert expert = profiles.own(id);
        expert.declare(wanted, schools.named("/schoolUrn", wanted.schoolUrn()), LocalDate.now(clock));
        experts.flush();
        record(expert, "declared a conflict of interest");
        return profiles.detail(id);
    }

    @POST
    @Path("{conflictId}/end")
    @Transactional
    @Operation(
            summary = "End a conflict of interest",
            description = "In your own profile; today is its last day. That there was one stays known.")
    public ExpertDetail end(@PathParam("id") UUID id, @PathParam("conflictId") UUID conflict) {
        Expert expert = profiles.own(id);
        expert.endInterest(conflict, LocalDate.now(clock));
        experts.flush();
        record(expert, "ended a conflict of interest");
        return profiles.detail(id);
    }

    private void record(Expert expert, String summary) {
        activities.record(Subject.EXPERT, expert.id().toString(), expert.schoolUrn(), summary, null, List.of());
    }
}
