package org.uplift.target;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Changes;
import org.uplift.activity.Subject;
import org.uplift.cycle.ApprovedParts;
import org.uplift.cycle.Ending;
import org.uplift.cycle.Priorities;
import org.uplift.cycle.Priority;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Revision;

/** The milestones of priorities: targets without a number, judged at checkpoints. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Targets")
public class MilestoneResource {
    @Inject
    Milestones milestones;

    @Inject
    Judgements judgements;

    @Inject
    Priorities priorities;

    @Inject
    ApprovedParts approved;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    MergePatch patches;

    @Inject
    Clock clock;

    @GET
    @Path("priorities/{id}/milestones")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "List the milestones of a priority",
            description = "The first due first, each with its status as checkpoints judge it.")
    public MilestonePage list(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        Priority priority = priorities.readable(id);
        PanacheQuery<Milestone> found = milestones.of(priority.id()).page(page.page - 1, page.pageSize);
        return new MilestonePage(milestones.summaries(found.list()), Paging.of(page, found.count()));
    }

    @POST
    @Path("priorities/{id}/milestones")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Set a milestone",
            description = "A target without a number. Checkpoints judge it; its status is never sent.")
    @APIResponseSchema(value = MilestoneSummary.class, responseCode = "201")
    public Response create(@PathParam("id") UUID id, @NotNull @Valid MilestoneTerms wanted) {
        Priority priority = priorities.readable(id);
        caller.require(Permission.CHANGE_CYCLES, priority.schoolUrn());
        Milestone milestone = new Milestone(priority, wanted);
        milestones.persistAndFlush(milestone);
        record(milestone, "set", null, List.of());
        return Response.created(URI.create("/api/v1/milestones/" + milestone.id()))
                .entity(milestones.summary(milestone))
                .tag(String.valueOf(milestone.version()))
                .build();
    }

    @GET
    @Path("milestones/{id}")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(summary = "Read a milestone", description = "With its status, and the checkpoint that judged it so.")
    @APIResponseSchema(MilestoneSummary.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        Milestone milestone = milestones.readable(id);
        return Revision.readComputed(request, milestones.summary(milestone), milestone.version());
    }

    @PATCH
    @Path("milestones/{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(summary = "Change a milestone", description = "What is absent stays.")
    @APIResponseSchema(MilestoneSummary.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = MilestoneTerms.class))) JsonNode patch) {
        Milestone milestone = changeable(id, ifMatch);
        MilestoneTerms before = milestone.terms();
        MilestoneTerms wanted = patches.apply(before, patch);
        if (!wanted.equals(before)) {
            approved.requireChangeable(milestone.priority().cycle(), id);
        }
        milestone.change(wanted);
        milestones.flush();
        List<Change> changes = Changes.between(before, milestone.terms());
        if (!changes.isEmpty()) {
            record(milestone, "changed", null, changes);
        }
        return Revision.changed(milestones.summary(milestone), milestone.version());
    }

    @DELETE
    @Path("milestones/{id}")
    @Transactional
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Delete a milestone",
            description = "With its notes; not when a signed checkpoint speaks of it.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Response delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Milestone milestone = changeable(id, ifMatch);
        milestone.requireOpen();
        approved.requireChangeable(milestone.priority().cycle(), id);
        judgements.requireUnsigned(id, "end the milestone with a reason instead.");
        milestones.delete(milestone);
        milestones.flush();
        record(milestone, "deleted", null, List.of());
        return Response.noContent().build();
    }

    @POST
    @Path("milestones/{id}/end")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "End a milestone",
            description = "With a reason. It stays to be read, also where a signed checkpoint speaks of it.")
    @APIResponseSchema(MilestoneSummary.class)
    public Response end(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Ending wanted) {
        Milestone milestone = changeable(id, ifMatch);
        approved.requireChangeable(milestone.priority().cycle(), id);
        milestone.end(LocalDate.now(clock), wanted.reason());
        milestones.flush();
        record(milestone, "ended", wanted.reason(), List.of());
        return Revision.changed(milestones.summary(milestone), milestone.version());
    }

    private Milestone changeable(UUID id, @Nullable String ifMatch) {
        Milestone milestone = milestones.readable(id);
        caller.require(Permission.CHANGE_CYCLES, milestone.schoolUrn());
        Revision.check(ifMatch, milestone.version(), milestones.summary(milestone));
        return milestone;
    }

    private void record(Milestone milestone, String verb, @Nullable String reason, List<Change> changes) {
        activities.record(
                Subject.TARGET,
                milestone.id().toString(),
                milestone.schoolUrn(),
                verb + " " + milestone.label(),
                reason,
                changes);
    }
}
