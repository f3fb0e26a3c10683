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
import org.uplift.access.Person;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Changes;
import org.uplift.activity.Subject;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;

/** The priorities of a cycle and what they rest on. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Priorities")
public class PriorityResource {
    @Inject
    Cycles cycles;

    @Inject
    Priorities priorities;

    @Inject
    EvidenceRules evidenceRules;

    @Inject
    People people;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    MergePatch patches;

    @GET
    @Path("cycles/{id}/priorities")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(summary = "List the priorities of a cycle", description = "In their order, each with its evidence.")
    public PriorityPage list(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        Cycle cycle = cycles.readable(id);
        PanacheQuery<Priority> found = priorities.of(cycle.id()).page(page.page - 1, page.pageSize);
        return new PriorityPage(found.list().stream().map(Priority::summary).toList(), Paging.of(page, found.count()));
    }

    @POST
    @Path("cycles/{id}/priorities")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Add a priority to a cycle",
            description = "A title is enough to begin with; the gate to target-setting tells what it still needs.")
    @APIResponseSchema(value = PrioritySummary.class, responseCode = "201")
    public Response create(@PathParam("id") UUID id, @NotNull @Valid PriorityTerms wanted) {
        Cycle cycle = cycles.readable(id);
        caller.require(Permission.CHANGE_CYCLES, cycle.schoolUrn());
        Priority priority = new Priority(cycle, wanted, lead(wanted), position(wanted, cycle));
        priorities.persistAndFlush(priority);
        record(priority, "added priority \"" + priority.title() + "\"", List.of());
        return Response.created(URI.create("/api/v1/priorities/" + priority.id()))
                .entity(priority.summary())
                .tag(String.valueOf(priority.version()))
                .build();
    }

    @GET
    @Path("priorities/{id}")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(summary = "Read a priority", description = "With its evidence, and the ETag that changing it needs.")
    @APIResponseSchema(PrioritySummary.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        Priority priority = priorities.readable(id);
        return Revision.readComputed(request, priority.summary(), priority.version());
    }

    @PATCH
    @Path("priorities/{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(summary = "Change a priority", description = "What is absent stays, what is null goes.")
    @APIResponseSchema(PrioritySummary.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = PriorityTerms.class))) JsonNode patch) {
        Priority priority = changeable(id, ifMatch);
        PriorityTerms before = priority.terms();
        PriorityTerms wanted = patches.apply(before, patch);
        priority.change(wanted, lead(wanted), position(wanted, priority.cycle()));
        priorities.flush();
        List<Change> changes = Changes.between(before, priority.terms());
        if (!changes.isEmpty()) {
            record(priority, "changed priority \"" + priority.title() + "\"", changes);
        }
        return Revision.changed(priority.summary(), priority.version());
    }

    @DELETE
    @Path("priorities/{id}")
    @Transactional
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Delete a priority",
            description = "With its evidence and its targets; not when a signed checkpoint speaks of it.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Response delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Priority priority = changeable(id, ifMatch);
        priority.cycle().requireOpen();
        priorities.requireUnsigned(priority);
        priorities.delete(priority);
        priorities.flush();
        record(priority, "deleted priority \"" + priority.title() + "\"", List.of());
        return Response.noContent().build();
    }

    @POST
    @Path("priorities/{id}/evidence")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Add evidence to a priority",
            description = "Evidence is part of its priority: the ETag of the answer is the priority's new one.")
    @APIResponseSchema(value = EvidenceSummary.class, responseCode = "201")
    public Response addEvidence(@PathParam("id") UUID id, @NotNull @Valid NewEvidence wanted) {
        Priority priority = priorities.readable(id);
        caller.require(Permission.CHANGE_CYCLES, priority.schoolUrn());
        evidenceRules.check(wanted, priority.schoolUrn());
        UUID key = priority.rest(wanted);
        priorities.flush();
        EvidenceSummary evidence = EvidenceSummary.of(key, priority.evidence(key));
        record(
                priority,
                "added evidence to priority \"" + priority.title() + "\"",
                List.of(new Change("evidence", null, evidence.label())));
        return Response.created(URI.create("/api/v1/priorities/" + id + "/evidence/" + key))
                .entity(evidence)
                .tag(String.valueOf(priority.version()))
                .build();
    }

    @DELETE
    @Path("priorities/{id}/evidence/{evidenceId}")
    @Transactional
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Take evidence away from a priority",
            description = "Evidence is part of its priority: If-Match is the priority's ETag.")
    @APIResponse(responseCode = "204", description = "Taken away")
    public Response removeEvidence(
            @PathParam("id") UUID id,
            @PathParam("evidenceId") UUID evidenceId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Priority priority = changeable(id, ifMatch);
        String label = priority.evidence(evidenceId).label();
        priority.drop(evidenceId);
        priorities.flush();
        record(
                priority,
                "took evidence away from priority \"" + priority.title() + "\"",
                List.of(new Change("evidence", label, null)));
        return Response.noContent().build();
    }

    private Priority changeable(UUID id, @Nullable String ifMatch) {
        Priority priority = priorities.readable(id);
        caller.require(Permission.CHANGE_CYCLES, priority.schoolUrn());
        Revision.check(ifMatch, priority.version(), priority.summary());
        return priority;
    }

    private @Nullable Person lead(PriorityTerms wanted) {
        UUID person = wanted.leadPersonId();
        return person == null
                ? null
                : people.known(person)
                        .orElseThrow(() -> Problem.invalid(
                                "/leadPersonId", "unknown-person", "Nobody with this id has signed in yet."));
    }

    private int position(PriorityTerms wanted, Cycle cycle) {
        return wanted.position() == null ? priorities.nextPosition(cycle.id()) : wanted.position();
    }

    private void record(Priority priority, String summary, List<Change> changes) {
        activities.record(Subject.PRIORITY, priority.id().toString(), priority.schoolUrn(), summary, null, changes);
    }
}
