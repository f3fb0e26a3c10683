package org.uplift.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Changes;
import org.uplift.activity.Subject;
import org.uplift.cycle.Priorities;
import org.uplift.cycle.Priority;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.Problem;
import org.uplift.platform.ProblemType;
import org.uplift.platform.Revision;

/** How the priorities of a cycle came out. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Evaluations")
public class EvaluationResource {
    @Inject
    Evaluations evaluations;

    @Inject
    CycleEvaluations cycleEvaluations;

    @Inject
    Priorities priorities;

    @Inject
    People people;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    MergePatch patches;

    @Inject
    Clock clock;

    @GET
    @Path("cycles/{id}/evaluation")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "Read the evaluation of a cycle",
            description =
                    "Its priorities with what is known of each today, what the statuses would say of it, and what people have"
                            + " written: 100 priorities and 1,000 of each of the others at most. In full where you may record"
                            + " checkpoints, else as the assurance view, without what people wrote.")
    public CycleEvaluation ofCycle(@PathParam("id") UUID id) {
        return cycleEvaluations.of(id);
    }

    @POST
    @Path("priorities/{id}/evaluation")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Begin the evaluation of a priority",
            description =
                    "One per priority, while its cycle is evaluating. It may begin without a judgement; a judgement needs"
                            + " what worked or what did not in 20 characters. Where there is one already: 409 with it as"
                            + " current.")
    @APIResponseSchema(value = EvaluationSummary.class, responseCode = "201")
    public Response create(@PathParam("id") UUID id, @NotNull @Valid EvaluationTerms wanted) {
        Priority priority = priorities.readable(id);
        caller.require(Permission.CHANGE_CYCLES, priority.schoolUrn());
        evaluations.of(id).ifPresent(there -> {
            throw Problem.with(
                    ProblemType.CONFLICT,
                    "Somebody has begun to evaluate this priority already; change that.",
                    "current",
                    evaluations.summary(there));
        });
        Evaluation evaluation = new Evaluation(priority, wanted, people.self(), clock.instant());
        evaluations.persistAndFlush(evaluation);
        record(evaluation, "began to evaluate", Changes.between(EvaluationTerms.NOTHING, evaluation.terms()));
        return Response.created(URI.create("/api/v1/evaluations/" + evaluation.id()))
                .entity(evaluations.summary(evaluation))
                .tag(String.valueOf(evaluation.version()))
                .build();
    }

    @GET
    @Path("evaluations/{id}")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "Read the evaluation of a priority",
            description = "With the ETag that changing it needs; what people wrote where you may record checkpoints.")
    @APIResponseSchema(EvaluationSummary.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        Evaluation evaluation = evaluations.readable(id);
        return Revision.readComputed(request, evaluations.summary(evaluation), evaluation.version());
    }

    @PATCH
    @Path("evaluations/{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Change the evaluation of a priority",
            description = "While its cycle is evaluating. What is absent stays, what is null goes.")
    @APIResponseSchema(EvaluationSummary.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = EvaluationTerms.class))) JsonNode patch) {
        Evaluation evaluation = evaluations.readable(id);
        caller.require(Permission.CHANGE_CYCLES, evaluation.schoolUrn());
        Revision.check(ifMatch, evaluation.version(), evaluations.summary(evaluation));
        EvaluationTerms before = evaluation.terms();
        evaluation.change(patches.apply(before, patch), people.self(), clock.instant());
        evaluations.flush();
        List<Change> changes = Changes.between(before, evaluation.terms());
        if (!changes.isEmpty()) {
            record(evaluation, "evaluated", changes);
        }
        return Revision.changed(evaluations.summary(evaluation), evaluation.version());
    }

    private void record(Evaluation evaluation, String verb, List<Change> changes) {
        activities.record(
                Subject.EVALUATION,
                evaluation.id().toString(),
                evaluation.schoolUrn(),
                verb + " priority \"" + evaluation.priority().title() + "\"",
                null,
                changes);
    }
}
