package org.uplift.practice;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.cycle.Cycles;
import org.uplift.evaluation.Evaluation;
import org.uplift.evaluation.Evaluations;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;

/** Good practice that schools publish from their evaluations. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Good practice")
public class GoodPracticeResource {
    @Inject
    GoodPractices practices;

    @Inject
    Evaluations evaluations;

    @Inject
    Cycles cycles;

    @Inject
    People people;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Path("good-practice")
    @Transactional
    @PermissionsAllowed(Permission.READ_SCHOOLS)
    @Operation(
            summary = "List good practice",
            description =
                    "Of all schools of the trust, the newest first. Who published it and where it comes from is there for those"
                            + " who may see the cycles of its school.")
    public GoodPracticePage list(@Valid @BeanParam GoodPracticeFilter filter, @Valid @BeanParam PageRequest page) {
        return practices.page(filter, page);
    }

    @GET
    @Path("good-practice/{id}")
    @Transactional
    @PermissionsAllowed(Permission.READ_SCHOOLS)
    @Operation(
            summary = "Read good practice",
            description = "What is taken back is there only for those who may see the cycles of its school.")
    @APIResponseSchema(GoodPracticeSummary.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        GoodPracticeSummary practice = practices.summary(id);
        return Revision.readComputed(request, practice, practice.version());
    }

    @POST
    @Path("evaluations/{id}/good-practice")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Publish good practice from an evaluation",
            description =
                    "From a priority that was achieved at least in part, once until it is taken back. Everybody who may see a"
                            + " school of the trust can read it.")
    @APIResponseSchema(value = GoodPracticeSummary.class, responseCode = "201")
    public Response publish(@PathParam("id") UUID id, @NotNull @Valid NewGoodPractice wanted) {
        Evaluation evaluation = evaluations.readable(id);
        caller.require(Permission.CHANGE_CYCLES, evaluation.schoolUrn());
        if (practices.isPublished(id)) {
            throw Problem.conflict("It is published already; take that back first.");
        }
        String school = cycles.summary(evaluation.priority().cycle().id()).schoolName();
        GoodPractice practice = new GoodPractice(evaluation, school, wanted, people.self(), LocalDate.now(clock));
        practices.persistAndFlush(practice);
        record(practice, "published", null);
        return Response.created(URI.create("/api/v1/good-practice/" + practice.id()))
                .entity(practices.summary(practice.id()))
                .tag(String.valueOf(practice.version()))
                .build();
    }

    @POST
    @Path("good-practice/{id}/withdrawal")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Take good practice back",
            description =
                    "With a reason; those of other schools see it no longer. If-Match is checked when it is sent.")
    @APIResponseSchema(GoodPracticeSummary.class)
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Withdrawal wanted) {
        GoodPracticeSummary current = practices.summary(id);
        caller.require(Permission.CHANGE_CYCLES, current.schoolUrn());
        if (ifMatch != null) {
            Revision.check(ifMatch, current.version(), current);
        }
        GoodPractice practice = practices.findById(id);
        practice.withdraw(wanted.reason(), LocalDate.now(clock));
        practices.flush();
        record(practice, "took back", wanted.reason());
        return Revision.changed(practices.summary(id), practice.version());
    }

    private void record(GoodPractice practice, String verb, @Nullable String reason) {
        activities.record(
                Subject.PRACTICE,
                practice.id().toString(),
                practice.schoolUrn(),
                verb + " good practice \"" + practice.title() + "\"",
                reason,
                List.of());
    }
}
