package org.uplift.outcome;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Permission;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Revision;

/** The catalogue of measures. */
@Path("/api/v1/measures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.READ_MEASURES)
@Tag(name = "Outcomes")
public class MeasureResource {
    @Inject
    Measures measures;

    @GET
    @Transactional
    @Operation(summary = "List measures", description = "The whole catalogue, by key stage, on one page.")
    @APIResponseSchema(MeasurePage.class)
    @APIResponse(responseCode = "304", description = "Not changed since you read it")
    public Response list(@Context Request request) {
        List<MeasureDetail> all = measures.all().stream().map(Measure::detail).toList();
        PageRequest whole = new PageRequest();
        whole.pageSize = Math.max(1, all.size());
        return cacheable(request, new MeasurePage(all, Paging.of(whole, all.size())));
    }

    @GET
    @Path("{code}")
    @Transactional
    @Operation(summary = "Read a measure", description = "Its unit, direction, validity and computation.")
    @APIResponseSchema(MeasureDetail.class)
    public Response get(@PathParam("code") String code, @Context Request request) {
        return cacheable(request, measures.get(code).detail());
    }

    /** The catalogue has no versions: what it says is its version. */
    private static Response cacheable(Request request, Record body) {
        return Revision.read(request, body, body.toString().hashCode());
    }
}
