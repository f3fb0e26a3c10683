package org.uplift.pack;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.OnBehalf;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Problem;
import org.uplift.platform.Words;
import org.uplift.report.Document;

/** Packs of meetings: built once, and the same for ever. */
@Path("/api/v1/packs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.READ_MEETINGS)
@Tag(name = "Packs")
public class PackResource {
    @Inject
    Packs packs;

    @Inject
    Packing packing;

    @Inject
    OnBehalf onBehalf;

    @Inject
    @Location("pack")
    Template page;

    @Inject
    Document document;

    @Inject
    ObjectMapper json;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @Operation(
            summary = "List packs",
            description = "The newest first; those of your committees, for trust leaders and trustees of all.")
    public PackPage list(
            @Parameter(description = "Of this committee") @QueryParam("committeeId") @Nullable UUID committeeId,
            @Parameter(description = "Of this meeting") @QueryParam("meetingId") @Nullable UUID meetingId,
            @Valid @BeanParam PageRequest request) {
        return packs.page(committeeId, meetingId, request);
    }

    @POST
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.KEEP_MEETINGS)
    @Operation(
            summary = "Build the pack of a meeting",
            description =
                    "By the clerk, from what a member of the committee may see of its schools at this moment. It is frozen"
                            + " at once: another one can be built for a meeting that is still to come, and each stays as it is.")
    @APIResponseSchema(value = PackSummary.class, responseCode = "201")
    @APIResponse(
            responseCode = "404",
            description = "There is no such meeting that you may see",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public Response build(@NotNull @Valid NewPack wanted) {
        LocalDate today = LocalDate.now(clock);
        Occasion meeting = packs.occasion(wanted.meetingId(), today).orElseThrow(Problem::notFound);
        caller.requireIn(Permission.KEEP_MEETINGS, meeting.committeeId());
        meeting.requireAhead(today);
        PackContent told = onBehalf.ofMember(
                meeting.committeeId(), () -> QuarkusTransaction.requiringNew().call(() -> packing.of(meeting)));
        Frozen content = Frozen.of(written(told));
        Frozen printed = Frozen.of(document.of(
                page.data("pack", PackReport.of(told, meeting.nextNumber())).render()));
        Pack pack = new Pack(meeting, told, content, printed, clock.instant(), caller.name());
        packs.persistAndFlush(pack);
        activities.record(
                Subject.MEETING,
                meeting.id(),
                meeting.committeeId(),
                "built pack " + meeting.nextNumber() + " for the meeting of " + Words.day(meeting.day()),
                "SHA-256 of its data " + content.sha256() + ", of its document " + printed.sha256());
        return Response.created(URI.create("/api/v1/packs/" + pack.id()))
                .entity(packs.summary(pack.id()))
                .tag(content.sha256())
                .build();
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(
            summary = "Read what a pack is",
            description = "When it was built, by whom, and the hashes of what it holds.")
    public PackSummary get(@PathParam("id") UUID id) {
        return packs.summary(id);
    }

    @GET
    @Path("{id}/content")
    @Transactional
    @Operation(
            summary = "Read a pack as data",
            description =
                    "The same bytes each time; their SHA-256 is the ETag, and stands in Content-Digest (RFC 9530).")
    @APIResponse(
            responseCode = "200",
            description = "The content",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PackContent.class)))
    @APIResponse(responseCode = "304", description = "You have it already")
    public Response content(@PathParam("id") UUID id, @Context Request request) {
        return frozen(packs.content(id), MediaType.APPLICATION_JSON, request, Optional.empty());
    }

    @GET
    @Path("{id}/document")
    @Produces(Document.MEDIA_TYPE)
    @Transactional
    @Operation(
            summary = "Read a pack as a document",
            description =
                    "A tagged PDF (PDF/UA-1) with everything in it. The same bytes each time; their SHA-256 is the ETag, and"
                            + " stands in Content-Digest (RFC 9530).")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content =
                    @Content(
                            mediaType = Document.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "You have it already")
    public Response document(@PathParam("id") UUID id, @Context Request request) {
        PackSummary pack = packs.summary(id);
        return frozen(
                packs.document(id),
                Document.MEDIA_TYPE,
                request,
                Optional.of("pack-" + pack.meetingDay() + "-" + pack.number() + ".pdf"));
    }

    @GET
    @Path("{id}/comparison")
    @Transactional
    @Operation(
            summary = "Compare a pack with an earlier one",
            description =
                    "What each of the two says that the other does not; without a word to the contrary, with the newest one of"
                            + " the meeting before.")
    public PackComparison compare(
            @PathParam("id") UUID id,
            @Parameter(description = "Another pack of the same committee") @QueryParam("with") @Nullable UUID with) {
        PackSummary pack = packs.summary(id);
        UUID other = with == null ? pack.previousId() : with;
        if (other == null) {
            throw Problem.invalid(
                    "/with", "required", "There is no pack of an earlier meeting; name the one to compare it with.");
        }
        PackSummary compared = packs.summary(other);
        if (!compared.committeeId().equals(pack.committeeId())) {
            throw Problem.invalid(
                    "/with", "other-committee", "It is of another committee: " + compared.committeeName() + ".");
        }
        return PackComparison.of(pack, read(packs.content(id)), compared, read(packs.content(other)));
    }

    private static Response frozen(Frozen frozen, String mediaType, Request request, Optional<String> name) {
        EntityTag tag = new EntityTag(frozen.sha256());
        Response.@Nullable ResponseBuilder known = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = known == null ? Response.ok(frozen.bytes(), mediaType) : known;
        name.ifPresent(file -> answer.header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file + "\""));
        return answer.tag(tag)
                .header("Content-Digest", frozen.digest())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private byte[] written(PackContent content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PackContent read(Frozen content) {
        try {
            return json.readValue(content.bytes(), PackContent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
