package org.uplift.report;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.evaluation.CycleEvaluation;
import org.uplift.evaluation.CycleEvaluations;
import org.uplift.platform.ReadTag;

/** The evaluation of a cycle as a document. */
@Path("/api/v1")
@RunOnVirtualThread
@Tag(name = "Evaluations")
public class EvaluationReportResource {
    @Inject
    CycleEvaluations evaluations;

    @Inject
    @Location("evaluation-report")
    Template page;

    @Inject
    Document document;

    @Inject
    Caller caller;

    // The transaction ends with the reading: the document is made without holding a connection.
    @GET
    @Path("cycles/{id}/evaluation-report")
    @Produces(Document.MEDIA_TYPE)
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "Read the evaluation of a cycle as a document",
            description =
                    "A tagged PDF (PDF/UA-1) of what you may see of the evaluation today. It is made anew where it has"
                            + " changed since you read it, and says for whom and as at which day.")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content =
                    @Content(
                            mediaType = Document.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        CycleEvaluation cycle = evaluations.of(id);
        String written =
                page.data("report", EvaluationReport.of(cycle, caller.name())).render();
        // No two documents are the same to the byte, as each knows when it was made: the tag is of what it says.
        EntityTag tag = ReadTag.of(written.getBytes(StandardCharsets.UTF_8));
        Response.@Nullable ResponseBuilder known = request.evaluatePreconditions(tag);
        return (known == null ? Response.ok(document.of(written)) : known)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"evaluation-"
                                + cycle.academicYear().toString().replace('/', '-') + "-"
                                + (cycle.schoolUrn() == null ? "trust" : cycle.schoolUrn()) + ".pdf\"")
                .build();
    }
}
