package org.uplift.target;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Changes;
import org.uplift.activity.Subject;
import org.uplift.cycle.ApprovedParts;
import org.uplift.cycle.Ending;
import org.uplift.cycle.Priorities;
import org.uplift.cycle.Priority;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;

/** The targets of priorities, with their computed status. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Targets")
public class TargetResource {
    @Inject
    Targets targets;

    @Inject
    Judgements judgements;

    @Inject
    TargetRules rules;

    @Inject
    ApprovedParts approved;

    @Inject
    TargetNotes notes;

    @Inject
    Priorities priorities;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    MergePatch patches;

    @Inject
    Clock clock;

    @GET
    @Path("priorities/{id}/targets")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "List the targets of a priority",
            description = "The first due first, each with its status as computed today.")
    public TargetPage list(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        Priority priority = priorities.readable(id);
        PanacheQuery<Target> found = targets.of(priority.id()).page(page.page - 1, page.pageSize);
        return new TargetPage(targets.summaries(found.list()), Paging.of(page, found.count()));
    }

    @POST
    @Path("priorities/{id}/targets")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Set a target",
            description = "One per measure, cohort, group of pupils and due point; the status is computed, never sent.")
    @APIResponseSchema(value = TargetSummary.class, responseCode = "201")
    public Response create(@PathParam("id") UUID id, @NotNull @Valid TargetTerms wanted) {
        Priority priority = priorities.readable(id);
        caller.require(Permission.CHANGE_CYCLES, priority.schoolUrn());
        rules.check(wanted);
        Target target = new Target(priority, wanted);
        alone(priority.id(), wanted, Optional.empty());
        targets.persistAndFlush(target);
        note(target, Optional.empty(), wanted);
        record(target, "set", List.of());
        return Response.created(URI.create("/api/v1/targets/" + target.id()))
                .entity(targets.summary(target))
                .tag(String.valueOf(target.version()))
                .build();
    }

    @GET
    @Path("targets/{id}")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(summary = "Read a target", description = "With its status as computed today, and the figures behind it.")
    @APIResponseSchema(TargetSummary.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        Target target = targets.readable(id);
        return Revision.readComputed(request, targets.summary(target), target.version());
    }

    @GET
    @Path("targets/{id}/series")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "Read the actuals of a target",
            description = "One value for each date, oldest first, those before the baseline too; small groups are"
                    + " suppressed where you may not see rows of pupils.")
    public List<SeriesPoint> series(@PathParam("id") UUID id) {
        return targets.series(targets.readable(id)).stream()
                .map(SeriesPoint::of)
                .toList();
    }

    @GET
    @Path("targets/{id}/history")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "Read how a target stood",
            description =
                    "Whenever an actual came, and today; computed from the target as it is set and from the values as"
                            + " they are now, newest first.")
    public TargetHistory history(@PathParam("id") UUID id) {
        return targets.history(targets.readable(id));
    }

    @GET
    @Path("targets/{id}/forecast")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "Read where a target would end",
            description =
                    "The straight line nearest to the baseline and the actuals since (least squares), at the due date, with an"
                            + " 80 % prediction interval; a percentage stays between 0 and 100. It needs three values on different"
                            + " dates, none suppressed and none of less than 95 % of the pupils; else the sentence says why there is"
                            + " none.")
    public TargetForecast forecast(@PathParam("id") UUID id) {
        return targets.forecast(targets.readable(id));
    }

    @PATCH
    @Path("targets/{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Change a target",
            description =
                    "What is absent stays, what is null goes; the trajectory is replaced as a whole. Notes stay in any case."
                            + " What a target aims at that was approved with its plan is changed by who decides on plans alone.")
    @APIResponseSchema(TargetSummary.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = TargetTerms.class))) JsonNode patch) {
        Target target = changeable(id, ifMatch);
        Optional<String> narrative = notes.newest(id);
        TargetTerms before = target.terms(narrative.orElse(null));
        TargetTerms wanted = patches.apply(before, patch);
        rules.check(wanted);
        if (!wanted.aimsAs(before)) {
            approved.requireChangeable(target.priority().cycle(), id);
        }
        alone(target.priority().id(), wanted, Optional.of(id));
        target.change(wanted);
        targets.flush();
        note(target, narrative, wanted);
        List<Change> changes =
                Changes.between(before, target.terms(notes.newest(id).orElse(null)));
        if (!changes.isEmpty()) {
            record(target, "changed", changes);
        }
        return Revision.changed(targets.summary(target), target.version());
    }

    @DELETE
    @Path("targets/{id}")
    @Transactional
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Delete a target",
            description =
                    "The actuals stay; they belong to the school. What a signed checkpoint speaks of is ended instead.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Response delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Target target = changeable(id, ifMatch);
        target.requireOpen();
        approved.requireChangeable(target.priority().cycle(), id);
        judgements.requireUnsigned(id, "end the target with a reason instead.");
        targets.delete(target);
        targets.flush();
        record(target, "deleted", List.of());
        return Response.noContent().build();
    }

    @POST
    @Path("targets/{id}/end")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "End a target",
            description = "With a reason. It stays to be read, and makes room for another of its kind.")
    @APIResponseSchema(TargetSummary.class)
    public Response end(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Ending wanted) {
        Target target = changeable(id, ifMatch);
        approved.requireChangeable(target.priority().cycle(), id);
        target.end(LocalDate.now(clock), wanted.reason());
        targets.flush();
        record(target, "ended", wanted.reason(), List.of());
        return Revision.changed(targets.summary(target), target.version());
    }

    private Target changeable(UUID id, @Nullable String ifMatch) {
        Target target = targets.readable(id);
        caller.require(Permission.CHANGE_CYCLES, target.schoolUrn());
        Revision.check(ifMatch, target.version(), targets.summary(target));
        return target;
    }

    private void alone(UUID priority, TargetTerms wanted, Optional<UUID> except) {
        if (targets.has(priority, wanted, except)) {
            throw Problem.conflict(
                    "The priority has a target for this measure, cohort, group and due point already; change that.");
        }
    }

    /** A narrative is a note; the one that was read and is sent back is none. */
    private void note(Target target, Optional<String> newest, TargetTerms wanted) {
        String narrative = wanted.narrative();
        if (narrative != null
                && !narrative.isBlank()
                && !Optional.of(narrative.strip()).equals(newest)) {
            notes.add(target.id(), target.schoolUrn(), narrative);
        }
    }

    private void record(Target target, String verb, List<Change> changes) {
        record(target, verb, null, changes);
    }

    private void record(Target target, String verb, @Nullable String reason, List<Change> changes) {
        activities.record(
                Subject.TARGET,
                target.id().toString(),
                target.schoolUrn(),
                verb + " " + targets.label(target),
                reason,
                changes);
    }
}
