package org.uplift.timetable;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.platform.PageRequest;
import org.uplift.school.Schools;
import org.uplift.term.YearFilter;

/** The timetable of an academic year as a whole. */
@Path("/api/v1/timetable")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Timetable")
public class YearPlanResource {
    @Inject
    YearPlans plans;

    @Inject
    Clashes clashes;

    @Inject
    Schools schools;

    @Inject
    Clock clock;

    @GET
    @Path("year")
    @Transactional
    @PermissionsAllowed(Permission.READ_TIMETABLE)
    @Operation(
            summary = "Read the year plan",
            description =
                    "What is planned in an academic year with its half-terms: of one school and of the trust, or of"
                            + " all of your schools.")
    @APIResponseSchema(YearPlan.class)
    @APIResponse(
            responseCode = "404",
            description = "There is no such school that you may see",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public YearPlan year(
            @Valid @BeanParam YearFilter filter,
            @Parameter(
                            description = "Of this school, and of the trust; absent: of all of your schools",
                            example = "900001")
                    @QueryParam("schoolUrn")
                    @Nullable
                    Integer schoolUrn) {
        requireSchool(schoolUrn);
        return plans.of(filter.year(clock), schoolUrn);
    }

    @GET
    @Path("clashes")
    @Transactional
    @PermissionsAllowed(Permission.READ_TIMETABLE)
    @Operation(
            summary = "List where planned activities clash",
            description =
                    "From today on: somebody who is to be in two places at once, two activities in one school at once, and"
                            + " activities on days without school. Where you may record checkpoints; what somebody does in a"
                            + " school that you do not see is not told.")
    @APIResponseSchema(ClashList.class)
    @APIResponse(
            responseCode = "404",
            description = "There is no such school that you may see",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public ClashList clashes(
            @Valid @BeanParam YearFilter filter,
            @Parameter(
                            description = "Of this school, and of the trust; absent: of all of your schools",
                            example = "900001")
                    @QueryParam("schoolUrn")
                    @Nullable
                    Integer schoolUrn) {
        requireSchool(schoolUrn);
        return new ClashList(clashes.of(filter.year(clock), schoolUrn));
    }

    @GET
    @Path("participation")
    @Transactional
    @PermissionsAllowed(Permission.READ_TIMETABLE)
    @Operation(
            summary = "List how the schools take part",
            description =
                    "What is done, still to come, overdue and missed in each school of the trust in an academic year,"
                            + " and in how many activities of the trust it took part.")
    public ParticipationPage participation(@Valid @BeanParam YearFilter filter, @Valid @BeanParam PageRequest page) {
        return plans.participation(filter.year(clock), page);
    }

    @GET
    @Path("people")
    @Transactional
    @PermissionsAllowed(Permission.READ_TIMETABLE)
    @Operation(
            summary = "List who is planned to be there",
            description = "In an academic year, by name, with how often; where you may record checkpoints.")
    public BusyPersonList people(@Valid @BeanParam YearFilter filter) {
        return plans.people(filter.year(clock));
    }

    private void requireSchool(@Nullable Integer schoolUrn) {
        if (schoolUrn != null) {
            schools.require(Permission.READ_TIMETABLE, schoolUrn);
        }
    }
}
