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
import jakarta.ws.rs.DELETE;
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
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.uplift.activity.Subject;
import org.uplift.cycle.Cycle;
import org.uplift.cycle.Cycles;
import org.uplift.notification.NotificationKind;
import org.uplift.notification.Notifications;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Revision;
import org.uplift.timetable.Occurrences;

/** Monitoring checkpoints, from the draft to what is added after the signatures. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Checkpoints")
public class CheckpointResource {
    @Inject
    Checkpoints checkpoints;

    @Inject
    CheckpointTypes types;

    @Inject
    CheckpointContents contents;

    @Inject
    CycleParts parts;

    @Inject
    Additions additions;

    @Inject
    SchoolTerms schoolTerms;

    @Inject
    Signers signers;

    @Inject
    Cycles cycles;

    @Inject
    Occurrences occurrences;

    @Inject
    Activities activities;

    @Inject
    Notifications notifications;

    @Inject
    Caller caller;

    @Inject
    MergePatch patches;

    @Inject
    Clock clock;

    @GET
    @Path("checkpoint-types")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(summary = "List the types of checkpoints", description = "In their order, those no longer in use too.")
    public List<CheckpointTypeLine> types() {
        return types.inOrder().stream().map(CheckpointType::line).toList();
    }

    @GET
    @Path("checkpoints")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "List checkpoints",
            description = "By the day on which they were held, or are planned for; the newest first.")
    public CheckpointPage list(@Valid @BeanParam CheckpointFilter filter, @Valid @BeanParam PageRequest page) {
        return checkpoints.page(filter, page);
    }

    @POST
    @Path("checkpoints")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.RECORD_CHECKPOINTS)
    @Operation(
            summary = "Plan or begin a checkpoint",
            description = "A draft, which may be incomplete. Without foci it looks at every priority and target of the"
                    + " cycle. You record it, and submit it. Signed off, it completes the planned activity of the timetable that"
                    + " it records.")
    @APIResponseSchema(value = CheckpointDetail.class, responseCode = "201")
    @APIResponse(
            responseCode = "404",
            description = "There is no such cycle that you may see",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public Response create(@NotNull @Valid NewCheckpoint wanted) {
        Cycle cycle = cycles.readable(wanted.cycleId());
        caller.require(Permission.RECORD_CHECKPOINTS, cycle.schoolUrn());
        CheckpointTerms terms = wanted.terms();
        if (terms.foci() == null) {
            terms = terms.looking(parts.of(cycle.id()).values().stream()
                    .filter(CyclePart::isAim)
                    .map(CyclePart::focus)
                    .toList());
        }
        Checkpoint checkpoint = new Checkpoint(cycle, signers.self(), contents.of(terms, cycle, null));
        checkpoint.records(occurrences.recorded(
                wanted.occurrenceId(),
                cycle.schoolUrn(),
                cycle.academicYear(),
                checkpoint.type().code(),
                checkpoint.dated()));
        checkpoints.persistAndFlush(checkpoint);
        record(checkpoint, "began", null, List.of());
        return Response.created(URI.create("/api/v1/checkpoints/" + checkpoint.id()))
                .entity(checkpoints.detail(checkpoint))
                .tag(String.valueOf(checkpoint.version()))
                .build();
    }

    @GET
    @Path("checkpoints/{id}")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "Read a checkpoint",
            description = "In full where you may record checkpoints, else as the assurance view.")
    @APIResponseSchema(CheckpointDetail.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        Checkpoint checkpoint = checkpoints.readable(id);
        return Revision.readComputed(request, checkpoints.detail(checkpoint), checkpoint.version());
    }

    @GET
    @Path("checkpoints/{id}/schools")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "Read what the schools' checkpoints said in the term of one of the trust",
            description =
                    "For each school of the trust how its priorities were judged last, by checkpoints that are signed and were"
                            + " held in the same term, until the day of this one.")
    @APIResponseSchema(SchoolTermList.class)
    @APIResponse(
            responseCode = "409",
            description = "It is a checkpoint of a school",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public SchoolTermList schools(@PathParam("id") UUID id) {
        return new SchoolTermList(schoolTerms.of(checkpoints.readable(id)));
    }

    // A draft saves itself every few seconds: what was written between two submissions is no activity of its own.
    @PATCH
    @Path("checkpoints/{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @PermissionsAllowed(Permission.RECORD_CHECKPOINTS)
    @Operation(
            summary = "Change a draft",
            description = "What is absent stays, what is null goes; participants and foci are replaced as a whole.")
    @APIResponseSchema(CheckpointDetail.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = CheckpointTerms.class))) JsonNode patch) {
        Checkpoint checkpoint = changeable(id, ifMatch);
        checkpoint.requireDraft();
        checkpoint.change(contents.of(patches.apply(checkpoint.terms(), patch), checkpoint.cycle(), checkpoint.type()));
        checkpoints.flush();
        return Revision.changed(checkpoints.detail(checkpoint), checkpoint.version());
    }

    @DELETE
    @Path("checkpoints/{id}")
    @Transactional
    @PermissionsAllowed(Permission.RECORD_CHECKPOINTS)
    @Operation(summary = "Delete a draft", description = "What is submitted is returned first; what is signed stays.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Response delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Checkpoint checkpoint = changeable(id, ifMatch);
        checkpoint.requireDraft();
        checkpoints.delete(checkpoint);
        checkpoints.flush();
        record(checkpoint, "deleted", null, List.of());
        return Response.noContent().build();
    }

    @POST
    @Path("checkpoints/{id}/submission")
    @Transactional
    @PermissionsAllowed(Permission.RECORD_CHECKPOINTS)
    @Operation(
            summary = "Submit a checkpoint for its signatures",
            description = "By who recorded it. Each focus needs a judgement and a narrative of 20 characters; what is"
                    + " missing is listed with its path. If-Match is checked when it is sent.")
    @APIResponseSchema(CheckpointDetail.class)
    @APIResponse(
            responseCode = "422",
            description = "Something is missing",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public Response submit(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Checkpoint checkpoint = present(id, ifMatch);
        checkpoint.submit(
                signers.self(),
                parts.of(checkpoint.cycle().id()).values().stream()
                        .collect(Collectors.toMap(CyclePart::id, CyclePart::label)));
        tell(signers.awaited(checkpoint), NotificationKind.CHECKPOINT_SUBMITTED, checkpoint);
        return moved(checkpoint, "submitted", null, CheckpointStatus.DRAFT);
    }

    @POST
    @Path("checkpoints/{id}/sign-off")
    @Transactional
    @PermissionsAllowed(Permission.RECORD_CHECKPOINTS)
    @Operation(
            summary = "Sign a checkpoint",
            description =
                    "Two people sign: a leader of the school, and the visitor; without a visitor who has an account,"
                            + " another leader of the school or the trust. The second signature freezes it. If-Match is checked when"
                            + " it is sent.")
    @APIResponseSchema(CheckpointDetail.class)
    public Response sign(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Checkpoint checkpoint = present(id, ifMatch);
        checkpoint.sign(signers.of(checkpoint.schoolUrn()), clock.instant());
        if (checkpoint.status() == CheckpointStatus.SIGNED_OFF) {
            tell(checkpoint.writers(), NotificationKind.CHECKPOINT_SIGNED_OFF, checkpoint);
        }
        return moved(checkpoint, "signed", null, CheckpointStatus.SUBMITTED);
    }

    @POST
    @Path("checkpoints/{id}/return")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.RECORD_CHECKPOINTS)
    @Operation(
            summary = "Return a submitted checkpoint to its draft",
            description = "With a reason; whoever has signed signs again. If-Match is checked when it is sent.")
    @APIResponseSchema(CheckpointDetail.class)
    public Response giveBack(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Returning wanted) {
        Checkpoint checkpoint = present(id, ifMatch);
        checkpoint.giveBack();
        tell(List.of(checkpoint.recorder().personId()), NotificationKind.CHECKPOINT_RETURNED, checkpoint);
        return moved(checkpoint, "returned", wanted.reason(), CheckpointStatus.SUBMITTED);
    }

    @POST
    @Path("checkpoints/{id}/additions")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.RECORD_CHECKPOINTS)
    @Operation(
            summary = "Add to a signed checkpoint",
            description = "With your name and the time; nobody can change or remove it.")
    @APIResponseSchema(value = AdditionLine.class, responseCode = "201")
    public Response add(@PathParam("id") UUID id, @NotNull @Valid NewAddition wanted) {
        Checkpoint checkpoint = checkpoints.readable(id);
        caller.require(Permission.RECORD_CHECKPOINTS, checkpoint.schoolUrn());
        additions.requireRoom(id);
        Addition addition = new Addition(checkpoint, wanted.text(), signers.self(), clock.instant());
        additions.persistAndFlush(addition);
        record(checkpoint, "added to", null, List.of(new Change("additions", null, wanted.text())));
        return Response.created(URI.create("/api/v1/checkpoints/" + id + "/additions/" + addition.id()))
                .entity(addition.line())
                .tag(String.valueOf(checkpoint.version()))
                .build();
    }

    private Checkpoint changeable(UUID id, @Nullable String ifMatch) {
        Checkpoint checkpoint = checkpoints.readable(id);
        caller.require(Permission.RECORD_CHECKPOINTS, checkpoint.schoolUrn());
        Revision.check(ifMatch, checkpoint.version(), checkpoints.detail(checkpoint));
        return checkpoint;
    }

    private Checkpoint present(UUID id, @Nullable String ifMatch) {
        Checkpoint checkpoint = checkpoints.readable(id);
        caller.require(Permission.RECORD_CHECKPOINTS, checkpoint.schoolUrn());
        if (ifMatch != null) {
            Revision.check(ifMatch, checkpoint.version(), checkpoints.detail(checkpoint));
        }
        return checkpoint;
    }

    private Response moved(Checkpoint checkpoint, String verb, @Nullable String reason, CheckpointStatus before) {
        checkpoints.flush();
        record(
                checkpoint,
                verb,
                reason,
                before == checkpoint.status()
                        ? List.of()
                        : List.of(new Change(
                                "status", before.code(), checkpoint.status().code())));
        return Revision.changed(checkpoints.detail(checkpoint), checkpoint.version());
    }

    private void tell(Collection<UUID> people, NotificationKind kind, Checkpoint checkpoint) {
        notifications.tell(people, kind, checkpoint.reference(), checkpoint.schoolUrn());
    }

    private void record(Checkpoint checkpoint, String verb, @Nullable String reason, List<Change> changes) {
        activities.record(
                Subject.CHECKPOINT,
                checkpoint.id().toString(),
                checkpoint.schoolUrn(),
                verb + " checkpoint " + checkpoint.label(),
                reason,
                changes);
    }
}
