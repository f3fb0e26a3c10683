package org.uplift.access;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Problem;

/** Whom one can name: who can lead a priority or an action, and who can be mentioned in a comment. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.RECORD_CHECKPOINTS)
@Tag(name = "People and access")
public class ColleagueResource {
    @Inject
    People people;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Path("leads")
    @Transactional
    @Operation(
            summary = "List who can lead",
            description = "Those who work in a school or for the whole trust today, by name; without a school those who"
                    + " work for the whole trust. Only for those who may record checkpoints there.")
    @APIResponseSchema(ColleaguePage.class)
    @APIResponse(
            responseCode = "404",
            description = "There is no such school that you may see",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public ColleaguePage leads(
            @Parameter(description = "In this school; absent: in the trust's cycle", example = "900001")
                    @QueryParam("schoolUrn")
                    @Nullable
                    Integer schoolUrn,
            @Parameter(description = "Part of a name") @QueryParam("search") @Size(max = 100) @Nullable String search,
            @Valid @BeanParam PageRequest page) {
        requireRecording(schoolUrn);
        return people.page(Directory.LEADS, schoolUrn, LocalDate.now(clock), search, page);
    }

    @GET
    @Path("readers")
    @Transactional
    @Operation(
            summary = "List who can be mentioned",
            description = "Those who read the plans of a school in full today, by name; without a school those who read"
                    + " the plan of the trust. Only for those who do so themselves.")
    @APIResponseSchema(ColleaguePage.class)
    @APIResponse(
            responseCode = "404",
            description = "There is no such school that you may see",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public ColleaguePage readers(
            @Parameter(description = "Of this school; absent: of the trust", example = "900001")
                    @QueryParam("schoolUrn")
                    @Nullable
                    Integer schoolUrn,
            @Parameter(description = "Part of a name") @QueryParam("search") @Size(max = 100) @Nullable String search,
            @Valid @BeanParam PageRequest page) {
        requireRecording(schoolUrn);
        return people.page(Directory.READERS, schoolUrn, LocalDate.now(clock), search, page);
    }

    private void requireRecording(@Nullable Integer schoolUrn) {
        if (schoolUrn != null && !caller.scope(Permission.READ_CYCLES).covers(schoolUrn)) {
            throw Problem.notFound();
        }
        caller.require(Permission.RECORD_CHECKPOINTS, schoolUrn);
    }
}
