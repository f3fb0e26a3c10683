package org.uplift.access;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.platform.Words;

/** Where and when roles count; what changes here holds from the next request on. */
@Path("/api/v1/memberships")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.MANAGE_PEOPLE)
@Tag(name = "People and access")
public class MembershipResource {
    @Inject
    Memberships memberships;

    @Inject
    People people;

    @Inject
    Activities activities;

    @Inject
    MergePatch patches;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @Operation(summary = "List memberships", description = "By the person's name; those that have ended too.")
    public MembershipPage list(
            @Parameter(description = "Of this person") @QueryParam("personId") @Nullable UUID personId,
            @Parameter(description = "Of this school", example = "900001") @QueryParam("schoolUrn") @Nullable
                    Integer schoolUrn,
            @Parameter(description = "With this role") @QueryParam("role") @Nullable Role role,
            @Valid @BeanParam PageRequest page) {
        PanacheQuery<Membership> found =
                memberships.search(personId, schoolUrn, role).page(page.page - 1, page.pageSize);
        return new MembershipPage(
                found.list().stream().map(MembershipSummary::of).toList(), Paging.of(page, found.count()));
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read a membership", description = "Where, and from when until when, a role counts.")
    @APIResponseSchema(MembershipSummary.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        Membership membership = memberships.get(id);
        return Revision.read(request, MembershipSummary.of(membership), membership.version());
    }

    @POST
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Create a membership",
            description =
                    "The role counts only while the person's token carries it too. Holds from the next request on.")
    @APIResponseSchema(value = MembershipSummary.class, responseCode = "201")
    public Response create(@NotNull @Valid NewMembership wanted) {
        Person person = people.known(wanted.personId())
                .orElseThrow(
                        () -> Problem.invalid("/personId", "unknown-person", "Nobody with this id has signed in yet."));
        Membership membership = Membership.of(person, wanted, LocalDate.now(clock));
        UUID committee = membership.committeeId();
        if (committee != null && !memberships.knowsCommittee(committee, LocalDate.now(clock))) {
            throw Problem.invalid("/committeeId", "unknown-committee", "There is no such committee, or it has ended.");
        }
        memberships.persistAndFlush(membership);
        record(membership, "began " + words(membership));
        return Response.created(URI.create("/api/v1/memberships/" + membership.id()))
                .entity(MembershipSummary.of(membership))
                .tag(String.valueOf(membership.version()))
                .build();
    }

    @PATCH
    @Path("{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            summary = "Change a membership",
            description =
                    "Dates, the headteacher mark and whether an analyst may read rows of pupils; what is absent stays.")
    @APIResponseSchema(MembershipSummary.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = MembershipTerms.class))) JsonNode patch) {
        Membership membership = memberships.get(id);
        Revision.check(ifMatch, membership.version(), MembershipSummary.of(membership));
        membership.change(patches.apply(MembershipTerms.of(membership), patch));
        memberships.flush();
        record(membership, "changed " + words(membership));
        return Revision.changed(MembershipSummary.of(membership), membership.version());
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @Operation(
            summary = "End a membership",
            description = "It no longer counts from today on; that it was stays known.")
    @APIResponseSchema(MembershipSummary.class)
    public Response end(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Membership membership = memberships.get(id);
        Revision.check(ifMatch, membership.version(), MembershipSummary.of(membership));
        membership.end(LocalDate.now(clock));
        memberships.flush();
        record(membership, "ended " + words(membership));
        return Revision.changed(MembershipSummary.of(membership), membership.version());
    }

    private void record(Membership membership, String summary) {
        activities.record(Subject.MEMBERSHIP, membership.id().toString(), membership.schoolUrn(), summary);
    }

    private static String words(Membership membership) {
        String where = switch (membership.reach()) {
            case SCHOOL -> "at school " + membership.schoolUrn();
            case COMMITTEE -> "in a committee";
            case TRUST -> "in the whole trust";
        };
        return "the membership of " + membership.person().name() + " as "
                + Words.of(membership.role().code()) + " " + where
                + (membership.pupilRows() ? ", with rows of pupils" : "");
    }
}
