package org.uplift.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.activity.Change;
import org.uplift.platform.MergePatch;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;

/** One inspection, wherever it belongs. */
@Path("/api/v1/inspections")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Inspections")
public class InspectionResource {
    @Inject
    Inspections inspections;

    @Inject
    Recording recording;

    @Inject
    Caller caller;

    @Inject
    MergePatch patches;

    @GET
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(Permission.READ_INSPECTIONS)
    @Operation(summary = "Read an inspection", description = "With the ETag that changing it needs.")
    @APIResponseSchema(InspectionSummary.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        InspectionSummary inspection = inspections.summary(id);
        return Revision.readComputed(request, inspection, inspection.version());
    }

    @PATCH
    @Path("{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @PermissionsAllowed(Permission.READ_INSPECTIONS)
    @Operation(
            summary = "Correct an inspection that a person recorded",
            description =
                    "What is absent stays; judgements are replaced as a whole. An imported inspection is a conflict:"
                            + " its publisher corrects it.")
    @APIResponseSchema(InspectionSummary.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = RecordInspection.class)))
                    JsonNode patch) {
        Inspection inspection = inspections.readable(id);
        int urn = inspection.schoolUrn();
        caller.require(Permission.CHANGE_INSPECTIONS, urn);
        Revision.check(ifMatch, inspection.version(), inspections.summary(id));
        RecordInspection wanted = patches.apply(RecordInspection.of(inspection.facts()), patch);
        if (!wanted.framework().equals(inspection.facts().framework())) {
            throw Problem.invalid(
                    "/framework", "fixed", "An inspection stays in the framework that it was made under.");
        }
        List<Change> changes = inspection.correct(recording.facts(wanted, urn));
        inspections.flush();
        if (!changes.isEmpty()) {
            recording.record(inspection, "corrected", changes);
        }
        return Revision.changed(inspections.summary(id), inspection.version());
    }
}
