package org.uplift.checkpoint;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Changes;
import org.uplift.activity.Subject;
import org.uplift.cycle.Priorities;
import org.uplift.cycle.Priority;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;

/** Small improvements on the way, and the log of what was learnt from them. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Small improvements")
public class AdjustmentResource {
    @Inject
    Adjustments adjustments;

    @Inject
    Checkpoints checkpoints;

    @Inject
    Priorities priorities;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    MergePatch patches;

    @Inject
    Clock clock;

    @GET
    @Path("adjustments")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "List small improvements",
            description = "The learning log of the schools that you may see, the newest first.")
    public AdjustmentPage log(@Valid @BeanParam AdjustmentFilter filter, @Valid @BeanParam PageRequest page) {
        return adjustments.page(filter, page);
    }

    @GET
    @Path("priorities/{id}/adjustments")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(summary = "List the small improvements of a priority", description = "The newest first.")
    public AdjustmentPage list(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        AdjustmentFilter filter = new AdjustmentFilter();
        filter.priorityId = priorities.readable(id).id();
        return adjustments.page(filter, page);
    }

    @POST
    @Path("priorities/{id}/adjustments")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.RECORD_CHECKPOINTS)
    @Operation(
            summary = "Begin a small improvement",
            description = "What was noticed, what is changed because of it, and what is to come of that by when.")
    @APIResponseSchema(value = AdjustmentSummary.class, responseCode = "201")
    public Response create(@PathParam("id") UUID id, @NotNull @Valid AdjustmentTerms wanted) {
        Priority priority = priorities.readable(id);
        caller.require(Permission.RECORD_CHECKPOINTS, priority.schoolUrn());
        requireOfSameCycle(wanted, priority);
        Adjustment adjustment = new Adjustment(priority, wanted);
        adjustments.persistAndFlush(adjustment);
        record(adjustment, "began", null, List.of());
        return Response.created(URI.create("/api/v1/adjustments/" + adjustment.id()))
                .entity(adjustments.summary(adjustment))
                .tag(String.valueOf(adjustment.version()))
                .build();
    }

    @GET
    @Path("adjustments/{id}")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(summary = "Read a small improvement", description = "With the ETag that changing it needs.")
    @APIResponseSchema(AdjustmentSummary.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        Adjustment adjustment = adjustments.readable(id);
        return Revision.readComputed(request, adjustments.summary(adjustment), adjustment.version());
    }

    @PATCH
    @Path("adjustments/{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @PermissionsAllowed(Permission.RECORD_CHECKPOINTS)
    @Operation(
            summary = "Change a small improvement",
            description = "While it is open. What is absent stays, what is null goes.")
    @APIResponseSchema(AdjustmentSummary.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = AdjustmentTerms.class))) JsonNode patch) {
        Adjustment adjustment = adjustments.readable(id);
        caller.require(Permission.RECORD_CHECKPOINTS, adjustment.schoolUrn());
        Revision.check(ifMatch, adjustment.version(), adjustments.summary(adjustment));
        AdjustmentTerms before = adjustment.terms();
        AdjustmentTerms wanted = patches.apply(before, patch);
        requireOfSameCycle(wanted, adjustment.priority());
        adjustment.change(wanted);
        adjustments.flush();
        List<Change> changes = Changes.between(before, adjustment.terms());
        if (!changes.isEmpty()) {
            record(adjustment, "changed", null, changes);
        }
        return Revision.changed(adjustments.summary(adjustment), adjustment.version());
    }

    @POST
    @Path("adjustments/{id}/decision")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.RECORD_CHECKPOINTS)
    @Operation(
            summary = "Keep or drop a small improvement",
            description =
                    "With the reason, for good. What is kept has an effect that was seen. If-Match is checked when it"
                            + " is sent.")
    @APIResponseSchema(AdjustmentSummary.class)
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Decision wanted) {
        Adjustment adjustment = adjustments.readable(id);
        caller.require(Permission.RECORD_CHECKPOINTS, adjustment.schoolUrn());
        if (ifMatch != null) {
            Revision.check(ifMatch, adjustment.version(), adjustments.summary(adjustment));
        }
        adjustment.decide(wanted, LocalDate.now(clock));
        adjustments.flush();
        record(
                adjustment,
                adjustment.status().code(),
                wanted.reason(),
                List.of(new Change(
                        "status",
                        AdjustmentStatus.OPEN.code(),
                        adjustment.status().code())));
        return Revision.changed(adjustments.summary(adjustment), adjustment.version());
    }

    private void requireOfSameCycle(AdjustmentTerms wanted, Priority priority) {
        UUID checkpoint = wanted.checkpointId();
        if (checkpoint != null && !checkpoints.isOf(checkpoint, priority.cycle().id())) {
            throw Problem.invalid(
                    "/checkpointId", "unknown-checkpoint", "There is no checkpoint " + checkpoint + " in this cycle.");
        }
    }

    private void record(Adjustment adjustment, String verb, @Nullable String reason, List<Change> changes) {
        activities.record(
                Subject.ADJUSTMENT,
                adjustment.id().toString(),
                adjustment.schoolUrn(),
                verb + " a small improvement of \"" + adjustment.priority().title() + "\"",
                reason,
                changes);
    }
}
