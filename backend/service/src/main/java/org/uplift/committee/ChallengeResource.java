package org.uplift.committee;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.access.Person;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Problem;

/** Challenges: a member of a committee asks, a leader answers, and the committee says whether it is satisfied. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.READ_CHALLENGES)
@Tag(name = "Challenges")
public class ChallengeResource {
    /** Nothing of a challenge is ever changed. */
    private static final String ONLY_VERSION = "0";

    @Inject
    Challenges challenges;

    @Inject
    ChallengeEntries entries;

    @Inject
    ChallengeLinks links;

    @Inject
    Committees committees;

    @Inject
    Answerers answerers;

    @Inject
    People people;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Path("challenges")
    @Transactional
    @Operation(
            summary = "List challenges",
            description =
                    "Newest first: those of your committees, of the schools that you lead, and those that you are asked.")
    public ChallengePage list(@Valid @BeanParam ChallengeFilter filter, @Valid @BeanParam PageRequest page) {
        return challenges.page(filter, page);
    }

    @POST
    @Path("challenges")
    @Transactional
    @OncePerKey
    @PermissionsAllowed(Permission.RAISE_CHALLENGES)
    @Operation(
            summary = "Raise a challenge",
            description =
                    "By a member of the committee, in a meeting or between meetings. It can be about a priority, a target or"
                            + " a measure, never about a concern.")
    @APIResponseSchema(value = ChallengeDetail.class, responseCode = "201")
    @APIResponse(
            responseCode = "404",
            description = "There is no such committee that you may see",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public Response raise(@NotNull @Valid NewChallenge wanted) {
        Committee committee = committees.readable(wanted.committeeId());
        requireMember(committee.id());
        committee.requireGoing(today());
        if (wanted.answerBy().isBefore(today())) {
            throw Problem.invalid("/answerBy", "in-past", "Nobody can answer it by a day that is over.");
        }
        Integer urn = wanted.schoolUrn();
        if (urn == null && !committee.coversTrust() && committee.kind() == CommitteeKind.DEVELOPMENT) {
            throw Problem.invalid("/schoolUrn", "required", "Say which of the committee's schools it is about.");
        }
        if (urn != null && !committee.looksAfter(urn, today())) {
            throw Problem.invalid(
                    "/schoolUrn", "unknown-school", "The committee does not look after this school today.");
        }
        links.requireMeeting(wanted);
        Challenge challenge = new Challenge(
                wanted, links.named(wanted), people.self(), answerers.named(wanted.askedPersonId(), urn), today());
        challenges.persistAndFlush(challenge);
        record(challenge.id(), committee.id(), "raised a challenge");
        return Response.created(URI.create("/api/v1/challenges/" + challenge.id()))
                .entity(challenges.detail(challenge.id()))
                .tag(ONLY_VERSION)
                .build();
    }

    @GET
    @Path("challenges/{id}")
    @Transactional
    @Operation(
            summary = "Read a challenge",
            description = "With every answer, and what the committee said of it. Nothing of it is ever changed.")
    public ChallengeDetail get(@PathParam("id") UUID id) {
        return challenges.detail(id);
    }

    @POST
    @Path("challenges/{id}/answers")
    @Transactional
    @PermissionsAllowed(Permission.ANSWER_CHALLENGES)
    @Operation(
            summary = "Answer a challenge",
            description = "By who is asked. Another answer can follow until the committee is satisfied.")
    public ChallengeDetail answer(@PathParam("id") UUID id, @NotNull @Valid NewAnswer wanted) {
        ChallengeSummary challenge = unsettled(id);
        if (!challenge.mayAnswer()) {
            throw Problem.forbidden(challenge.askedName() + " is asked, and answers.");
        }
        return add(challenge, ChallengeEntryKind.ANSWER, wanted.text(), null, "answered the challenge");
    }

    @POST
    @Path("challenges/{id}/judgement")
    @Transactional
    @PermissionsAllowed(Permission.RAISE_CHALLENGES)
    @Operation(
            summary = "Say whether the committee is satisfied",
            description =
                    "By a member of it, never by who answered, with the reason. Where it is not, it is to be answered"
                            + " again by another day, and comes back on the next agenda.")
    public ChallengeDetail judge(@PathParam("id") UUID id, @NotNull @Valid NewJudgement wanted) {
        ChallengeSummary challenge = unsettled(id);
        requireMember(challenge.committeeId());
        if (challenge.status() != ChallengeStatus.ANSWERED) {
            throw Problem.conflict("It has not been answered yet.");
        }
        if (!challenge.mayJudge()) {
            throw Problem.forbidden(
                    "You answered it yourself; another member says whether the committee is satisfied.");
        }
        if (wanted.satisfied()) {
            return add(challenge, ChallengeEntryKind.SATISFIED, wanted.reason(), null, "was satisfied with the answer");
        }
        LocalDate by = wanted.answerBy();
        if (by == null || by.isBefore(today())) {
            throw Problem.invalid("/answerBy", "required", "Say by when it is to be answered again, today or later.");
        }
        return add(
                challenge, ChallengeEntryKind.NOT_SATISFIED, wanted.reason(), by, "was not satisfied with the answer");
    }

    @POST
    @Path("challenges/{id}/withdrawal")
    @Transactional
    @PermissionsAllowed(Permission.RAISE_CHALLENGES)
    @Operation(
            summary = "Withdraw a challenge",
            description = "By who raised it, with the reason. It stays on the record.")
    public ChallengeDetail withdraw(@PathParam("id") UUID id, @NotNull @Valid ChallengeWithdrawal wanted) {
        ChallengeSummary challenge = unsettled(id);
        requireMember(challenge.committeeId());
        if (!challenge.mayWithdraw()) {
            throw Problem.forbidden(challenge.askedBy() + " raised it, and can withdraw it.");
        }
        return add(challenge, ChallengeEntryKind.WITHDRAWAL, wanted.reason(), null, "withdrew the challenge");
    }

    @GET
    @Path("committees/{id}/answerers")
    @Transactional
    @PermissionsAllowed(Permission.RAISE_CHALLENGES)
    @Operation(
            summary = "List whom a committee can ask",
            description = "The leaders of one of its schools, and those of the trust, by name. For its members.")
    public AnswererList answerers(
            @PathParam("id") UUID id,
            @Parameter(description = "Of this school too", example = "900001") @QueryParam("schoolUrn") @Nullable
                    Integer schoolUrn) {
        Committee committee = committees.readable(id);
        requireMember(id);
        if (schoolUrn != null && !committee.looksAfter(schoolUrn, today())) {
            throw Problem.notFound();
        }
        return new AnswererList(answerers.of(schoolUrn));
    }

    private ChallengeSummary unsettled(UUID id) {
        ChallengeSummary challenge = challenges.get(id);
        if (challenge.status() == ChallengeStatus.SATISFIED || challenge.status() == ChallengeStatus.WITHDRAWN) {
            throw Problem.conflict("It is " + challenge.status().code() + ", and stays so.");
        }
        return challenge;
    }

    private ChallengeDetail add(
            ChallengeSummary challenge,
            ChallengeEntryKind kind,
            String text,
            @Nullable LocalDate answerBy,
            String summary) {
        Person self = people.self();
        entries.persistAndFlush(new ChallengeEntry(challenge, kind, text, answerBy, self, clock.instant()));
        record(challenge.id(), challenge.committeeId(), summary);
        return challenges.detail(challenge.id());
    }

    private void requireMember(UUID committee) {
        if (!caller.sitsOn(committee)) {
            throw Problem.forbidden("The members of the committee do this.");
        }
    }

    private void record(UUID id, UUID committee, String summary) {
        activities.record(Subject.CHALLENGE, id, committee, summary, null);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
