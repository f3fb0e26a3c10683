package org.uplift.checkpoint;

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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Caller;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.access.Person;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.cycle.Actions;
import org.uplift.cycle.Priorities;
import org.uplift.cycle.Priority;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.Problem;

/** What a checkpoint agrees on: each next step is an action of a priority from the beginning. */
@Path("/api/v1/checkpoints/{id}/next-steps")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Checkpoints")
public class NextStepResource {
    @Inject
    NextSteps nextSteps;

    @Inject
    Checkpoints checkpoints;

    @Inject
    Priorities priorities;

    @Inject
    Actions actions;

    @Inject
    People people;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @POST
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.RECORD_CHECKPOINTS)
    @Operation(
            summary = "Agree on a next step",
            description =
                    "While the checkpoint is a draft. It is planned as an action of the priority at once; the checkpoint"
                            + " keeps it as it was agreed.")
    @APIResponseSchema(value = NextStepLine.class, responseCode = "201")
    public Response agree(@PathParam("id") UUID id, @NotNull @Valid NextStepTerms wanted) {
        Checkpoint checkpoint = draft(id);
        nextSteps.requireRoom(id);
        Priority priority = priorities
                .in(checkpoint.cycle().id(), wanted.priorityId())
                .orElseThrow(() -> Problem.invalid(
                        "/priorityId",
                        "unknown-priority",
                        "There is no priority " + wanted.priorityId() + " in the cycle of this checkpoint."));
        Person lead = people.lead(wanted.leadPersonId());
        UUID action = actions.plan(priority, wanted.action(), lead);
        NextStep step = new NextStep(checkpoint, action, wanted, lead == null ? wanted.leadRole() : lead.name());
        nextSteps.persistAndFlush(step);
        record(checkpoint, step, "planned action \"" + step.title() + "\" at a checkpoint");
        return Response.created(URI.create("/api/v1/checkpoints/" + id + "/next-steps/" + step.id()))
                .entity(nextSteps.line(step))
                .tag(String.valueOf(checkpoint.version()))
                .build();
    }

    @DELETE
    @Path("{stepId}")
    @Transactional
    @PermissionsAllowed(Permission.RECORD_CHECKPOINTS)
    @Operation(
            summary = "Take back a next step",
            description = "While the checkpoint is a draft; with its action, of which nothing has been reported yet.")
    @APIResponse(responseCode = "204", description = "Taken back")
    public Response takeBack(@PathParam("id") UUID id, @PathParam("stepId") UUID stepId) {
        Checkpoint checkpoint = draft(id);
        NextStep step = nextSteps.of(id, stepId);
        actions.withdraw(step.actionId());
        record(checkpoint, step, "took back action \"" + step.title() + "\" at a checkpoint");
        return Response.noContent().build();
    }

    private Checkpoint draft(UUID id) {
        Checkpoint checkpoint = checkpoints.readable(id);
        caller.require(Permission.RECORD_CHECKPOINTS, checkpoint.schoolUrn());
        checkpoint.requireDraft();
        return checkpoint;
    }

    private void record(Checkpoint checkpoint, NextStep step, String summary) {
        activities.record(Subject.ACTION, step.actionId().toString(), checkpoint.schoolUrn(), summary, null, List.of());
    }
}
