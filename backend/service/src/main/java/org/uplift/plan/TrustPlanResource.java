package org.uplift.plan;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.cycle.Cycle;
import org.uplift.cycle.Cycles;
import org.uplift.platform.Problem;

/** The trust's cycle over its schools. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Cycles")
public class TrustPlanResource {
    @Inject
    Cycles cycles;

    @Inject
    Coverages coverages;

    @Inject
    Progresses progresses;

    @Inject
    Suggestions suggestions;

    @Inject
    Caller caller;

    @GET
    @Path("cycles/{id}/coverage")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "Read which schools carry the trust's priorities",
            description =
                    "With the status of their targets today, the gaps, and who takes part. For the trust's cycle only.")
    @APIResponseSchema(Coverage.class)
    @APIResponse(
            responseCode = "409",
            description = "It is the cycle of a school",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public Coverage coverage(@PathParam("id") UUID id) {
        return coverages.of(ofTrust(id));
    }

    @GET
    @Path("cycles/{id}/progress")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "Read what moved in the trust's year since a day",
            description =
                    "Targets that stand otherwise, actions done, checkpoints signed, small improvements decided; without a day"
                            + " since the trust's last signed checkpoint. For the trust's cycle only.")
    @APIResponseSchema(Progress.class)
    @APIResponse(
            responseCode = "409",
            description = "It is the cycle of a school",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public Progress progress(
            @PathParam("id") UUID id,
            @Parameter(description = "Since this day", example = "2026-01-15") @QueryParam("since") @Nullable
                    LocalDate since) {
        return progresses.of(ofTrust(id), since);
    }

    @GET
    @Path("cycles/{id}/suggestions")
    @Transactional
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "List what the trust's cycle could be about",
            description =
                    "From what the cycles of schools have in common, from outcomes below England's in several of them, and"
                            + " from indicators of need that are high in several; ten at most, the best supported first.")
    @APIResponseSchema(SuggestionList.class)
    @APIResponse(
            responseCode = "409",
            description = "It is the cycle of a school",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public SuggestionList suggestions(@PathParam("id") UUID id) {
        Cycle cycle = ofTrust(id);
        caller.require(Permission.CHANGE_CYCLES, null);
        return new SuggestionList(suggestions.of(cycle));
    }

    private Cycle ofTrust(UUID id) {
        Cycle cycle = cycles.readable(id);
        if (cycle.schoolUrn() != null) {
            throw Problem.conflict("This is the cycle of a school; only the trust's is carried by schools.");
        }
        return cycle;
    }
}
