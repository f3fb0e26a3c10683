package org.uplift.commission;

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
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Deployments;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.delegation.Approvals;
import org.uplift.expertise.Experts;
import org.uplift.notification.NotificationKind;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.platform.Words;
import org.uplift.term.TermOfYear;

/** What is given of a commission, what is changed of what was agreed, and what came of it. */
@Path("/api/v1/commissions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.GIVE_SUPPORT)
@Tag(name = "Commissions")
public class CommissionRecordResource {
    @Inject
    Commissions commissions;

    @Inject
    CommissionDetails details;

    @Inject
    Visits visits;

    @Inject
    Proposals proposals;

    @Inject
    Impacts impacts;

    @Inject
    Parties parties;

    @Inject
    Experts experts;

    @Inject
    Candidates candidates;

    @Inject
    Approvals approvals;

    @Inject
    Deployments deployments;

    @Inject
    VisitRules rules;

    @Inject
    CommissionNews news;

    @Inject
    People people;

    @Inject
    Clock clock;

    @POST
    @Path("visits")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Log days that were given",
            description =
                    "By who gives it; for a partner by a leader of the school, or of the trust. While it is under way, up to the"
                            + " days that are agreed for the term: more needs a change that the other party agrees to.")
    @APIResponseSchema(value = CommissionDetail.class, responseCode = "201")
    public Response log(@PathParam("id") UUID id, @NotNull @Valid NewVisit wanted) {
        Commission commission = commissions.held(id);
        parties.requireGiving(commission);
        commission.requireActive("given days of");
        rules.check(commission, wanted, LocalDate.now(clock));
        visits.persistAndFlush(new Visit(commission, wanted, people.self(), clock.instant()));
        news.record(commission, "gave " + days(wanted.days()) + " of the support", null);
        return Response.created(URI.create("/api/v1/commissions/" + id))
                .entity(details.of(id))
                .tag(String.valueOf(commission.version()))
                .build();
    }

    @DELETE
    @Path("visits/{visitId}")
    @Transactional
    @Operation(
            summary = "Take out days that were logged by mistake",
            description = "By who gives it, while it is under way. It stays in the record of activity.")
    @APIResponseSchema(CommissionDetail.class)
    public Response unlog(@PathParam("id") UUID id, @PathParam("visitId") UUID visitId) {
        Commission commission = commissions.held(id);
        parties.requireGiving(commission);
        commission.requireActive("corrected");
        Visit visit = visits.get(commission, visitId);
        visits.delete(visit);
        visits.flush();
        news.record(
                commission,
                "took out " + days(visit.days()) + " of " + Words.day(visit.day()) + " from the support",
                null);
        return Revision.changed(details.of(id), commission.version());
    }

    @POST
    @Path("changes")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Propose to change what is agreed",
            description =
                    "By either party, one at a time: the last day, the days of a term, the cost. It counts when the other party agrees.")
    @APIResponseSchema(value = CommissionDetail.class, responseCode = "201")
    public Response propose(@PathParam("id") UUID id, @NotNull @Valid NewChange wanted) {
        wanted.check();
        Commission commission = commissions.held(id);
        if (!parties.supports(commission)) {
            parties.requireAsking(commission);
        }
        commission.requireActive("changed");
        if (wanted.cost() != null && commission.partnerId() == null) {
            throw Problem.invalid("/cost", "not-applicable", "Support from inside the trust has no cost.");
        }
        if (proposals.of(commission).stream().anyMatch(Change::waits)) {
            throw Problem.conflict("A change waits for an answer already.");
        }
        proposals.persistAndFlush(
                new Change(commission, wanted, parties.supports(commission), people.self(), clock.instant()));
        news.record(commission, "proposed to change what is agreed on the support", wanted.reason());
        news.tellSchool(commission, NotificationKind.SUPPORT_CHANGE, "proposed");
        news.tellSupporter(commission, NotificationKind.SUPPORT_CHANGE, "proposed");
        return Response.created(URI.create("/api/v1/commissions/" + id))
                .entity(details.of(id))
                .tag(String.valueOf(commission.version()))
                .build();
    }

    @POST
    @Path("changes/{changeId}/answer")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Agree to a change, or refuse it",
            description =
                    "By the other party; for a partner by another trust leader than who proposed it. More days need days that the"
                            + " expert has left. A higher cost is agreed to by the body that decides on that much.")
    @APIResponseSchema(CommissionDetail.class)
    public Response answer(
            @PathParam("id") UUID id, @PathParam("changeId") UUID changeId, @NotNull @Valid ChangeAnswer wanted) {
        Commission commission = commissions.held(id);
        commission.requireActive("changed");
        Change change = proposals.get(commission, changeId);
        if (change.waits() && !details.mayAnswer(commission, change)) {
            throw Problem.forbidden("The other party answers it.");
        }
        change.decide(wanted.agreed(), people.self(), clock.instant());
        if (wanted.agreed()) {
            take(commission, change);
        }
        commissions.flush();
        news.record(
                commission,
                (wanted.agreed() ? "agreed to" : "refused") + " the change of what is agreed on the support",
                null);
        news.tellSchool(commission, NotificationKind.SUPPORT_CHANGE, "answered");
        news.tellSupporter(commission, NotificationKind.SUPPORT_CHANGE, "answered");
        return Revision.changed(details.of(id), commission.version());
    }

    private void take(Commission commission, Change change) {
        UUID expert = commission.expertId();
        if (expert != null) {
            experts.held(expert);
        }
        TermOfYear term = change.term();
        BigDecimal wanted = change.days();
        if (term != null && wanted != null && wanted.compareTo(visits.given(commission, term)) < 0) {
            throw Problem.conflict("More days than that were given in " + term.words() + " already.");
        }
        LocalDate end = change.endsOn();
        if (end != null
                && visits.of(commission).stream().anyMatch(visit -> visit.day().isAfter(end))) {
            throw Problem.conflict("Days were given after " + Words.day(end) + " already.");
        }
        commission.take(change);
        commissions.flush();
        if (expert != null && wanted != null) {
            candidates.requireDaysLeft(commission, expert);
        }
        if (change.cost() != null) {
            approvals.requireDecider(
                    commission.decision(),
                    commission.id(),
                    commission.schoolUrn(),
                    "Who agrees to " + Words.pounds(change.cost()) + " decides on it.");
        }
        if (end != null) {
            deployments.until(commission.id(), end.plusDays(1));
        }
    }

    @POST
    @Path("impact")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say what came of a commission",
            description =
                    "Each party once, while it is under way: what has changed for the school, and what the supporter gained; for a"
                            + " partner a leader of the school, or of the trust, writes down what they say.")
    @APIResponseSchema(value = CommissionDetail.class, responseCode = "201")
    public Response review(@PathParam("id") UUID id, @NotNull @Valid NewImpact wanted) {
        wanted.check();
        Commission commission = commissions.held(id);
        if (wanted.party() == Party.SCHOOL) {
            parties.requireAsking(commission);
        } else {
            parties.requireGiving(commission);
        }
        commission.requireActive("looked back on");
        if (impacts.reviewed(commission).contains(wanted.party())) {
            throw Problem.conflict("That party has said what came of it already.");
        }
        impacts.persistAndFlush(new Impact(commission, wanted, people.self(), clock.instant()));
        news.record(commission, "said what came of the support", null);
        return Response.created(URI.create("/api/v1/commissions/" + id))
                .entity(details.of(id))
                .tag(String.valueOf(commission.version()))
                .build();
    }

    private static String days(BigDecimal days) {
        return Words.figure(days) + (days.compareTo(BigDecimal.ONE) == 0 ? " day" : " days");
    }
}
