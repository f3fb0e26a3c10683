package org.uplift.checkpoint;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.file.Contents;
import org.uplift.file.StoredFile;
import org.uplift.file.StoredFiles;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.Problem;

/** What was seen or shown at a checkpoint. It is kept with it, and frozen with it. */
@Path("/api/v1/checkpoints/{id}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Checkpoints")
public class CheckpointEvidenceResource {
    @Inject
    CheckpointEvidences evidences;

    @Inject
    Checkpoints checkpoints;

    @Inject
    StoredFiles files;

    @Inject
    Contents contents;

    @Inject
    Signers signers;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @POST
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.RECORD_CHECKPOINTS)
    @Operation(
            summary = "Add evidence to a checkpoint",
            description = "While it is a draft: words, a link, or a file that you have sent before.")
    @APIResponseSchema(value = EvidenceLine.class, responseCode = "201")
    public Response add(@PathParam("id") UUID id, @NotNull @Valid EvidenceTerms wanted) {
        Checkpoint checkpoint = draft(id);
        evidences.requireRoom(id);
        if (Stream.of(wanted.words() != null, wanted.link() != null, wanted.fileId() != null)
                .noneMatch(given -> given)) {
            throw Problem.invalid("/text", "required", "Say what was seen, or add a link or a file.");
        }
        if (wanted.link() != null && wanted.fileId() != null) {
            throw Problem.invalid("/link", "two-kinds", "It is a link or a file, not both.");
        }
        CheckpointEvidence evidence = new CheckpointEvidence(
                checkpoint, wanted, file(wanted.fileId(), checkpoint), signers.self(), clock.instant());
        evidences.persistAndFlush(evidence);
        return Response.created(URI.create("/api/v1/checkpoints/" + id + "/evidence/" + evidence.id()))
                .entity(evidence.line())
                .tag(String.valueOf(checkpoint.version()))
                .build();
    }

    @DELETE
    @Path("{evidenceId}")
    @Transactional
    @PermissionsAllowed(Permission.RECORD_CHECKPOINTS)
    @Operation(
            summary = "Take evidence away",
            description = "While the checkpoint is a draft. A file is gone for everybody within a day.")
    @APIResponse(responseCode = "204", description = "Taken away")
    public Response takeAway(@PathParam("id") UUID id, @PathParam("evidenceId") UUID evidenceId) {
        draft(id);
        evidences.delete(evidences.of(id, evidenceId));
        return Response.noContent().build();
    }

    @GET
    @Path("{evidenceId}/file")
    @Transactional
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @PermissionsAllowed(Permission.RECORD_CHECKPOINTS)
    @Operation(
            summary = "Download a file of a checkpoint",
            description = "As an attachment with its own media type, for those who may read the checkpoint in full.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response download(
            @PathParam("id") UUID id, @PathParam("evidenceId") UUID evidenceId, @Context Request request) {
        return contents.download(
                evidences.of(checkpoints.readable(id).id(), evidenceId).file(), request);
    }

    private Checkpoint draft(UUID id) {
        Checkpoint checkpoint = checkpoints.readable(id);
        caller.require(Permission.RECORD_CHECKPOINTS, checkpoint.schoolUrn());
        checkpoint.requireDraft();
        return checkpoint;
    }

    private @Nullable StoredFile file(@Nullable UUID fileId, Checkpoint checkpoint) {
        return fileId == null
                ? null
                : files.known(fileId)
                        .filter(file -> file.isBy(caller.personId())
                                && java.util.Objects.equals(file.schoolUrn(), checkpoint.schoolUrn()))
                        .orElseThrow(() -> Problem.invalid(
                                "/fileId", "unknown-file", "You have sent no file with this id for this school."));
    }
}
