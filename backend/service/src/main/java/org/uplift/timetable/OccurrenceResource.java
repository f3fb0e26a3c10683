package org.uplift.timetable;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Revision;

/** Planned activities of schools and of the trust. */
@Path("/api/v1/timetable")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Timetable")
public class OccurrenceResource {
    @Inject
    Occurrences occurrences;

    @Inject
    Planning planning;

    @Inject
    MergePatch patches;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_TIMETABLE)
    @Operation(
            summary = "List planned activities",
            description = "Those of your schools and of the trust, by day, with how each stands.")
    public OccurrencePage list(@Valid @BeanParam OccurrenceFilter filter, @Valid @BeanParam PageRequest page) {
        return occurrences.page(filter, page);
    }

    @POST
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.PLAN_TIMETABLE)
    @Operation(summary = "Plan an activity", description = "Beside those of the template.")
    @APIResponseSchema(value = OccurrenceDetail.class, responseCode = "201")
    @APIResponse(
            responseCode = "404",
            description = "There is no such school that you may see",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public Response create(@NotNull @Valid NewOccurrence wanted) {
        Occurrence one = planning.plan(wanted);
        return Response.created(URI.create("/api/v1/timetable/" + one.id()))
                .entity(planning.detail(one))
                .tag(String.valueOf(one.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(Permission.READ_TIMETABLE)
    @Operation(
            summary = "Read a planned activity",
            description = "In full where you may record checkpoints, else as the assurance view.")
    @APIResponseSchema(OccurrenceDetail.class)
    @APIResponse(responseCode = "304", description = "Not changed since you read it")
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        Occurrence one = occurrences.readable(id);
        return Revision.readComputed(request, planning.detail(one), one.version());
    }

    @PATCH
    @Path("{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @PermissionsAllowed(Permission.PLAN_TIMETABLE)
    @Operation(
            summary = "Change a planned activity",
            description = "What is absent stays, what is null goes. Another day is a move.")
    @APIResponseSchema(OccurrenceDetail.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = OccurrenceTerms.class))) JsonNode patch) {
        Occurrence one = planning.changeable(id, ifMatch);
        planning.change(one, patches.apply(one.terms(), patch));
        return changed(one);
    }

    @POST
    @Path("{id}/move")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.PLAN_TIMETABLE)
    @Operation(
            summary = "Move a planned activity to another day",
            description =
                    "By itself, or with the later ones of its type and place; those who are to be there are told.")
    @APIResponseSchema(OccurrenceDetail.class)
    public Response move(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewMove wanted) {
        Occurrence one = planning.changeable(id, ifMatch);
        planning.move(one, wanted);
        return changed(one);
    }

    @POST
    @Path("{id}/cancellation")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.PLAN_TIMETABLE)
    @Operation(
            summary = "Cancel a planned activity",
            description = "With a reason; those who were to be there are told. What is recorded by a checkpoint stays.")
    @APIResponseSchema(OccurrenceDetail.class)
    public Response cancel(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewCancellation wanted) {
        Occurrence one = planning.changeable(id, ifMatch);
        planning.cancel(one, wanted);
        return changed(one);
    }

    @POST
    @Path("{id}/reinstatement")
    @Transactional
    @PermissionsAllowed(Permission.PLAN_TIMETABLE)
    @Operation(summary = "Plan a cancelled activity again", description = "On the day that it had.")
    @APIResponseSchema(OccurrenceDetail.class)
    public Response reinstate(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Occurrence one = planning.changeable(id, ifMatch);
        planning.reinstate(one);
        return changed(one);
    }

    @POST
    @Path("{id}/completion")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.PLAN_TIMETABLE)
    @Operation(
            summary = "Say that an activity was held",
            description = "Or that what was due is there. An activity that a checkpoint completes is done when that is"
                    + " signed off, and by nothing else.")
    @APIResponseSchema(OccurrenceDetail.class)
    public Response complete(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewCompletion wanted) {
        Occurrence one = planning.changeable(id, ifMatch);
        planning.complete(one, wanted);
        return changed(one);
    }

    @POST
    @Path("{id}/reopening")
    @Transactional
    @PermissionsAllowed(Permission.PLAN_TIMETABLE)
    @Operation(summary = "Take back that an activity was held", description = "It is planned, or overdue, again.")
    @APIResponseSchema(OccurrenceDetail.class)
    public Response reopen(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Occurrence one = planning.changeable(id, ifMatch);
        planning.reopen(one);
        return changed(one);
    }

    private Response changed(Occurrence one) {
        occurrences.flush();
        return Revision.changed(planning.detail(one), one.version());
    }
}
