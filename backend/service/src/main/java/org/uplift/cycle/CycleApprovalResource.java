package org.uplift.cycle;

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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Subject;
import org.uplift.delegation.Approval;
import org.uplift.delegation.ApprovalRequest;
import org.uplift.delegation.ApprovalStatus;
import org.uplift.delegation.Approvals;
import org.uplift.delegation.Decision;
import org.uplift.delegation.Informing;
import org.uplift.delegation.Outcome;
import org.uplift.delegation.Ruling;
import org.uplift.notification.NotificationKind;
import org.uplift.notification.Notifications;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;
import org.uplift.platform.Revision;
import org.uplift.school.Schools;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;

/** The approval of a plan under the scheme of delegation. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Cycles")
public class CycleApprovalResource {
    @Inject
    Cycles cycles;

    @Inject
    Schools schools;

    @Inject
    Approvals approvals;

    @Inject
    Informing informing;

    @Inject
    Activities activities;

    @Inject
    Notifications notifications;

    @Inject
    Caller caller;

    @POST
    @Path("cycles/{id}/approval-request")
    @Transactional
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Ask for the approval of a plan",
            description =
                    "While targets are set, and when nothing but the approval is missing for implementing; else 409"
                            + " with the blockers. Who asks recommends the plan: the scheme of delegation says who can.")
    @APIResponseSchema(CycleDetail.class)
    public Response request(@PathParam("id") UUID id, @NotNull @Valid ApprovalRequest wanted) {
        Cycle cycle = cycles.readable(id);
        caller.require(Permission.CHANGE_CYCLES, cycle.schoolUrn());
        cycle.requireApprovable();
        requireComplete(cycle);
        Approval approval = approvals.request(
                Decision.onCycle(cycle.schoolUrn()),
                new Approval.Subject(id, title(cycle), cycle.schoolUrn(), false),
                wanted.comment());
        record(cycle, "asked for the approval of ", wanted.comment(), List.of());
        notifications.tell(
                approvals.deciders(approval), NotificationKind.APPROVAL_ASKED, reference(cycle), cycle.schoolUrn());
        informing.asked(approval);
        return Revision.changed(cycles.detail(id), cycle.version());
    }

    @POST
    @Path("cycles/{id}/approval")
    @Transactional
    @PermissionsAllowed(Permission.DECIDE_APPROVALS)
    @Operation(
            summary = "Approve or refuse a plan",
            description =
                    "By the body that the scheme of delegation names, never by who asked. Refusing needs a reason.")
    @APIResponseSchema(CycleDetail.class)
    public Response decide(@PathParam("id") UUID id, @NotNull @Valid Ruling wanted) {
        Cycle cycle = cycles.readable(id);
        cycle.requireApprovable();
        Approval approval = approvals
                .latest(id)
                .filter(latest -> latest.status() == ApprovalStatus.WAITING)
                .orElseThrow(() -> Problem.conflict("Nobody has asked for approval of this plan."));
        approvals.decide(approval, wanted);
        if (wanted.outcome() == Outcome.APPROVED) {
            cycle.approve(approval.id());
        }
        cycles.flush();
        record(
                cycle,
                wanted.outcome() == Outcome.APPROVED ? "approved " : "refused to approve ",
                wanted.reason(),
                List.of(new Change("approval", "asked for", wanted.outcome().code())));
        notifications.tell(
                List.of(approval.requesterId()),
                NotificationKind.APPROVAL_DECIDED,
                reference(cycle),
                cycle.schoolUrn(),
                wanted.outcome().code());
        informing.of(approval);
        return Revision.changed(cycles.detail(id), cycle.version());
    }

    /** What is approved is a plan that could be carried out. */
    private void requireComplete(Cycle cycle) {
        List<Blocker> missing = new StageGate(cycles.plan(cycle))
                .blockers(Stage.IMPLEMENTING).stream()
                        .filter(blocker -> !blocker.code().equals("no-approval"))
                        .toList();
        if (!missing.isEmpty()) {
            throw Problem.with(
                    ProblemType.STAGE_BLOCKED,
                    "The plan is not complete yet: " + missing.getFirst().message(),
                    "blockers",
                    missing);
        }
    }

    private static Reference reference(Cycle cycle) {
        return new Reference(ThingKind.CYCLE, cycle.id(), cycle.id());
    }

    private String title(Cycle cycle) {
        Integer urn = cycle.schoolUrn();
        return (urn == null ? "The trust" : schools.get(urn).name()) + ", " + cycle.academicYear();
    }

    private void record(Cycle cycle, String verb, @Nullable String reason, List<Change> changes) {
        activities.record(
                Subject.CYCLE, cycle.id().toString(), cycle.schoolUrn(), verb + cycle.label(), reason, changes);
    }
}
