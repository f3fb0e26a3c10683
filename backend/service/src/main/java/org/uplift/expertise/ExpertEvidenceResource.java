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

/** Why one may believe a profile. */
@Path("/api/v1/experts/{id}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.READ_EXPERTS)
@Tag(name = "Expertise")
public class ExpertEvidenceResource {
    @Inject
    Experts experts;

    @Inject
    Profiles profiles;

    @Inject
    Activities activities;

    @Inject
    ShownEvidence shown;

    @POST
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Show evidence of your expertise",
            description =
                    "In your own profile: a signed checkpoint at which you were, a measure, or a note. How schools have"
                            + " judged your support is there by itself.")
    public ExpertDetail show(@PathParam("id") UUID id, @NotNull @Valid NewExpertEvidence wanted) {
        Expert expert = profiles.own(id);
        expert.show(wanted, shown.label(wanted));
        experts.flush();
        record(expert, "added evidence");
        return profiles.detail(id);
    }

    @DELETE
    @Path("{evidenceId}")
    @Transactional
    @Operation(summary = "Take evidence out of your profile", description = "What it pointed at stays where it is.")
    public ExpertDetail hide(@PathParam("id") UUID id, @PathParam("evidenceId") UUID evidence) {
        Expert expert = profiles.own(id);
        expert.hide(evidence);
        experts.flush();
        record(expert, "took out evidence");
        return profiles.detail(id);
    }

    private void record(Expert expert, String summary) {
        activities.record(Subject.EXPERT, expert.id().toString(), expert.schoolUrn(), summary, null, List.of());
    }
}
