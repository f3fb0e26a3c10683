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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.school.AcademicYear;

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
    TrustPriorities trustPriorities;

    @Inject
    EvidenceRules evidenceRules;

    @Inject
    People people;

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
    @Path("priorities")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "List the priorities that rest on something",
            description =
                    "Evidence from its other end: the priorities that point at a measure, an inspection or a page,"
                            + " those of the newest year first.")
    public PriorityPage restingOn(@Valid @BeanParam PriorityFilter filter, @Valid @BeanParam PageRequest page) {
        PanacheQuery<Priority> found = priorities.of(filter).page(page.page - 1, page.pageSize);
        return new PriorityPage(
                found.list().stream().map(priorities::summary).toList(), Paging.of(page, found.count()));
    }

    @GET
    @Path("trust-priorities")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "List what the trust's cycle of a year is about",
            description =
                    "The titles of its priorities, so that those of schools can contribute to one; no more of that"
                            + " cycle, which schools do not see.")
    public TrustPriorityList ofTrust(
            @Parameter(description = "In this academic year", example = "2026/2027")
                    @QueryParam("academicYear")
                    @NotNull
                    AcademicYear academicYear) {
        return new TrustPriorityList(trustPriorities.of(academicYear));
    }

    @GET
    @Path("cycles/{id}/priorities")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(summary = "List the priorities of a cycle", description = "In their order, each with its evidence.")
    public PriorityPage list(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        Cycle cycle = cycles.readable(id);
        PanacheQuery<Priority> found = priorities.of(cycle.id()).page(page.page - 1, page.pageSize);
        return new PriorityPage(
                found.list().stream().map(priorities::summary).toList(), Paging.of(page, found.count()));
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
        trustPriorities.check(wanted, cycle);
        Priority priority = new Priority(cycle, wanted, people.lead(wanted.leadPersonId()), position(wanted, cycle));
        priorities.persistAndFlush(priority);
        record(priority, "added priority \"" + priority.title() + "\"", List.of());
        return Response.created(URI.create("/api/v1/priorities/" + priority.id()))
                .entity(priorities.summary(priority))
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
        return Revision.readComputed(request, priorities.summary(priority), priority.version());
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
        if (!Objects.equals(wanted.contributesTo(), before.contributesTo())) {
            trustPriorities.check(wanted, priority.cycle());
        }
        priority.change(wanted, people.lead(wanted.leadPersonId()), position(wanted, priority.cycle()));
        priorities.flush();
        List<Change> changes = Changes.between(before, priority.terms());
        if (!changes.isEmpty()) {
            record(priority, "changed priority \"" + priority.title() + "\"", changes);
        }
        return Revision.changed(priorities.summary(priority), priority.version());
    }

    @DELETE
    @Path("priorities/{id}")
    @Transactional
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Delete a priority",
            description =
                    "With its evidence, targets and actions; where something else rests on it, it is ended instead.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Response delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Priority priority = changeable(id, ifMatch);
        priority.requireOpen();
        approved.requireChangeable(priority.cycle(), id);
        if (priorities.isReferredTo(id)) {
            throw Problem.conflict(
                    "Reports on its actions, signed checkpoints, its evaluation or priorities of schools rest on this one;"
                            + " end it instead.");
        }
        priorities.delete(priority);
        priorities.flush();
        record(priority, "deleted priority \"" + priority.title() + "\"", List.of());
        return Response.noContent().build();
    }

    @POST
    @Path("priorities/{id}/end")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "End a priority before its cycle closes",
            description = "It stays readable with all that belongs to it, and no gate asks for it any more.")
    @APIResponseSchema(PrioritySummary.class)
    public Response end(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Ending wanted) {
        Priority priority = changeable(id, ifMatch);
        approved.requireChangeable(priority.cycle(), id);
        priority.end(wanted.reason(), LocalDate.now(clock));
        priorities.flush();
        activities.record(
                Subject.PRIORITY,
                id.toString(),
                priority.schoolUrn(),
                "ended priority \"" + priority.title() + "\"",
                wanted.reason(),
                List.of());
        return Revision.changed(priorities.summary(priority), priority.version());
    }

    @PUT
    @Path("cycles/{id}/priority-order")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Put the priorities of a cycle in another order",
            description =
                    "Each of them once, all or nothing. If-Match is the cycle's ETag, and so is that of the answer.")
    @APIResponseSchema(CycleDetail.class)
    public Response order(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PriorityOrder wanted) {
        Cycle cycle = cycles.readable(id);
        caller.require(Permission.CHANGE_CYCLES, cycle.schoolUrn());
        Revision.check(ifMatch, cycle.version(), cycles.detail(id));
        cycle.arrange(clock.instant());
        List<Priority> before = priorities.of(id).list();
        List<Priority> after = wanted.of(before);
        String was = titles(before);
        for (int at = 0; at < after.size(); at++) {
            after.get(at).place(at + 1);
        }
        priorities.flush();
        activities.record(
                Subject.CYCLE,
                id.toString(),
                cycle.schoolUrn(),
                "put the priorities of " + cycle.label() + " in another order",
                null,
                List.of(new Change("order", was, titles(after))));
        return Revision.changed(cycles.detail(id), cycle.version());
    }

    private static String titles(List<Priority> priorities) {
        return priorities.stream().map(Priority::title).collect(Collectors.joining("; "));
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
        NewEvidence checked = evidenceRules.checked(wanted, priority.schoolUrn());
        UUID key = priority.rest(checked);
        priorities.flush();
        EvidenceSummary evidence = EvidenceSummary.of(key, priority.evidence(key), true);
        record(
                priority,
                "added evidence to priority \"" + priority.title() + "\"",
                changes(evidence, null, evidence.label()));
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
        EvidenceSummary taken = EvidenceSummary.of(evidenceId, priority.evidence(evidenceId), true);
        priority.drop(evidenceId);
        priorities.flush();
        record(
                priority,
                "took evidence away from priority \"" + priority.title() + "\"",
                changes(taken, taken.label(), null));
        return Response.noContent().build();
    }

    /** What an activity tells of evidence. Of a concern nothing: it may become restricted, and an activity stays. */
    private static List<Change> changes(EvidenceSummary evidence, @Nullable String before, @Nullable String after) {
        return evidence.kind() == EvidenceKind.CONCERN ? List.of() : List.of(new Change("evidence", before, after));
    }

    private Priority changeable(UUID id, @Nullable String ifMatch) {
        Priority priority = priorities.readable(id);
        caller.require(Permission.CHANGE_CYCLES, priority.schoolUrn());
        Revision.check(ifMatch, priority.version(), priorities.summary(priority));
        return priority;
    }

    private int position(PriorityTerms wanted, Cycle cycle) {
        return wanted.position() == null ? priorities.nextPosition(cycle.id()) : wanted.position();
    }

    private void record(Priority priority, String summary, List<Change> changes) {
        activities.record(Subject.PRIORITY, priority.id().toString(), priority.schoolUrn(), summary, null, changes);
    }
}
