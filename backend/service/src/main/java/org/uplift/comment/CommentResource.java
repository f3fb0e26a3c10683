package org.uplift.comment;

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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Caller;
import org.uplift.access.Directory;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.notification.NotificationKind;
import org.uplift.notification.Notifications;
import org.uplift.platform.FieldError;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.thing.Thing;
import org.uplift.thing.ThingKind;
import org.uplift.thing.Things;

/** What people say about the parts of a cycle. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.RECORD_CHECKPOINTS)
@Tag(name = "Comments")
public class CommentResource {
    @Inject
    Comments comments;

    @Inject
    Things things;

    @Inject
    People people;

    @Inject
    Notifications notifications;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Path("comments")
    @Transactional
    @Operation(
            summary = "List the comments on a thing",
            description = "The newest last. For those who read the plans of the school in full; the assurance view has"
                    + " no comments.")
    @APIResponseSchema(CommentPage.class)
    @APIResponse(
            responseCode = "404",
            description = "There is no such thing that you may see",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public CommentPage list(
            @Parameter(description = "priority, action, target, milestone, checkpoint or adjustment", required = true)
                    @QueryParam("subjectKind")
                    @NotNull
                    ThingKind subjectKind,
            @Parameter(description = "Its id", required = true) @QueryParam("subjectId") @NotNull UUID subjectId,
            @Valid @BeanParam PageRequest page) {
        return comments.of(discussed(subjectKind, subjectId).reference().id(), page);
    }

    @POST
    @Path("comments")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Comment on a thing",
            description = "With your name and the time; it is never changed. It is no part of the plan, nor of a signed"
                    + " checkpoint. Who is mentioned is told.")
    @APIResponseSchema(value = CommentLine.class, responseCode = "201")
    @APIResponse(
            responseCode = "404",
            description = "There is no such thing that you may see",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public Response create(@NotNull @Valid NewComment wanted) {
        Thing thing = discussed(wanted.subjectKind(), wanted.subjectId());
        requireReaders(wanted.people(), thing);
        Comment comment = new Comment(thing, wanted, caller.personId(), caller.name(), clock.instant());
        comments.persistAndFlush(comment);
        notifications.tell(wanted.people(), NotificationKind.MENTIONED, thing.reference(), thing.schoolUrn());
        record(comment, "commented on " + thing.reference().kind().words() + " \"" + thing.title() + "\"");
        return Response.created(URI.create("/api/v1/comments/" + comment.id()))
                .entity(comments.line(comment))
                .tag(String.valueOf(comment.version()))
                .build();
    }

    @POST
    @Path("comments/{id}/withdrawal")
    @Transactional
    @Operation(
            summary = "Withdraw a comment",
            description = "By its author alone, once. What was said is gone; that somebody said something stays.")
    @APIResponseSchema(CommentLine.class)
    public Response withdraw(@PathParam("id") UUID id) {
        Comment comment = comments.readable(id);
        comment.withdraw(caller.personId(), clock.instant());
        comments.flush();
        record(comment, "withdrew a comment on " + comment.subjectKind().words());
        return Revision.changed(comments.line(comment), comment.version());
    }

    @GET
    @Path("cycles/{id}/comment-counts")
    @Transactional
    @Operation(
            summary = "Count the comments on the things of a cycle",
            description = "All of them at once. What nothing was said about is left out.")
    public CommentCountList counts(@PathParam("id") UUID id) {
        return comments.counts(seen(ThingKind.CYCLE, id).reference().id());
    }

    private static final Set<ThingKind> DISCUSSED = EnumSet.range(ThingKind.PRIORITY, ThingKind.NEED);

    /** What can be talked about: a cycle as a whole cannot, and a concern has its chronology. */
    private Thing discussed(ThingKind kind, UUID id) {
        if (!DISCUSSED.contains(kind)) {
            throw Problem.invalid(
                    "/subjectKind", "not-discussed", "Comment on a priority of the plan, or on what belongs to one.");
        }
        return seen(kind, id);
    }

    private Thing seen(ThingKind kind, UUID id) {
        Thing thing = things.get(kind, id);
        caller.require(Permission.RECORD_CHECKPOINTS, thing.schoolUrn());
        return thing;
    }

    /** Whether they exist elsewhere is not told of those who cannot read it. */
    private void requireReaders(List<UUID> mentioned, Thing thing) {
        Set<UUID> readers = people.among(Directory.READERS, mentioned, thing.schoolUrn(), LocalDate.now(clock));
        List<FieldError> strangers = new ArrayList<>();
        for (int at = 0; at < mentioned.size(); at++) {
            if (!readers.contains(mentioned.get(at))) {
                strangers.add(new FieldError(
                        "/mentions/" + at,
                        "unknown-person",
                        "Nobody with this id can read this; choose from the readers."));
            }
        }
        if (!strangers.isEmpty()) {
            throw Problem.invalid(strangers);
        }
    }

    private void record(Comment comment, String summary) {
        activities.record(Subject.COMMENT, comment.subjectId().toString(), comment.schoolUrn(), summary);
    }
}
