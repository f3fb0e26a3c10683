package org.uplift.need;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Subject;
import org.uplift.concern.RestrictedRationales;
import org.uplift.delegation.Approval;
import org.uplift.delegation.Approvals;
import org.uplift.delegation.Decision;
import org.uplift.delegation.Informing;
import org.uplift.delegation.Outcome;
import org.uplift.delegation.Ruling;
import org.uplift.notification.NotificationKind;
import org.uplift.notification.Notifications;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.school.Schools;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;

/** The level of a school as people set it, under the scheme of delegation. */
@Path("/api/v1/need-assessments/{id}/moderation")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Need")
public class NeedModerationResource {
    @Inject
    NeedAssessments assessments;

    @Inject
    NeedModerations moderations;

    @Inject
    NeedLevels levels;

    @Inject
    RestrictedRationales rationales;

    @Inject
    Approvals approvals;

    @Inject
    Informing informing;

    @Inject
    Schools schools;

    @Inject
    People people;

    @Inject
    Activities activities;

    @Inject
    Notifications notifications;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @POST
    @Transactional
    @PermissionsAllowed(Permission.MODERATE_NEED)
    @Operation(
            summary = "Set another level of need",
            description =
                    "With why, which is kept; the computed level stays beside it, and the level that was set stays when need is"
                            + " computed anew in the term. By how many levels it is away from the computed one decides who has"
                            + " to agree under the scheme of delegation: until then it waits, and what waited before is"
                            + " withdrawn. The computed level as the wanted one goes back to it. The newest assessment of a"
                            + " school only. Where it rests on a restricted concern, why is told to those alone who may see"
                            + " that; 401 asks them to prove again who they are.")
    @APIResponseSchema(NeedDetail.class)
    public Response moderate(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ModerationTerms wanted) {
        NeedAssessment assessment = assessments.readable(id);
        caller.require(Permission.MODERATE_NEED, assessment.schoolUrn());
        Revision.check(ifMatch, assessment.version(), assessments.detail(id));
        if (!assessments.isNewest(assessment)) {
            throw Problem.conflict("The term is over, and its level stays as it was; moderate the newest one.");
        }
        Levels ranked = levels.all();
        NeedLevel level = ranked.named("/level", wanted.level());
        NeedLevel computed = ranked.get(assessment.computedLevel());
        assessment.requireModerable(level, wanted.rationale(), ranked);
        Optional<RestrictedRationales.Ground> ground = Optional.ofNullable(wanted.concernId())
                .map(concern -> rationales.open(concern, assessment.schoolUrn()));
        String told = ground.isPresent() ? null : wanted.rationale().strip();
        moderations.waiting(id).ifPresent(earlier -> approvals.withdraw(earlier, "Another level has been asked for."));
        approvals.flush();
        int by = ranked.between(computed, level);
        Decision decision = Decision.onNeed(by);
        Approval approval = by == 0 || approvals.decidesAlone(decision, id, assessment.schoolUrn())
                ? null
                : approvals.request(
                        decision,
                        new Approval.Subject(
                                id, title(assessment, computed, level), assessment.schoolUrn(), ground.isPresent()),
                        told);
        NeedModeration moderation = assessment.moderate(level, told, people.self(), clock.instant(), approval);
        moderations.persistAndFlush(moderation);
        if (approval == null) {
            assessment.apply(moderation);
            assessments.flush();
            if (by > 0 && ground.isEmpty()) {
                informing.alone(decision, id, assessment.schoolUrn(), title(assessment, computed, level));
            }
        } else {
            informing.asked(approval);
            notifications.tell(
                    approvals.deciders(approval),
                    NotificationKind.APPROVAL_ASKED,
                    reference(id),
                    assessment.schoolUrn());
        }
        ground.ifPresentOrElse(
                concern -> concern.keep(new RestrictedRationales.Rationale(
                        moderation.id(), moderation.computedLevel(), moderation.level(), wanted.rationale())),
                () -> record(
                        assessment,
                        approval == null ? "set the need level" : "asked to set the need level",
                        told,
                        List.of(new Change("level", moderation.computedLevel(), moderation.level()))));
        return Revision.changed(assessments.detail(id), assessment.version());
    }

    @POST
    @Path("approval")
    @Transactional
    @PermissionsAllowed(Permission.DECIDE_APPROVALS)
    @Operation(
            summary = "Approve or refuse a level of need",
            description =
                    "By the body that the scheme of delegation names, never by who asked. Refusing needs a reason.")
    @APIResponseSchema(NeedDetail.class)
    public Response decide(@PathParam("id") UUID id, @NotNull @Valid Ruling wanted) {
        NeedAssessment assessment = assessments.readable(id);
        Approval approval = moderations
                .waiting(id)
                .orElseThrow(() -> Problem.conflict("No moderation of this level waits for a decision."));
        approvals.decide(approval, wanted);
        boolean approved = wanted.outcome() == Outcome.APPROVED;
        if (approved) {
            moderations.under(approval).ifPresent(assessment::apply);
        }
        assessments.flush();
        record(
                assessment,
                approved ? "approved the need level" : "refused the need level",
                wanted.reason(),
                List.of(new Change("approval", "asked for", wanted.outcome().code())));
        notifications.tell(
                List.of(approval.requesterId()),
                NotificationKind.APPROVAL_DECIDED,
                reference(id),
                assessment.schoolUrn(),
                wanted.outcome().code());
        informing.of(approval);
        return Revision.changed(assessments.detail(id), assessment.version());
    }

    private String title(NeedAssessment assessment, @Nullable NeedLevel computed, NeedLevel level) {
        return schools.get(assessment.schoolUrn()).name() + ", "
                + assessment.term().words() + ": " + level.label()
                + (computed == null ? "" : " instead of " + computed.label());
    }

    private static Reference reference(UUID id) {
        return new Reference(ThingKind.NEED, id, null);
    }

    private void record(NeedAssessment assessment, String what, @Nullable String reason, List<Change> changes) {
        activities.record(
                Subject.NEED,
                assessment.id().toString(),
                assessment.schoolUrn(),
                what + " in " + assessment.term().words(),
                reason,
                changes);
    }
}
