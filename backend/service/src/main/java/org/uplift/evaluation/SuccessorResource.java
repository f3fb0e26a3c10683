package org.uplift.evaluation;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.cycle.Cycle;
import org.uplift.cycle.CycleDetail;
import org.uplift.cycle.Cycles;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;

/** The next cycle begins from the evaluation of the one before. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Evaluations")
public class SuccessorResource {
    @Inject
    Cycles cycles;

    @Inject
    CarryingForward carrying;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @POST
    @Path("cycles/{id}/successor")
    @Transactional
    @OncePerKey
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Begin the next cycle from an evaluation",
            description =
                    "The cycle of the next academic year, in planning, when this one is closed. It has the priorities that are"
                            + " carried forward, each with its reasons, what was learnt, its lead and its evidence; and their"
                            + " open actions that are, planned anew without dates. Targets are set anew. Where the school has"
                            + " a cycle for that year already: 409 with its link.")
    @APIResponseSchema(value = CycleDetail.class, responseCode = "201")
    public Response begin(@PathParam("id") UUID id) {
        Cycle cycle = cycles.readable(id);
        caller.require(Permission.CHANGE_CYCLES, cycle.schoolUrn());
        Cycle next = cycle.successor();
        cycles.after(cycle).ifPresent(there -> {
            throw Problem.with(
                    ProblemType.CONFLICT,
                    "There is " + next.label() + " already; add to that what is carried forward.",
                    "link",
                    "/api/v1/cycles/" + there);
        });
        cycles.persistAndFlush(next);
        int carried = carrying.forward(cycle, next);
        cycles.flush();
        activities.record(
                Subject.CYCLE,
                next.id().toString(),
                next.schoolUrn(),
                "began " + next.label() + " from the evaluation of " + cycle.academicYear() + ", with "
                        + (carried == 1 ? "1 priority" : carried + " priorities"),
                null,
                List.of());
        return Response.created(URI.create("/api/v1/cycles/" + next.id()))
                .entity(cycles.detail(next.id()))
                .tag(String.valueOf(next.version()))
                .build();
    }
}
