package org.uplift.concern;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;

/** The stages of complaints: when each began, what is due in it, and how it ended. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.OPEN_CONCERNS)
@Tag(name = "Concerns")
@Cache(noStore = true)
public class ComplaintResource {
    @Inject
    Concerns concerns;

    @Inject
    ConcernStages stages;

    @Inject
    ConcernSteps steps;

    @Inject
    ComplaintStages list;

    @Inject
    ConcernOutcomes outcomes;

    @Inject
    ConcernEntries entries;

    @Inject
    ConcernNews news;

    @GET
    @Path("concerns/{id}/stages")
    @Transactional
    @Operation(
            summary = "List the stages of a complaint",
            description =
                    "With what is due in each, counted in school days of the school, and the stages that can begin now."
                            + " Empty for what is no complaint.")
    public StageList stages(@PathParam("id") UUID id) {
        return stages.of(concerns.open(id), concerns.today());
    }

    @POST
    @Path("concerns/{id}/stages")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Begin a stage of a complaint",
            description =
                    "When every earlier one has ended, or can be skipped; else 409. Its deadlines count from its first day.")
    @APIResponseSchema(value = WrittenLine.class, responseCode = "201")
    public Response begin(@PathParam("id") UUID id, @NotNull @Valid NewStage wanted) {
        Concerns.Opened opened = concerns.open(id);
        Concern concern = opened.handled();
        concern.requireNotClosed();
        if (!concern.category().isComplaint()) {
            throw Problem.conflict("It is no complaint: it has no stages.");
        }
        LocalDate today = concerns.today();
        ComplaintStage stage = list.on(today, wanted.stage());
        if (stages.next(id, today).stream().noneMatch(next -> next.code().equals(stage.code()))) {
            throw Problem.conflict(stage.label()
                    + " cannot begin now: each stage begins once, after the one before it has" + " ended.");
        }
        ConcernStage begun =
                new ConcernStage(concern, stage, wanted.begunOn() == null ? today : wanted.begunOn(), today);
        stages.persist(begun);
        note(opened, null, stage.code(), null);
        stages.flush();
        record(concern, "began a stage of the complaint");
        return Response.created(URI.create("/api/v1/concerns/" + id + "/stages"))
                .entity(new WrittenLine(begun.id()))
                .tag(String.valueOf(begun.version()))
                .build();
    }

    @PUT
    @Path("concern-stages/{id}/steps/{step}")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say when a step of a stage was done", description = "While the stage is under way.")
    @APIResponseSchema(StageLine.class)
    public Response step(
            @PathParam("id") UUID id,
            @Parameter(description = "The code of the step", example = "answer") @PathParam("step") String step,
            @NotNull @Valid StepTerms wanted) {
        ConcernStage stage = stages.readable(id);
        Concerns.Opened opened = concerns.open(stage.concernId());
        opened.handled().requireNotClosed();
        StepLine known = line(opened, id).steps().stream()
                .filter(one -> one.step().equals(step))
                .findFirst()
                .orElseThrow(Problem::notFound);
        stage.requireStep(wanted.doneOn(), concerns.today());
        steps.done(stage, step, wanted.doneOn());
        note(opened, null, wanted.doneOn() == null ? "not-done" : "done", known.label());
        steps.flush();
        record(opened.concern(), "reported on a step of the complaint");
        return Revision.changed(line(opened, id), stage.version());
    }

    @POST
    @Path("concern-stages/{id}/outcome")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "End a stage of a complaint",
            description = "With its outcome and a written record, whatever the outcome; of a panel with who sat on it.")
    @APIResponseSchema(StageLine.class)
    public Response end(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid StageOutcome wanted) {
        ConcernStage stage = stages.readable(id);
        Concerns.Opened opened = concerns.open(stage.concernId());
        opened.handled().requireNotClosed();
        Revision.check(ifMatch, stage.version(), line(opened, id));
        outcomes.on(concerns.today(), wanted.outcome());
        stage.end(wanted, opened.seal(), concerns.today());
        note(opened, stage.stage().code(), wanted.outcome(), null);
        stages.flush();
        record(opened.concern(), "ended a stage of the complaint");
        return Revision.changed(line(opened, id), stage.version());
    }

    private StageLine line(Concerns.Opened opened, UUID id) {
        return stages.of(opened, concerns.today()).results().stream()
                .filter(stage -> stage.id().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private void note(Concerns.Opened opened, @Nullable String from, String to, @Nullable String text) {
        entries.add(opened, ConcernEntry.Told.change(EntryKind.STAGE, from, to, text), concerns.act());
    }

    private void record(Concern concern, String done) {
        news.record(concern, done);
    }
}
