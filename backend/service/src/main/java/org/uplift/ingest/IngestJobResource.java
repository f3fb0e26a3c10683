package org.uplift.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;

/** What became of earlier pushes and files, and what waits. */
@Path("/api/v1/ingest")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Ingestion")
public class IngestJobResource {
    private static final long BETWEEN_LOOKS = 500_000_000;
    private static final int LOOKS = 1_800;

    @Inject
    IngestJobs jobs;

    @Inject
    ErrorFile errors;

    @Inject
    Vault vault;

    @Inject
    Activities activities;

    @Inject
    Reception reception;

    @Inject
    ScopedSql sql;

    @Inject
    ObjectMapper json;

    @Inject
    JobRunner runner;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Path("jobs")
    @Transactional
    @PermissionsAllowed(Permission.PUSH_RESULTS)
    @Operation(
            summary = "List jobs",
            description = "Newest first, without their rows: your own, and all of the trust's for a data manager.")
    public IngestJobPage list(
            @Parameter(description = "What was sent", example = "pupils") @QueryParam("kind") @Size(max = 50) @Nullable
                    String kind,
            @Valid @BeanParam PageRequest page) {
        PanacheQuery<IngestJob> found = jobs.readable(kind).page(page.page - 1, page.pageSize);
        return new IngestJobPage(
                found.list().stream().map(IngestJob::summary).toList(), Paging.of(page, found.count()));
    }

    @GET
    @Path("jobs/{id}")
    @Transactional
    @PermissionsAllowed(Permission.PUSH_RESULTS)
    @Operation(summary = "Read a job", description = "What was answered, or how far it is.")
    public IngestAnswer get(@PathParam("id") UUID id) {
        return jobs.readable(id).answer();
    }

    @GET
    @Path("jobs/{id}/errors.csv")
    @Transactional
    @Produces("text/csv")
    @PermissionsAllowed(Permission.PUSH_RESULTS)
    @Operation(
            summary = "Download the errors of a job",
            description = "One line for each error: row, outcome, path, code, message, detail.")
    @APIResponse(
            responseCode = "200",
            description = "The errors",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public Response errors(@PathParam("id") UUID id) {
        IngestJob job = jobs.readable(id);
        return Response.ok(errors.of(id))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + job.kind() + "-errors.csv\"")
                .build();
    }

    @GET
    @Path("jobs/{id}/rejected.csv")
    @Transactional
    @Produces("text/csv")
    @PermissionsAllowed(Permission.PUSH_RESULTS)
    @Operation(
            summary = "Download the rejected rows of a file",
            description =
                    "To be corrected and sent again: for each rejected row its number as people count, the values of its"
                            + " fields as they were sent, and why it was not taken. The columns have the names of the fields; columns"
                            + " of the file that hold no field are not kept. The first of them, as many as fit in 4,000,000"
                            + " characters, are kept encrypted until the job's rejectedUntil; 404 afterwards, and when there are"
                            + " none. That somebody has downloaded them is recorded.")
    @APIResponse(
            responseCode = "200",
            description = "The rejected rows",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public Response rejected(@PathParam("id") UUID id) {
        IngestJob job = jobs.readable(id);
        byte[] rows = vault.decrypt(jobs.rejected(id));
        activities.record(
                Subject.IMPORT,
                id.toString(),
                null,
                "downloaded the rejected rows of " + job.kind().replace('-', ' '));
        return Response.ok(rows)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + job.kind() + "-rejected.csv\"")
                .build();
    }

    @POST
    @Path("columns")
    @Consumes({RowKind.CSV, RowKind.XLSX})
    @PermissionsAllowed(Permission.PUSH_RESULTS)
    @Operation(
            summary = "Read the columns of a file",
            description =
                    "What they are called, and what stands in the first row, so that a column mapping can be made. The file"
                            + " is read as when it is pushed; nothing of it is kept.")
    @APIResponse(
            responseCode = "200",
            description = "The columns",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FileColumns.class)))
    public FileColumns columns(
            @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = RowKind.CSV, schema = @Schema(implementation = String.class)),
                                @Content(
                                        mediaType = RowKind.XLSX,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    InputStream body,
            @Context HttpHeaders headers) {
        return reception.columns(headers, body);
    }

    @GET
    @Path("jobs/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @PermissionsAllowed(Permission.PUSH_RESULTS)
    @Operation(
            summary = "Follow a job",
            description = "Server-sent events: the job without its rows, as data, whenever it has changed, until it has"
                    + " ended. The stream ends after 15 minutes at most; come again then.")
    @APIResponse(
            responseCode = "200",
            description = "One event for each change",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    public Response events(@PathParam("id") UUID id) {
        IngestAnswer first = read(id);
        StreamingOutput events = out -> {
            IngestAnswer last = null;
            IngestAnswer now = first;
            for (int look = 0; look < LOOKS; look++) {
                if (!now.equals(last)) {
                    out.write(("data: " + json.writeValueAsString(now) + "\n\n").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
                if (now.endedAt() != null) {
                    return;
                }
                LockSupport.parkNanos(BETWEEN_LOOKS);
                last = now;
                now = read(id);
            }
        };
        return Response.ok(events).header("X-Accel-Buffering", "no").build();
    }

    private IngestAnswer read(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> jobs.readable(id).summary());
    }

    @POST
    @Path("jobs/{id}/cancellation")
    @Transactional
    @PermissionsAllowed(Permission.PUSH_RESULTS)
    @Operation(
            summary = "Cancel a job",
            description =
                    "Asks a job that waits or runs to stop; it then has failed, as cancelled, and nothing of it is kept. What only"
                            + " waits has ended with the answer. 409 when it has ended already.")
    @APIResponse(
            responseCode = "202",
            description = "It will stop",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IngestAnswer.class)))
    public Response cancel(@PathParam("id") UUID id) {
        IngestJob job = jobs.held(jobs.readable(id).id());
        job.cancel(caller.name(), clock.instant());
        if (job.hasEnded()) {
            runner.forget(id);
        }
        return Response.accepted(job.summary()).build();
    }

    @GET
    @Path("quarantine")
    @Transactional
    @PermissionsAllowed(Permission.READ_QUARANTINE)
    @Operation(
            summary = "List rows in quarantine",
            description =
                    "Rows of schools that are not in the register, and of pupils that are not known. They are taken"
                            + " in by themselves when the school or the pupil comes.")
    public QuarantinePage quarantine(
            @Parameter(description = "What was sent", example = "assessment-results")
                    @QueryParam("kind")
                    @Size(max = 50)
                    @Nullable
                    String kind,
            @Parameter(description = "Of this school", example = "900001") @QueryParam("schoolUrn") @Nullable
                    Integer schoolUrn,
            @Parameter(description = "Waiting for this reason", example = "unknown-pupil")
                    @QueryParam("code")
                    @Size(max = 50)
                    @Nullable
                    String code,
            @Valid @BeanParam PageRequest page) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder(" from quarantine q where {scope:q.school_urn}");
        if (kind != null) {
            where.append(" and q.kind = :kind");
            parameters.put("kind", kind);
        }
        if (schoolUrn != null) {
            where.append(" and q.school_urn = :schoolUrn");
            parameters.put("schoolUrn", schoolUrn);
        }
        if (code != null) {
            where.append(" and q.code = :code");
            parameters.put("code", code);
        }
        long total = sql.rows(Permission.READ_QUARANTINE, "select count(*)" + where, parameters)
                .getFirst()
                .get(0, Long.class);
        parameters.put("limit", page.pageSize);
        parameters.put("offset", page.offset());
        List<QuarantineEntry> results = sql
                .rows(
                        Permission.READ_QUARANTINE,
                        "select q.id, q.kind, q.job_id, q.line, q.school_urn, q.code, q.message, q.received_at,"
                                + " (select s.name from school s where s.urn = q.school_urn) as name" + where
                                + " order by q.id desc limit :limit offset :offset",
                        parameters)
                .stream()
                .map(IngestJobResource::entry)
                .toList();
        return new QuarantinePage(results, Paging.of(page, total));
    }

    private static QuarantineEntry entry(Tuple row) {
        return new QuarantineEntry(
                row.get(0, UUID.class),
                row.get(1, String.class),
                row.get(2, UUID.class),
                row.get(3, Integer.class),
                row.get(4, Integer.class),
                row.get("name", String.class),
                row.get(5, String.class),
                row.get(6, String.class),
                row.get(7, Instant.class));
    }
}
