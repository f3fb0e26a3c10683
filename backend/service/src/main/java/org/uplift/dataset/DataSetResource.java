package org.uplift.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

/** Data sets: what there is, questions, and files. */
@Path("/api/v1/data-sets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Data sets")
public class DataSetResource {
    private static final Logger LOG = Logger.getLogger(DataSetResource.class);
    private static final String GZIP = "gzip";

    @Inject
    DataSetReader reader;

    @Inject
    ObjectMapper json;

    @Inject
    Validator validator;

    @GET
    @PermissionsAllowed(Permission.READ_DATA_SETS)
    @Operation(
            summary = "List the data sets",
            description =
                    "Those of which the caller may read something: analysts all but rows of pupils, which an administrator grants;"
                            + " others what they may see elsewhere.")
    public DataSetList list() {
        return new DataSetList(
                reader.readable().stream().map(DataSetSummary::of).toList());
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permission.READ_DATA_SETS)
    @Operation(summary = "Get a data set", description = "What it is about.")
    public DataSetSummary get(@PathParam("id") @Size(max = 40) String id) {
        return reader.readable().stream()
                .filter(set -> set.id().equals(id))
                .findFirst()
                .map(DataSetSummary::of)
                .orElseThrow(Problem::notFound);
    }

    @GET
    @Path("{id}/meta")
    @PermissionsAllowed(Permission.READ_DATA_SETS)
    @Operation(
            summary = "Describe a data set",
            description =
                    "Its columns with what they can be, time periods, locations, units and decimals, symbols, source, method, and"
                            + " how fresh it is.")
    public DataSetMeta meta(@PathParam("id") @Size(max = 40) String id) throws IOException {
        return reader.meta(id);
    }

    @GET
    @Path("{id}/versions")
    @PermissionsAllowed(Permission.READ_DATA_SETS)
    @Operation(
            summary = "List the versions of a data set",
            description =
                    "Newest first. One is made at the end of each day on which anything is another than it was: a major one where a"
                            + " column or code is no longer there, else a minor one.")
    public DataSetVersionPage versions(@PathParam("id") @Size(max = 40) String id, @Valid @BeanParam PageRequest page)
            throws IOException {
        return reader.versions(id, page);
    }

    @POST
    @Path("{id}/query")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.READ_DATA_SETS)
    @Operation(
            summary = "Ask a data set",
            description =
                    "Rows by criteria, sorted, a page at a time. Small numbers are suppressed before anything is compared, sorted or"
                            + " counted out: a symbol takes part in no comparison and comes last in every order. What takes too long is"
                            + " stopped with 422.")
    public DataSetAnswer query(@PathParam("id") @Size(max = 40) String id, @NotNull @Valid DataSetQuery query)
            throws IOException {
        return reader.answer(id, query);
    }

    @GET
    @Path("{id}/download")
    @Produces("*/*")
    @PermissionsAllowed(Permission.READ_DATA_SETS)
    @Operation(
            summary = "Download a data set",
            description =
                    "All rows that the query is about, as a file that is written while it is read; its page is not regarded. Text is"
                            + " compressed for who accepts gzip. A download that broke off is taken up again with after, the number of"
                            + " whole rows that have arrived, and the ETag of its beginning in If-Match: 412 says that the rows have"
                            + " changed since.")
    @APIResponse(
            responseCode = "200",
            description = "The rows",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = "application/vnd.apache.parquet",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response download(
            @PathParam("id") @Size(max = 40) String id,
            @QueryParam("format") @DefaultValue("csv") DownloadFormat format,
            @Parameter(description = "A query as JSON, as it is sent to be answered")
                    @QueryParam("query")
                    @Size(max = 12_000)
                    @Nullable
                    String query,
            @Parameter(description = "How many rows have arrived already")
                    @QueryParam("after")
                    @DefaultValue("0")
                    @Min(0)
                    @Max(1_000_000_000)
                    int after,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encodings,
            @Context HttpServerRequest connected,
            @Context Request request)
            throws IOException {
        if (after > 0 && !format.isOfLines()) {
            throw Problem.invalid("/after", "not-of-lines", "Only csv and ndjson can be taken up again.");
        }
        if (after > 0 && ifMatch == null) {
            throw Problem.of(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Say by If-Match which rows have arrived: the ETag of the download that broke off.");
        }
        boolean compressed = format.isOfLines() && accepts(encodings);
        Download download = reader.download(id, read(query), format, compressed, after);
        String tag = "\"" + download.tag() + "\"";
        if (ifMatch != null && !ifMatch.equals(tag)) {
            throw Problem.of(ProblemType.STALE, "The rows have changed since the download began. Begin it again.");
        }
        Response.@Nullable ResponseBuilder known = request.evaluatePreconditions(new EntityTag(download.tag()));
        if (known != null) {
            return known.header(HttpHeaders.ETAG, tag).build();
        }
        return Response.ok(whole(download.rows(), connected))
                .type(format.mediaType())
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.CONTENT_ENCODING, compressed ? GZIP : null)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + download.name() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private DataSetQuery read(@Nullable String query) {
        if (query == null) {
            return new DataSetQuery(null, null, null, null, null, null, null, null);
        }
        try {
            DataSetQuery read = json.readValue(query, DataSetQuery.class);
            var broken = validator.validate(read);
            if (!broken.isEmpty()) {
                throw new ConstraintViolationException(broken);
            }
            return read;
        } catch (JsonProcessingException e) {
            throw Problem.invalid(
                    "/query", "not-a-query", "The query is not the JSON that a data set can be asked with.");
        }
    }

    private static boolean accepts(@Nullable String encodings) {
        return encodings != null
                && Arrays.stream(encodings.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals(GZIP) || one.startsWith("gzip;") && !one.endsWith("=0"));
    }

    /**
     * Nobody takes a part of a file for a whole one: when the rest cannot be had any more, the connection breaks off. Where it was
     * the reader who went away, nothing went wrong.
     */
    private static StreamingOutput whole(StreamingOutput rows, HttpServerRequest request) {
        return out -> {
            try {
                rows.write(out);
            } catch (IOException | RuntimeException e) {
                if (request.response().closed()) {
                    LOG.debug("Who was reading a download has gone", e);
                } else if (request.response().headWritten() && request.version() != HttpVersion.HTTP_2) {
                    LOG.warn("A download broke off", e);
                    breakOff(request);
                } else {
                    if (request.response().headWritten()) {
                        request.response().reset();
                    }
                    throw e;
                }
            }
        };
    }

    /**
     * A connection of HTTP/1.1 is closed at once, with what still waits in it, and what follows comes to nothing: the end of a whole
     * answer, too. Closed in order it would first send all that. Nothing is thrown then, as an answer that is reset is never said to
     * have ended, and is waited for when the service stops.
     */
    private static void breakOff(HttpServerRequest request) {
        ((ConnectionBase) request.connection()).channelHandlerContext().close();
    }
}
