package org.uplift.outcome;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Permission;
import org.uplift.ingest.IngestAnswer;
import org.uplift.ingest.PushParameters;
import org.uplift.ingest.Reception;
import org.uplift.ingest.RowKind;

/** Where systems push what a school has counted itself. */
@Path("/api/v1/ingest/measure-values")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Ingestion")
public class MeasureValueResource {
    @Inject
    Reception reception;

    @Inject
    MeasureValueKind values;

    @POST
    @Consumes({MediaType.APPLICATION_JSON, RowKind.NDJSON, RowKind.CSV, RowKind.XLSX})
    @PermissionsAllowed(Permission.PUSH_RESULTS)
    @Operation(
            summary = "Push values of measures",
            description =
                    "Surveys, staff absence, turnover and whatever else a school counts as a whole. A row is found"
                            + " again by sourceSystem, schoolUrn, measureCode, academicYear and date. Within a term the newest"
                            + " date counts.")
    @APIResponse(
            responseCode = "200",
            description = "Answered row by row",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IngestAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "A file was received; its job is at Location",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IngestAnswer.class)))
    public Response push(
            @Valid @BeanParam PushParameters said,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = MeasureValuePush.class)),
                                @Content(mediaType = RowKind.NDJSON, schema = @Schema(implementation = String.class)),
                                @Content(mediaType = RowKind.CSV, schema = @Schema(implementation = String.class)),
                                @Content(
                                        mediaType = RowKind.XLSX,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    InputStream body,
            @Context HttpHeaders headers) {
        return reception.take(values, said, headers, body);
    }
}
