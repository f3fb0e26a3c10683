package org.uplift.committee;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.school.Schools;

/** Committees, and the schools that they look after. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.READ_COMMITTEES)
@Tag(name = "Committees")
public class CommitteeResource {
    @Inject
    Committees committees;

    @Inject
    Schools schools;

    @Inject
    Activities activities;

    @Inject
    MergePatch patches;

    @GET
    @Path("committees")
    @Transactional
    @Operation(
            summary = "List committees",
            description =
                    "The trust board first, then by name, those that have ended last. A member sees their own; trust"
                            + " leaders, trustees and administrators see all.")
    public CommitteePage list(
            @Parameter(description = "Of this kind") @QueryParam("kind") @Nullable CommitteeKind kind,
            @Parameter(description = "Those that look after this school today", example = "900001")
                    @QueryParam("schoolUrn")
                    @Nullable
                    Integer schoolUrn,
            @Valid @BeanParam PageRequest page) {
        return committees.page(kind, schoolUrn, page);
    }

    @POST
    @Path("committees")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.KEEP_COMMITTEES)
    @Operation(
            summary = "Create a committee",
            description = "There is one trust board. Its members come by memberships of scope committee.")
    @APIResponseSchema(value = CommitteeSummary.class, responseCode = "201")
    public Response create(@NotNull @Valid NewCommittee wanted) {
        requireKnown(wanted.schools());
        if (wanted.kind() == CommitteeKind.TRUST_BOARD && committees.hasBoard()) {
            throw Problem.conflict("There is a trust board already.");
        }
        Committee committee = new Committee(wanted);
        committees.persistAndFlush(committee);
        activities.record(Subject.COMMITTEE, committee.id(), committee.id(), "created the committee", null);
        return Response.created(URI.create("/api/v1/committees/" + committee.id()))
                .entity(committees.summary(committee.id()))
                .tag(String.valueOf(committee.version()))
                .build();
    }

    @GET
    @Path("committees/{id}")
    @Transactional
    @Operation(summary = "Read a committee", description = "What it is, and which schools it looks after.")
    @APIResponseSchema(CommitteeSummary.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        CommitteeSummary committee = committees.summary(id);
        return Revision.readComputed(request, committee, committee.version());
    }

    @PATCH
    @Path("committees/{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @PermissionsAllowed(Permission.KEEP_COMMITTEES)
    @Operation(
            summary = "Change a committee",
            description = "What is absent stays. Whom its memberships reach changes from the next request on.")
    @APIResponseSchema(CommitteeSummary.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = CommitteeTerms.class))) JsonNode patch) {
        Committee committee = committees.readable(id);
        Revision.check(ifMatch, committee.version(), committees.summary(id));
        CommitteeTerms wanted = patches.apply(committee.terms(), patch);
        requireKnown(wanted.schools());
        committee.change(wanted);
        committees.flush();
        activities.record(Subject.COMMITTEE, id, id, "changed the committee", null);
        return Revision.changed(committees.summary(id), committee.version());
    }

    private void requireKnown(List<CommitteeSchool> wanted) {
        Set<Integer> known = schools.names(
                        wanted.stream().map(CommitteeSchool::schoolUrn).toList())
                .keySet();
        for (int at = 0; at < wanted.size(); at++) {
            if (!known.contains(wanted.get(at).schoolUrn())) {
                throw Problem.invalid(
                        "/schools/" + at + "/schoolUrn",
                        "unknown-school",
                        "There is no school " + wanted.get(at).schoolUrn() + " in the register.");
            }
        }
    }
}
