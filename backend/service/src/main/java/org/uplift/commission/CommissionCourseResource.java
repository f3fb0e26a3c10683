package org.uplift.commission;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Deployments;
import org.uplift.access.Permission;
import org.uplift.delegation.ApprovalStatus;
import org.uplift.delegation.Approvals;
import org.uplift.notification.NotificationKind;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;

/** How a commission goes on, and how it ends. */
@Path("/api/v1/commissions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.GIVE_SUPPORT)
@Tag(name = "Commissions")
public class CommissionCourseResource {
    @Inject
    Commissions commissions;

    @Inject
    CommissionDetails details;

    @Inject
    Impacts impacts;

    @Inject
    Partners partners;

    @Inject
    Candidates candidates;

    @Inject
    Parties parties;

    @Inject
    Approvals approvals;

    @Inject
    Deployments deployments;

    @Inject
    CommissionNews news;

    @Inject
    Clock clock;

    @POST
    @Path("agreement")
    @Transactional
    @PermissionsAllowed(Permission.REQUEST_SUPPORT)
    @Operation(
            summary = "Write down what is agreed",
            description =
                    "By the leaders of the school, or of the trust, once it is approved: what each does, and how both will know."
                            + " It can be written anew until it is accepted.")
    @APIResponseSchema(CommissionDetail.class)
    public Response agree(@PathParam("id") UUID id, @NotNull @Valid NewAgreement wanted) {
        Commission commission = commissions.held(id);
        parties.requireAsking(commission);
        commission.agree(wanted.text());
        commissions.flush();
        news.record(commission, "wrote down what is agreed on the support", null);
        return changed(commission);
    }

    @POST
    @Path("acceptance")
    @Transactional
    @Operation(
            summary = "Accept a commission",
            description =
                    "By who gives it; for a partner by a leader of the school, or of the trust. It begins by that: an expert is"
                            + " deployed to the school until its last day, and sees it as a system leader.")
    @APIResponseSchema(CommissionDetail.class)
    public Response accept(@PathParam("id") UUID id) {
        Commission commission = commissions.held(id);
        parties.requireGiving(commission);
        UUID partner = commission.partnerId();
        if (partner != null) {
            partners.named(partner).requireDiligence(today());
        }
        UUID expert = commission.expertId();
        if (expert != null) {
            candidates.requireFreeOfConflict(commission, expert);
        }
        commission.start(today());
        UUID person = commission.expertPersonId();
        Integer urn = commission.schoolUrn();
        if (person != null && urn != null) {
            LocalDate first = commission.startsOn().isBefore(today()) ? today() : commission.startsOn();
            commission.deployed(deployments.begin(person, urn, first, commission.endsOn()));
        }
        commissions.flush();
        news.record(commission, "accepted the support", null);
        news.tellSchool(commission, NotificationKind.SUPPORT_BEGUN, null);
        return changed(commission);
    }

    @POST
    @Path("decline")
    @Transactional
    @Operation(
            summary = "Decline a commission",
            description =
                    "Before it has begun, with the reason: by the leaders of the school, or of the trust, and once it is approved"
                            + " by who was to give it.")
    @APIResponseSchema(CommissionDetail.class)
    public Response decline(@PathParam("id") UUID id, @NotNull @Valid EndReason wanted) {
        Commission commission = commissions.held(id);
        if (parties.supports(commission)) {
            if (commission.status() == CommissionStatus.MATCHED) {
                throw Problem.conflict("It is not approved yet; you can decline it when it is.");
            }
        } else {
            parties.requireAsking(commission);
            withdraw(commission, "The support was declined.");
        }
        commission.decline(wanted.reason(), today());
        return ended(commission, wanted.reason());
    }

    @POST
    @Path("cancellation")
    @Transactional
    @PermissionsAllowed(Permission.REQUEST_SUPPORT)
    @Operation(
            summary = "Cancel a commission",
            description =
                    "By the leaders of the school, or of the trust, with the reason, also while it is under way. Days that were"
                            + " given stay given, the others are free again.")
    @APIResponseSchema(CommissionDetail.class)
    public Response cancel(@PathParam("id") UUID id, @NotNull @Valid EndReason wanted) {
        Commission commission = commissions.held(id);
        parties.requireAsking(commission);
        withdraw(commission, "The support was cancelled.");
        commission.cancel(wanted.reason(), today());
        return ended(commission, wanted.reason());
    }

    @POST
    @Path("completion")
    @Transactional
    @Operation(
            summary = "Complete a commission",
            description = "By either party, when both have said what came of it; else 409 with what is missing.")
    @APIResponseSchema(CommissionDetail.class)
    public Response complete(@PathParam("id") UUID id) {
        Commission commission = commissions.held(id);
        if (!parties.supports(commission)) {
            parties.requireAsking(commission);
        }
        commission.complete(impacts.reviewed(commission), today());
        return ended(commission, null);
    }

    private Response ended(Commission commission, @Nullable String reason) {
        commissions.flush();
        deployments.until(commission.id(), today());
        String outcome = commission.status().code();
        news.record(commission, outcome + " the support", reason);
        news.tellSchool(commission, NotificationKind.SUPPORT_ENDED, outcome);
        news.tellSupporter(commission, NotificationKind.SUPPORT_ENDED, outcome);
        return changed(commission);
    }

    private void withdraw(Commission commission, String why) {
        approvals
                .latest(commission.id())
                .filter(latest -> latest.status() == ApprovalStatus.WAITING)
                .ifPresent(latest -> approvals.withdraw(latest, why));
    }

    private Response changed(Commission commission) {
        return Revision.changed(details.of(commission.id()), commission.version());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
