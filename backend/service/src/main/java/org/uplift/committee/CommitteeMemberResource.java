package org.uplift.committee;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.platform.Words;

/** Who is of a committee, in which office, until when, and what interests they have declared. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Committees")
public class CommitteeMemberResource {
    @Inject
    Committees committees;

    @Inject
    CommitteeMembers members;

    @Inject
    Conflicts conflicts;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Path("committees/{id}/members")
    @Transactional
    @PermissionsAllowed(Permission.READ_COMMITTEES)
    @Operation(
            summary = "List the members of a committee",
            description = "With their office and term, and whether it ends soon. Those whose term has ended are last.")
    public CommitteeMemberList list(@PathParam("id") UUID id) {
        return members.of(committees.readable(id).id());
    }

    @PUT
    @Path("committees/{id}/members/{membershipId}/office")
    @Transactional
    @PermissionsAllowed({Permission.KEEP_MEETINGS, Permission.KEEP_COMMITTEES})
    @Operation(
            summary = "Give a member an office",
            description =
                    "By the clerk of the committee or an administrator. The term of office is that of the membership.")
    @APIResponseSchema(CommitteeMember.class)
    public Response office(
            @PathParam("id") UUID id,
            @PathParam("membershipId") UUID membershipId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MemberTerms wanted) {
        Committee committee = committees.readable(id);
        if (!caller.committees(Permission.KEEP_COMMITTEES).covers(id)) {
            caller.requireIn(Permission.KEEP_MEETINGS, committee.id());
        }
        CommitteeMember member = members.get(id, membershipId);
        Revision.check(ifMatch, member.version(), member);
        members.give(member, wanted.office());
        activities.record(
                Subject.COMMITTEE,
                id,
                id,
                "made " + member.name() + " " + Words.of(wanted.office().code()),
                null);
        CommitteeMember changed = members.get(id, membershipId);
        return Revision.changed(changed, changed.version());
    }

    @GET
    @Path("committees/{id}/conflicts")
    @Transactional
    @PermissionsAllowed(Permission.READ_MEETINGS)
    @Operation(
            summary = "Read the register of interests of a committee",
            description = "For its members and its clerk, nobody else.")
    public ConflictList conflicts(@PathParam("id") UUID id) {
        committees.readable(id);
        requireOf(id);
        return conflicts.of(id);
    }

    @POST
    @Path("committees/{id}/conflicts")
    @Transactional
    @OncePerKey
    @PermissionsAllowed(Permission.KEEP_MEETINGS)
    @Operation(
            summary = "Record an interest that a member declares",
            description = "By the clerk. It can be ended, and is never changed otherwise.")
    @APIResponseSchema(value = ConflictLine.class, responseCode = "201")
    public Response declare(@PathParam("id") UUID id, @NotNull @Valid NewConflict wanted) {
        committees.readable(id);
        caller.requireIn(Permission.KEEP_MEETINGS, id);
        CommitteeMember member = members.of(id).results().stream()
                .filter(one -> one.membershipId().equals(wanted.membershipId()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "/membershipId", "unknown-member", "Nobody with this membership is of the committee."));
        Conflict conflict = new Conflict(member, wanted, caller.name(), clock.instant());
        conflicts.persistAndFlush(conflict);
        activities.record(Subject.COMMITTEE, id, id, "recorded an interest that " + member.name() + " declared", null);
        return Response.created(URI.create("/api/v1/committees/" + id + "/conflicts"))
                .entity(conflict.line())
                .tag(String.valueOf(conflict.version()))
                .build();
    }

    @POST
    @Path("conflicts/{id}/end")
    @Transactional
    @PermissionsAllowed(Permission.KEEP_MEETINGS)
    @Operation(summary = "End an interest", description = "By the clerk. That it was declared stays known.")
    @APIResponseSchema(ConflictLine.class)
    public Response end(@PathParam("id") UUID id, @NotNull @Valid ConflictEnd wanted) {
        Conflict conflict = conflicts.readable(id);
        caller.requireIn(Permission.KEEP_MEETINGS, conflict.committeeId());
        conflict.end(wanted.until());
        conflicts.flush();
        activities.record(
                Subject.COMMITTEE,
                conflict.committeeId(),
                conflict.committeeId(),
                "ended an interest that " + conflict.name() + " had declared",
                null);
        return Revision.changed(conflict.line(), conflict.version());
    }

    private void requireOf(UUID committee) {
        if (!caller.sitsOn(committee)
                && !caller.committees(Permission.KEEP_MEETINGS).covers(committee)) {
            throw Problem.forbidden("The register of interests is for the committee and its clerk.");
        }
    }
}
