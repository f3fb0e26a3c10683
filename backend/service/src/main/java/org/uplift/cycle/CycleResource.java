package org.uplift.cycle;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Subject;
import org.uplift.delegation.Approval;
import org.uplift.delegation.ApprovalStatus;
import org.uplift.delegation.Approvals;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.school.Schools;

/** Improvement cycles and their stages. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Cycles")
public class CycleResource {
    @Inject
    Cycles cycles;

    @Inject
    Schools schools;

    @Inject
    Approvals approvals;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @GET
    @Path("cycles")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "List cycles",
            description = "Newest academic year first, the cycle of the trust before those of schools.")
    public CyclePage list(@Valid @BeanParam CycleFilter filter, @Valid @BeanParam PageRequest page) {
        return cycles.page(filter, page);
    }

    @POST
    @Path("cycles")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Begin a cycle",
            description = "One per school and academic year, and one per year for the trust; a second is a conflict.")
    @APIResponseSchema(value = CycleDetail.class, responseCode = "201")
    @APIResponse(
            responseCode = "404",
            description = "There is no such school that you may see",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public Response create(@NotNull @Valid NewCycle wanted) {
        Integer urn = wanted.schoolUrn();
        if (urn != null) {
            if (!caller.scope(Permission.READ_CYCLES).covers(urn)) {
                throw Problem.notFound();
            }
            schools.get(urn);
        }
        caller.require(Permission.CHANGE_CYCLES, urn);
        Cycle cycle = new Cycle(urn, wanted.academicYear());
        if (cycles.has(urn, wanted.academicYear())) {
            throw Problem.conflict("There is " + cycle.label() + " already.");
        }
        cycles.persistAndFlush(cycle);
        record(cycle, "began " + cycle.label(), null, List.of());
        return Response.created(URI.create("/api/v1/cycles/" + cycle.id()))
                .entity(cycles.detail(cycle.id()))
                .tag(String.valueOf(cycle.version()))
                .build();
    }

    @GET
    @Path("cycles/{id}")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "Read a cycle",
            description = "With the stages to which it can go, and what is still missing for each.")
    @APIResponseSchema(CycleDetail.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        CycleDetail cycle = cycles.detail(id);
        return Revision.readComputed(request, cycle, cycle.version());
    }

    @POST
    @Path("cycles/{id}/stage")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Move a cycle to another stage",
            description =
                    "Onwards when nothing is missing, else 409 with the blockers. Back with a reason; a trust leader"
                            + " reopens a closed cycle for evaluating. If-Match is checked when it is sent.")
    @APIResponseSchema(CycleDetail.class)
    public Response move(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid StageChange wanted) {
        Cycle cycle = cycles.readable(id);
        caller.require(Permission.CHANGE_CYCLES, cycle.schoolUrn());
        if (ifMatch != null) {
            Revision.check(ifMatch, cycle.version(), cycles.detail(id));
        }
        Stage before = cycle.stage();
        if (before == Stage.CLOSED) {
            caller.require(Permission.REOPEN_CYCLES, cycle.schoolUrn());
        }
        boolean approved = cycle.approvalId() != null;
        cycle.move(wanted.stage(), wanted.reason(), new StageGate(cycles.plan(cycle)).blockers(wanted.stage()));
        cycles.flush();
        List<Change> changes = new ArrayList<>();
        changes.add(new Change("stage", before.words(), cycle.stage().words()));
        if (approved && cycle.approvalId() == null) {
            changes.add(new Change("approval", "given", "no longer counts"));
        }
        if (cycle.stage().isBefore(before) && withdrawn(cycle, wanted.reason())) {
            changes.add(new Change("approval", "asked for", "withdrawn"));
        }
        record(cycle, "moved " + cycle.label() + " to " + cycle.stage().words(), wanted.reason(), changes);
        return Revision.changed(cycles.detail(id), cycle.version());
    }

    /** What waits for a decision on a plan that is taken back waits no longer. */
    private boolean withdrawn(Cycle cycle, @Nullable String reason) {
        Optional<Approval> waiting =
                approvals.latest(cycle.id()).filter(approval -> approval.status() == ApprovalStatus.WAITING);
        waiting.ifPresent(approval -> approvals.withdraw(approval, reason));
        return waiting.isPresent();
    }

    private void record(Cycle cycle, String summary, @Nullable String reason, List<Change> changes) {
        activities.record(Subject.CYCLE, cycle.id().toString(), cycle.schoolUrn(), summary, reason, changes);
    }
}
