package org.uplift.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
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
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Subject;
import org.uplift.platform.MergePatch;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.school.Schools;

/** What inspectorates have said of a school. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Inspections")
public class InspectionResource {
    @Inject
    Inspections inspections;

    @Inject
    Frameworks frameworks;

    @Inject
    Schools schools;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    MergePatch patches;

    @Inject
    Clock clock;

    @GET
    @Path("schools/{urn}/inspections")
    @Transactional
    @PermissionsAllowed(Permission.READ_INSPECTIONS)
    @Operation(
            summary = "List the inspections of a school",
            description =
                    "Newest first, each in the framework that it was made under. Those of the URN that the school had"
                            + " before are there when there was exactly one, and are marked.")
    public InspectionPage list(@PathParam("urn") int urn, @Valid @BeanParam PageRequest page) {
        if (!caller.scope(Permission.READ_INSPECTIONS).covers(urn)) {
            throw Problem.notFound();
        }
        schools.get(urn);
        return inspections.history(urn, page);
    }

    @POST
    @Path("schools/{urn}/inspections")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_INSPECTIONS)
    @Operation(
            summary = "Record an inspection",
            description =
                    "For what no published file tells (yet): SIAMS, or a report of this week. A later file with the"
                            + " same inspection takes it over.")
    @APIResponseSchema(value = InspectionSummary.class, responseCode = "201")
    public Response create(@PathParam("urn") int urn, @Valid RecordInspection wanted) {
        schools.get(urn);
        caller.require(Permission.CHANGE_INSPECTIONS, urn);
        InspectionFacts facts = facts(wanted, urn);
        if (inspections.has(facts.key(urn))) {
            throw Problem.conflict(
                    "An inspection of this type that began on " + facts.startDate() + " is there already.");
        }
        Inspection inspection = new Inspection(urn, facts);
        inspections.persistAndFlush(inspection);
        record(inspection, "recorded", List.of());
        return Response.created(URI.create("/api/v1/inspections/" + inspection.id()))
                .entity(inspections.summary(inspection.id()))
                .tag(String.valueOf(inspection.version()))
                .build();
    }

    @GET
    @Path("inspections/{id}")
    @Transactional
    @PermissionsAllowed(Permission.READ_INSPECTIONS)
    @Operation(summary = "Read an inspection", description = "With the ETag that changing it needs.")
    @APIResponseSchema(InspectionSummary.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        InspectionSummary inspection = inspections.summary(id);
        return Revision.read(request, inspection, inspection.version());
    }

    @PATCH
    @Path("inspections/{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @PermissionsAllowed(Permission.CHANGE_INSPECTIONS)
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
        List<Change> changes = inspection.correct(facts(wanted, urn));
        inspections.flush();
        if (!changes.isEmpty()) {
            record(inspection, "corrected", changes);
        }
        return Revision.changed(inspections.summary(id), inspection.version());
    }

    private InspectionFacts facts(RecordInspection wanted, int urn) {
        Framework framework = frameworks
                .get(wanted.framework())
                .orElseThrow(() -> Problem.invalid(
                        "/framework",
                        "unknown-code",
                        "\"" + wanted.framework() + "\" is not a framework; see /inspection-frameworks."));
        Integer inspected = wanted.inspectedUrn();
        if (inspected != null
                && inspected != urn
                && !inspections.solePredecessor(urn).equals(java.util.Optional.of(inspected))) {
            throw Problem.invalid(
                    "/inspectedUrn",
                    "not-a-predecessor",
                    inspected + " is not the one URN that school " + urn + " had before.");
        }
        return wanted.facts(framework, urn, LocalDate.now(clock));
    }

    private void record(Inspection inspection, String verb, List<Change> changes) {
        activities.record(
                Subject.INSPECTION,
                inspection.id().toString(),
                inspection.schoolUrn(),
                verb + " the inspection of " + inspection.facts().startDate(),
                null,
                changes);
    }
}
