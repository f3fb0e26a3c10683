package org.uplift.inspection;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Problem;
import org.uplift.school.Schools;

/** What inspectorates have said of one school. */
@Path("/api/v1/schools/{urn}/inspections")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Inspections")
public class SchoolInspectionResource {
    @Inject
    Inspections inspections;

    @Inject
    Recording recording;

    @Inject
    Schools schools;

    @Inject
    Caller caller;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_INSPECTIONS)
    @Operation(
            summary = "List the inspections of a school",
            description =
                    "Newest first, each in the framework that it was made under. Those of the URN that the school had"
                            + " before are there when there was exactly one, and are marked.")
    public InspectionPage list(@PathParam("urn") int urn, @Valid @BeanParam PageRequest page) {
        readable(urn);
        return inspections.history(urn, page);
    }

    @POST
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.READ_INSPECTIONS)
    @Operation(
            summary = "Record an inspection",
            description =
                    "For what no published file tells (yet): SIAMS, or a report of this week. A later file with the"
                            + " same inspection takes it over.")
    @APIResponseSchema(value = InspectionSummary.class, responseCode = "201")
    public Response create(@PathParam("urn") int urn, @NotNull @Valid RecordInspection wanted) {
        readable(urn);
        caller.require(Permission.CHANGE_INSPECTIONS, urn);
        InspectionFacts facts = recording.facts(wanted, urn);
        if (inspections.has(facts.key(urn))) {
            throw Problem.conflict(
                    "An inspection of this type that began on " + facts.startDate() + " is there already.");
        }
        Inspection inspection = new Inspection(urn, facts);
        inspections.persistAndFlush(inspection);
        recording.record(inspection, "recorded", List.of());
        return Response.created(URI.create("/api/v1/inspections/" + inspection.id()))
                .entity(inspections.summary(inspection.id()))
                .tag(String.valueOf(inspection.version()))
                .build();
    }

    private void readable(int urn) {
        if (!caller.scope(Permission.READ_INSPECTIONS).covers(urn)) {
            throw Problem.notFound();
        }
        schools.get(urn);
    }
}
