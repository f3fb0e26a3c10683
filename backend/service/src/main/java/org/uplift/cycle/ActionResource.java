package org.uplift.cycle;

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
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Changes;
import org.uplift.activity.Subject;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Revision;

/** What is done for priorities, and what is reported of it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Actions")
public class ActionResource {
    @Inject
    Actions actions;

    @Inject
    ActionUpdates updates;

    @Inject
    Priorities priorities;

    @Inject
    People people;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    MergePatch patches;

    @Inject
    Clock clock;

    @GET
    @Path("actions")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(summary = "List actions", description = "Of all cycles that you may see, the first due first.")
    public ActionPage list(@Valid @BeanParam ActionFilter filter, @Valid @BeanParam PageRequest page) {
        return actions.page(filter, page);
    }

    @GET
    @Path("priorities/{id}/actions")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(summary = "List the actions of a priority", description = "The first due first, those ended too.")
    public ActionPage ofPriority(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        return actions.of(priorities.readable(id).id(), page);
    }

    @POST
    @Path("priorities/{id}/actions")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Plan an action",
            description = "A title is enough to begin with; the gate to implementing tells what it still needs.")
    @APIResponseSchema(value = ActionSummary.class, responseCode = "201")
    public Response create(@PathParam("id") UUID id, @NotNull @Valid ActionTerms wanted) {
        Priority priority = priorities.readable(id);
        caller.require(Permission.CHANGE_CYCLES, priority.schoolUrn());
        Action action = new Action(priority, wanted, people.lead(wanted.leadPersonId()));
        actions.persistAndFlush(action);
        record(action, "planned", null, List.of());
        actions.tellLead(action, null);
        return Response.created(URI.create("/api/v1/actions/" + action.id()))
                .entity(actions.summary(action.id()))
                .tag(String.valueOf(action.version()))
                .build();
    }

    @GET
    @Path("actions/{id}")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "Read an action",
            description = "Whether it is overdue or nothing was heard of it is as of today.")
    @APIResponseSchema(ActionSummary.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        ActionSummary action = actions.summary(id);
        return Revision.readComputed(request, action, action.version());
    }

    @PATCH
    @Path("actions/{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Change an action",
            description = "What is absent stays, what is null goes. The status is reported, by an update.")
    @APIResponseSchema(ActionSummary.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ActionTerms.class))) JsonNode patch) {
        Action action = changeable(id, ifMatch);
        ActionTerms before = action.terms();
        ActionTerms wanted = patches.apply(before, patch);
        action.change(wanted, people.lead(wanted.leadPersonId()));
        actions.flush();
        List<Change> changes = Changes.between(before, action.terms());
        if (!changes.isEmpty()) {
            record(action, "changed", null, changes);
        }
        actions.tellLead(action, before.leadPersonId());
        return Revision.changed(actions.summary(id), action.version());
    }

    @DELETE
    @Path("actions/{id}")
    @Transactional
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Delete an action",
            description =
                    "Only while nothing was reported of it and no signed checkpoint speaks of it; after that it is ended,"
                            + " with a reason.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Response delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Action action = changeable(id, ifMatch);
        actions.withdraw(action);
        record(action, "deleted", null, List.of());
        return Response.noContent().build();
    }

    @POST
    @Path("actions/{id}/end")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "End an action before it is done",
            description = "It stays readable with its updates, and no gate waits for it any more.")
    @APIResponseSchema(ActionSummary.class)
    public Response end(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Ending wanted) {
        Action action = changeable(id, ifMatch);
        action.end(wanted.reason(), LocalDate.now(clock));
        actions.flush();
        record(action, "ended", wanted.reason(), List.of());
        return Revision.changed(actions.summary(id), action.version());
    }

    @GET
    @Path("actions/{id}/updates")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(summary = "List what was reported of an action", description = "Newest first.")
    public ActionUpdatePage updates(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        PanacheQuery<ActionUpdate> found = updates.of(actions.readable(id).id()).page(page.page - 1, page.pageSize);
        return new ActionUpdatePage(
                found.list().stream().map(ActionUpdate::summary).toList(), Paging.of(page, found.count()));
    }

    @POST
    @Path("actions/{id}/updates")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Report on an action",
            description = "With a status it sets that: reporting \"done\" is an update. The ETag of the answer is the"
                    + " action's.")
    @APIResponseSchema(value = ActionUpdateSummary.class, responseCode = "201")
    public Response report(@PathParam("id") UUID id, @NotNull @Valid NewActionUpdate wanted) {
        Action action = actions.readable(id);
        caller.require(Permission.CHANGE_CYCLES, action.schoolUrn());
        ActionStatus before = action.status();
        action.report(wanted.status(), LocalDate.now(clock));
        ActionUpdate update = new ActionUpdate(action, wanted, caller.personId(), caller.name(), clock.instant());
        updates.persist(update);
        actions.flush();
        record(
                action,
                "reported on",
                null,
                before == action.status()
                        ? List.of()
                        : List.of(new Change(
                                "status", before.words(), action.status().words())));
        ActionUpdateSummary reported = update.summary();
        return Response.created(URI.create("/api/v1/actions/" + id + "/updates"))
                .entity(reported)
                .tag(String.valueOf(action.version()))
                .build();
    }

    private Action changeable(UUID id, @Nullable String ifMatch) {
        Action action = actions.readable(id);
        caller.require(Permission.CHANGE_CYCLES, action.schoolUrn());
        Revision.check(ifMatch, action.version(), actions.summary(id));
        return action;
    }

    private void record(Action action, String verb, @Nullable String reason, List<Change> changes) {
        activities.record(
                Subject.ACTION,
                action.id().toString(),
                action.schoolUrn(),
                verb + " action \"" + action.title() + "\"",
                reason,
                changes);
    }
}
