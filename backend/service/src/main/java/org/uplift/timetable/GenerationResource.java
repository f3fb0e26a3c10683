package org.uplift.timetable;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.school.AcademicYear;
import org.uplift.term.YearFilter;

/** Makes the timetable of a year by its template: looked at first, then made as it was seen. */
@Path("/api/v1/timetable")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Timetable")
public class GenerationResource {
    private static final String WITHDRAWN = "The template does not ask for it any more.";

    @Inject
    Proposals proposals;

    @Inject
    Templates templates;

    @Inject
    ActivityTypes types;

    @Inject
    Occurrences occurrences;

    @Inject
    Planning planning;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Path("proposal")
    @Transactional
    @PermissionsAllowed(Permission.PLAN_TIMETABLE)
    @Operation(
            summary = "See what the template of a year asks for",
            description =
                    "For every school of the trust, by its level of need, and for the trust itself; beside what is"
                            + " planned already. Nothing is changed. For those who plan for the whole trust.")
    @APIResponseSchema(Proposal.class)
    @APIResponse(responseCode = "304", description = "Not changed since you read it")
    public Response propose(
            @Valid @BeanParam YearFilter filter,
            @Parameter(description = "Nothing is planned before this day; today when absent", example = "2026-09-01")
                    @QueryParam("from")
                    @Nullable
                    LocalDate from,
            @Context Request request) {
        caller.require(Permission.PLAN_TIMETABLE, null);
        AcademicYear year = filter.year(clock);
        requireIn(year, from, "/from");
        Proposal proposal = proposals.of(year, from);
        return Revision.read(request, proposal, proposal.version());
    }

    @POST
    @Path("generation")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.PLAN_TIMETABLE)
    @Operation(
            summary = "Make the timetable of a year as it was proposed",
            description =
                    "With the ETag of the proposal as If-Match: when it would be another one by now, nothing is made"
                            + " and you get the new one. Making it twice plans nothing twice.")
    @APIResponseSchema(TimetableMade.class)
    public TimetableMade make(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid NewTimetable wanted) {
        caller.require(Permission.PLAN_TIMETABLE, null);
        AcademicYear year = wanted.academicYear();
        requireIn(year, wanted.from(), "/from");
        Proposal proposal = proposals.of(year, wanted.from(), templates.hold(year));
        Revision.check(ifMatch, proposal.version(), proposal);
        Map<String, ActivityType> known = types.byCode();
        Map<Integer, Integer> planned = new TreeMap<>();
        proposal.occurrences().forEach(one -> {
            occurrences.persist(new Occurrence(one, Objects.requireNonNull(known.get(one.type()))));
            planned.merge(one.schoolUrn() == null ? 0 : one.schoolUrn(), 1, Integer::sum);
        });
        boolean withdraw = Boolean.TRUE.equals(wanted.withdraw());
        if (withdraw) {
            proposal.superfluous()
                    .forEach(one -> planning.cancel(occurrences.readable(one.id()), new NewCancellation(WITHDRAWN)));
        }
        planned.forEach((urn, count) -> activities.record(
                Subject.TIMETABLE,
                year.toString(),
                urn == 0 ? null : urn,
                "planned " + count + (count == 1 ? " activity of " : " activities of ") + year + " by the template"));
        return new TimetableMade(
                year,
                proposal.occurrences().size(),
                withdraw ? proposal.superfluous().size() : 0);
    }

    private static void requireIn(AcademicYear year, @Nullable LocalDate from, String path) {
        if (from != null && !year.contains(from)) {
            throw Problem.invalid(path, "outside-academic-year", from + " is not in " + year + ".");
        }
    }
}
