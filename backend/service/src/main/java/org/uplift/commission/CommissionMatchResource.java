package org.uplift.commission;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.delegation.Approval;
import org.uplift.delegation.ApprovalRequest;
import org.uplift.delegation.ApprovalStatus;
import org.uplift.delegation.Approvals;
import org.uplift.delegation.Informing;
import org.uplift.delegation.Outcome;
import org.uplift.delegation.Ruling;
import org.uplift.expertise.Expert;
import org.uplift.expertise.Experts;
import org.uplift.notification.NotificationKind;
import org.uplift.notification.Notifications;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;

/** Who is to give a commission, and who approves that. */
@Path("/api/v1/commissions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.REQUEST_SUPPORT)
@Tag(name = "Commissions")
public class CommissionMatchResource {
    @Inject
    Commissions commissions;

    @Inject
    CommissionDetails details;

    @Inject
    Candidates candidates;

    @Inject
    OutsideCandidates outside;

    @Inject
    Partners partners;

    @Inject
    Experts experts;

    @Inject
    Parties parties;

    @Inject
    Approvals approvals;

    @Inject
    Informing informing;

    @Inject
    CommissionRulings rulings;

    @Inject
    CommissionNews news;

    @Inject
    Notifications notifications;

    @Inject
    People people;

    @Inject
    Clock clock;

    @GET
    @Path("candidates")
    @Transactional
    @Operation(
            summary = "Rank who might give a commission",
            description =
                    "Everybody of the trust who offers support: first those who can, each with the parts of the match and why;"
                            + " then those who cannot, with what stands against it. The weights of the parts are data. Who has a"
                            + " conflict of interest is told as such, not what it is.")
    public CandidatePage candidates(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        Commission commission = commissions.readable(id);
        parties.requireAsking(commission);
        return CandidatePage.of(candidates.of(commission), page);
    }

    @POST
    @Path("match")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Match a commission",
            description =
                    "Names an expert of the trust who can, or a partner from outside with the cost and why nobody inside fits."
                            + " From then on the days are promised: 409 where another match was faster. Where who asked may"
                            + " recommend it under the scheme of delegation, approval is asked for in their name. Can be done"
                            + " again until it is approved. If-Match is checked when it is sent.")
    @APIResponseSchema(CommissionDetail.class)
    public Response match(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewMatch wanted) {
        wanted.check();
        Commission commission = held(id, ifMatch);
        if (commission.status() != CommissionStatus.REQUESTED && commission.status() != CommissionStatus.MATCHED) {
            throw Problem.conflict("It is " + commission.status().code() + ", and is matched no more.");
        }
        withdraw(commission, "Somebody else was matched.");
        if (wanted.partnerId() == null) {
            inside(commission, wanted);
        } else {
            outside(commission, wanted);
        }
        commissions.flush();
        news.record(commission, "matched " + details.of(id).commission().supporter() + " with", wanted.reason());
        news.tellSchool(commission, NotificationKind.SUPPORT_MATCHED, null);
        news.tellSupporter(commission, NotificationKind.SUPPORT_MATCHED, null);
        askInTheNameOfWhoAsked(commission);
        return Revision.changed(details.of(id), commission.version());
    }

    private void inside(Commission commission, NewMatch wanted) {
        Expert expert = experts.held(Objects.requireNonNull(wanted.expertId()));
        Candidate candidate = candidates.one(commission, expert.id());
        if (!candidate.fits()) {
            throw Problem.conflict(expert.name() + " cannot give it: " + String.join(" ", candidate.obstacles()));
        }
        if ((wanted.reason() == null || wanted.reason().isBlank())
                && !candidates.of(commission).getFirst().expertId().equals(expert.id())) {
            throw Problem.invalid(
                    "/reason", "required", "Others match better; say why it is to be " + expert.name() + ".");
        }
        outside.forget(commission);
        commission.match(expert, wanted.reason());
    }

    private void outside(Commission commission, NewMatch wanted) {
        Partner partner = partners.named(Objects.requireNonNull(wanted.partnerId()));
        outside.keep(commission, wanted.unfit() == null ? List.of() : wanted.unfit());
        commission.match(
                partner, Objects.requireNonNull(wanted.cost()), Objects.requireNonNull(wanted.reason()), today());
    }

    /** Asks for approval for those who asked for the support; where nobody decides, it is approved. */
    private void askInTheNameOfWhoAsked(Commission commission) {
        if (approvals
                .state(commission.decision(), commission.id(), commission.schoolUrn(), null)
                .isEmpty()) {
            commission.approve(null);
            commissions.flush();
            return;
        }
        approvals
                .requestFor(
                        people.known(commission.requesterId()).orElseThrow(),
                        commission.decision(),
                        subject(commission))
                .ifPresent(approval -> told(commission, approval));
    }

    private void told(Commission commission, Approval approval) {
        notifications.tell(
                approvals.deciders(approval),
                NotificationKind.APPROVAL_ASKED,
                new Reference(ThingKind.COMMISSION, commission.id(), null),
                commission.schoolUrn());
        informing.asked(approval);
    }

    @POST
    @Path("approval-request")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask for the approval of a match",
            description = "Who asks recommends it: the scheme of delegation says who can, and who decides.")
    @APIResponseSchema(CommissionDetail.class)
    public Response request(@PathParam("id") UUID id, @NotNull @Valid ApprovalRequest wanted) {
        Commission commission = commissions.readable(id);
        parties.requireAsking(commission);
        commission.requireMatched();
        Approval approval = approvals.request(commission.decision(), subject(commission), wanted.comment());
        news.record(commission, "asked for the approval of the support", wanted.comment());
        told(commission, approval);
        return Revision.changed(details.of(id), commission.version());
    }

    @POST
    @Path("approval")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.DECIDE_APPROVALS)
    @Operation(
            summary = "Approve or refuse a match",
            description =
                    "By the body that the scheme of delegation names for what it costs, never by who asked. What is refused is"
                            + " declined, with the reason.")
    @APIResponseSchema(CommissionDetail.class)
    public Response decide(@PathParam("id") UUID id, @NotNull @Valid Ruling wanted) {
        Commission commission = commissions.held(id);
        commission.requireMatched();
        Approval approval = approvals
                .latest(id)
                .filter(latest -> latest.status() == ApprovalStatus.WAITING)
                .orElseThrow(() -> Problem.conflict("Nobody has asked for approval of this support."));
        approvals.decide(approval, wanted);
        String reason = wanted.reason() == null ? "" : wanted.reason();
        rulings.take(
                commission,
                approval,
                wanted.outcome(),
                reason,
                wanted.outcome() == Outcome.APPROVED ? "approved the support" : "refused to approve the support");
        informing.of(approval);
        return Revision.changed(details.of(id), commission.version());
    }

    private Commission held(UUID id, @Nullable String ifMatch) {
        Commission commission = commissions.held(id);
        parties.requireAsking(commission);
        if (ifMatch != null) {
            Revision.check(ifMatch, commission.version(), details.of(id));
        }
        return commission;
    }

    private void withdraw(Commission commission, String why) {
        approvals
                .latest(commission.id())
                .filter(latest -> latest.status() == ApprovalStatus.WAITING)
                .ifPresent(latest -> approvals.withdraw(latest, why));
    }

    private static Approval.Subject subject(Commission commission) {
        return new Approval.Subject(commission.id(), commission.title(), commission.schoolUrn(), false);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
