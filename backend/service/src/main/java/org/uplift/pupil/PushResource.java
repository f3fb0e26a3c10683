package org.uplift.pupil;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.ingest.CsvFile;
import org.uplift.ingest.CsvRow;
import org.uplift.ingest.IngestAnswer;
import org.uplift.ingest.IngestReport;
import org.uplift.ingest.IngestRequest;
import org.uplift.ingest.Ingestion;

/** Where management information systems push pupils and their results. */
@Path("/api/v1/ingest")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Ingestion")
public class PushResource {
    private static final String CSV = "text/csv";

    @FunctionalInterface
    private interface Intake {
        void take(List<CsvRow> rows, boolean strict, IngestReport report);
    }

    @Inject
    Ingestion ingestion;

    @Inject
    PupilIntake pupils;

    @Inject
    ResultIntake results;

    @Inject
    PushBody bodies;

    @POST
    @Path("pupils")
    @Consumes({MediaType.APPLICATION_JSON, CSV})
    @PermissionsAllowed(Permission.PUSH_RESULTS)
    @Operation(
            summary = "Push pupils",
            description = "Each row is answered for itself. A row is found again by sourceSystem, schoolUrn, upn and"
                    + " academicYear. JSON is answered at once; a CSV file, with the same names as columns, with 202 and its"
                    + " job. The headline measures of the schools are brought up to date in the same step, and results that"
                    + " were waiting for the pupils are taken in.")
    @APIResponse(
            responseCode = "200",
            description = "Answered row by row",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IngestAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "A file was taken as a job",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IngestAnswer.class)))
    public Response pupils(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Parameter(description = "Tell what would change, keep nothing") @QueryParam("dryRun") @Nullable
                    Boolean dryRun,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = PupilPush.class)),
                                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
                            })
                    byte[] body,
            @Context HttpHeaders headers) {
        return take("pupils", PupilRow.NEEDED, pupils::take, key, dryRun, body, headers);
    }

    @POST
    @Path("assessment-results")
    @Consumes({MediaType.APPLICATION_JSON, CSV})
    @PermissionsAllowed(Permission.PUSH_RESULTS)
    @Operation(
            summary = "Push results of pupils",
            description = "Each row is answered for itself. A row is found again by sourceSystem, schoolUrn, upn,"
                    + " academicYear, assessmentPoint, assessmentCode, subject, component and facet. A row of a pupil whom the"
                    + " school has not sent for that year waits in quarantine. The headline measures of the schools, and with"
                    + " them the status of targets, are brought up to date in the same step.")
    @APIResponse(
            responseCode = "200",
            description = "Answered row by row",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IngestAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "A file was taken as a job",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IngestAnswer.class)))
    public Response results(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Parameter(description = "Tell what would change, keep nothing") @QueryParam("dryRun") @Nullable
                    Boolean dryRun,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = ResultPush.class)),
                                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
                            })
                    byte[] body,
            @Context HttpHeaders headers) {
        return take(ResultIntake.KIND, ResultRow.NEEDED, results::take, key, dryRun, body, headers);
    }

    private Response take(
            String kind,
            List<String> needed,
            Intake intake,
            @Nullable String key,
            @Nullable Boolean dryRun,
            byte[] body,
            HttpHeaders headers) {
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(headers.getMediaType())) {
            return Response.ok(ingestion.run(
                            IngestRequest.rows(kind, key, dryRun, body),
                            report -> intake.take(bodies.rows(body), true, report)))
                    .build();
        }
        IngestAnswer answer = ingestion.run(IngestRequest.file(kind, key, dryRun, body, ""), report -> {
            CsvFile file = CsvFile.of(body);
            file.require(needed);
            intake.take(file.rows(), false, report);
        });
        return Response.accepted(answer)
                .location(URI.create("/api/v1/ingest/jobs/" + answer.jobId()))
                .build();
    }
}
