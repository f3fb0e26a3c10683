package org.uplift.timetable;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Changes;
import org.uplift.activity.Subject;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.Revision;

/** The types of activities, which those keep who plan for the whole trust. */
@Path("/api/v1/timetable/activity-types")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.READ_TIMETABLE)
@Tag(name = "Timetable")
public class ActivityTypeResource {
    @Inject
    ActivityTypes types;

    @Inject
    Activities activities;

    @Inject
    MergePatch patches;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @Operation(
            summary = "List the types of activities",
            description = "In their order, those of schools before those of the trust, those no longer in use too.")
    public List<ActivityTypeLine> list() {
        return types.inOrder().stream().map(ActivityType::line).toList();
    }

    @POST
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.PLAN_TIMETABLE)
    @Operation(
            summary = "Add a type of activities",
            description = "By those who plan for the whole trust. It can be planned from today on.")
    @APIResponseSchema(value = ActivityTypeLine.class, responseCode = "201")
    public Response add(@NotNull @Valid NewActivityType wanted) {
        caller.require(Permission.PLAN_TIMETABLE, null);
        ActivityType type = types.add(wanted, LocalDate.now(clock));
        record(type, "added", List.of());
        return Response.created(URI.create("/api/v1/timetable/activity-types/" + type.code()))
                .entity(type.line())
                .tag(String.valueOf(type.version()))
                .build();
    }

    @GET
    @Path("{code}")
    @Transactional
    @Operation(summary = "Read a type of activities", description = "With the ETag that changing it needs.")
    @APIResponseSchema(ActivityTypeLine.class)
    @APIResponse(responseCode = "304", description = "Not changed since you read it")
    public Response get(@PathParam("code") String code, @Context Request request) {
        ActivityType type = types.get(code);
        return Revision.read(request, type.line(), type.version());
    }

    @PATCH
    @Path("{code}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @PermissionsAllowed(Permission.PLAN_TIMETABLE)
    @Operation(
            summary = "Change a type of activities, or end it",
            description = "By those who plan for the whole trust. What is absent stays, what is null goes. One that has"
                    + " ended is not offered any more; what is planned keeps it.")
    @APIResponseSchema(ActivityTypeLine.class)
    public Response change(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ActivityTypeTerms.class)))
                    JsonNode patch) {
        ActivityType type = types.get(code);
        caller.require(Permission.PLAN_TIMETABLE, null);
        Revision.check(ifMatch, type.version(), type.line());
        ActivityTypeTerms before = type.terms();
        ActivityTypeTerms wanted = patches.apply(before, patch);
        types.requireFree(wanted.label(), type);
        type.change(wanted);
        types.flush();
        List<Change> changes = Changes.between(before, type.terms());
        if (!changes.isEmpty()) {
            record(type, "changed", changes);
        }
        return Revision.changed(type.line(), type.version());
    }

    private void record(ActivityType type, String did, List<Change> changes) {
        activities.record(
                Subject.TIMETABLE, type.code(), null, did + " the type of activities " + type.label(), null, changes);
    }
}
