package org.uplift.file;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;

/** Files before they are added to something. */
@Path("/api/v1/files")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Files")
public class FileResource {
    @Inject
    Contents contents;

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @PermissionsAllowed(Permission.RECORD_CHECKPOINTS)
    @Operation(
            summary = "Send a file",
            description =
                    "Under an id that you choose, so that it can be sent again. What it is, its content says, and its name must"
                            + " agree: PDF, images, office documents without macros, CSV, text. Add it to something within a day;"
                            + " until then it is yours alone.")
    @APIResponseSchema(FileSummary.class)
    @APIResponse(
            responseCode = "404",
            description = "There is no such school that you may see",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    @APIResponse(
            responseCode = "409",
            description = "There is another file with this id",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    @APIResponse(
            responseCode = "503",
            description = "The store or the malware scanner does not answer",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public FileSummary put(
            @PathParam("id") UUID id,
            @Parameter(description = "What it is called, with its ending", example = "Book look, year 4.pdf")
                    @QueryParam("name")
                    @NotBlank
                    @Size(max = 200)
                    String name,
            @Parameter(
                            description = "The school to whose things it will be added; absent: the trust",
                            example = "900001")
                    @QueryParam("schoolUrn")
                    @Nullable
                    Integer schoolUrn,
            @RequestBody(
                            description = "The file",
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream body) {
        return contents.receive(id, schoolUrn, name, body);
    }
}
