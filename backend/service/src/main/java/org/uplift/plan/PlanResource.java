package org.uplift.plan;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Permission;
import org.uplift.cycle.Actions;
import org.uplift.cycle.Cycle;
import org.uplift.cycle.Cycles;
import org.uplift.cycle.Priorities;
import org.uplift.target.Milestones;
import org.uplift.target.Targets;

/** The plan of a cycle as one page shows it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Cycles")
public class PlanResource {
    private static final int MOST_PRIORITIES = 100;

    @Inject
    Cycles cycles;

    @Inject
    Priorities priorities;

    @Inject
    Targets targets;

    @Inject
    Milestones milestones;

    @Inject
    Actions actions;

    @GET
    @Path("cycles/{id}/plan")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "Read the plan of a cycle",
            description =
                    "Its priorities with their targets, milestones and actions at once: 100 priorities and 1,000 of each of the"
                            + " others at most.")
    public Plan get(@PathParam("id") UUID id) {
        Cycle cycle = cycles.readable(id);
        return Plan.of(
                priorities.of(cycle.id()).page(0, MOST_PRIORITIES).list().stream()
                        .map(priorities::summary)
                        .toList(),
                targets.summaries(targets.ofCycle(cycle.id())),
                milestones.ofCycle(cycle.id()),
                actions.ofCycle(cycle.id()));
    }
}
