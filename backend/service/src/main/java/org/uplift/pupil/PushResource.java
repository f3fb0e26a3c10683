package org.uplift.pupil;

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

/** Where management information systems push pupils and what they know of them. */
@Path("/api/v1/ingest")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.PUSH_RESULTS)
@Tag(name = "Ingestion")
@APIResponse(
        responseCode = "200",
        description = "Answered row by row",
        content =
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = IngestAnswer.class)))
@APIResponse(
        responseCode = "202",
        description = "A file was received; its job is at Location",
        content =
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = IngestAnswer.class)))
public class PushResource {
    @Inject
    Reception reception;

    @Inject
    PupilKind pupils;

    @Inject
    ResultKind results;

    @Inject
    ResultDeletionKind deletions;

    @Inject
    CtfKind ctf;

    @Inject
    TermlyKind.Attendance attendance;

    @Inject
    TermlyKind.Suspensions suspensions;

    @POST
    @Path("pupils")
    @Consumes({MediaType.APPLICATION_JSON, RowKind.NDJSON, RowKind.CSV, RowKind.XLSX})
    @Operation(
            summary = "Push pupils",
            description = "A row is found again by sourceSystem, schoolUrn, upn and academicYear. JSON is answered at"
                    + " once, row by row; a file, with the same names as columns or members, with 202 and its job. The"
                    + " headline measures of the schools are brought up to date in the same step, and rows that were"
                    + " waiting for the pupils are taken in. formerUpn joins a pupil whose number has changed to their"
                    + " history.")
    public Response pupils(
            @Valid @BeanParam PushParameters said,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = PupilPush.class)),
                                @Content(mediaType = RowKind.NDJSON, schema = @Schema(implementation = String.class)),
                                @Content(mediaType = RowKind.CSV, schema = @Schema(implementation = String.class)),
                                @Content(
                                        mediaType = RowKind.XLSX,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    InputStream body,
            @Context HttpHeaders headers) {
        return reception.take(pupils, said, headers, body);
    }

    @POST
    @Path("assessment-results")
    @Consumes({MediaType.APPLICATION_JSON, RowKind.NDJSON, RowKind.CSV, RowKind.XLSX})
    @Operation(
            summary = "Push results of pupils",
            description = "A row is found again by sourceSystem, schoolUrn, upn, academicYear, assessmentPoint,"
                    + " assessmentCode, subject, component and facet. A row of a pupil whom the school has not sent for"
                    + " that year waits in quarantine. The headline measures of the schools, and with them the status"
                    + " of targets, are brought up to date in the same step.")
    public Response results(
            @Valid @BeanParam PushParameters said,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = ResultPush.class)),
                                @Content(mediaType = RowKind.NDJSON, schema = @Schema(implementation = String.class)),
                                @Content(mediaType = RowKind.CSV, schema = @Schema(implementation = String.class)),
                                @Content(
                                        mediaType = RowKind.XLSX,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    InputStream body,
            @Context HttpHeaders headers) {
        return reception.take(results, said, headers, body);
    }

    @POST
    @Path("assessment-results/deletions")
    @Consumes({MediaType.APPLICATION_JSON, RowKind.NDJSON, RowKind.CSV, RowKind.XLSX})
    @Operation(
            summary = "Remove results of pupils",
            description = "Natural keys of results, and the moment of the removal. A stored or waiting result with the"
                    + " key is removed and answered updated; one that is not there, or is newer, is unchanged.")
    public Response deletions(
            @Valid @BeanParam PushParameters said,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = ResultDeletions.class)),
                                @Content(mediaType = RowKind.NDJSON, schema = @Schema(implementation = String.class)),
                                @Content(mediaType = RowKind.CSV, schema = @Schema(implementation = String.class)),
                                @Content(
                                        mediaType = RowKind.XLSX,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    InputStream body,
            @Context HttpHeaders headers) {
        return reception.take(deletions, said, headers, body);
    }

    @POST
    @Path("attendance")
    @Consumes({MediaType.APPLICATION_JSON, RowKind.NDJSON, RowKind.CSV, RowKind.XLSX})
    @Operation(
            summary = "Push attendance",
            description = "Sessions (half days) of a pupil in a term. A row is found again by sourceSystem, schoolUrn,"
                    + " upn, academicYear and term; one of a pupil whom the school has not sent waits in quarantine.")
    public Response attendance(
            @Valid @BeanParam PushParameters said,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = AttendancePush.class)),
                                @Content(mediaType = RowKind.NDJSON, schema = @Schema(implementation = String.class)),
                                @Content(mediaType = RowKind.CSV, schema = @Schema(implementation = String.class)),
                                @Content(
                                        mediaType = RowKind.XLSX,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    InputStream body,
            @Context HttpHeaders headers) {
        return reception.take(attendance, said, headers, body);
    }

    @POST
    @Path("suspensions")
    @Consumes({MediaType.APPLICATION_JSON, RowKind.NDJSON, RowKind.CSV, RowKind.XLSX})
    @Operation(
            summary = "Push suspensions",
            description = "Suspensions of a pupil in a term, the sessions (half days) that they took, and whether the"
                    + " pupil was permanently excluded. A row is found again by sourceSystem, schoolUrn, upn,"
                    + " academicYear and term; one of a pupil whom the school has not sent waits in quarantine.")
    public Response suspensions(
            @Valid @BeanParam PushParameters said,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = SuspensionPush.class)),
                                @Content(mediaType = RowKind.NDJSON, schema = @Schema(implementation = String.class)),
                                @Content(mediaType = RowKind.CSV, schema = @Schema(implementation = String.class)),
                                @Content(
                                        mediaType = RowKind.XLSX,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    InputStream body,
            @Context HttpHeaders headers) {
        return reception.take(suspensions, said, headers, body);
    }

    @POST
    @Path("ctf")
    @Consumes(MediaType.APPLICATION_XML)
    @Operation(
            summary = "Push a Common Transfer File",
            description = "The results in the file, as rows of assessment results. Names, addresses and dates of birth"
                    + " are read past; none of them is stored. Answered with 202 and the job.")
    public Response ctf(
            @Valid @BeanParam PushParameters said,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_XML,
                                            schema = @Schema(implementation = String.class)))
                    InputStream body,
            @Context HttpHeaders headers) {
        return reception.take(ctf, said, headers, body);
    }
}
