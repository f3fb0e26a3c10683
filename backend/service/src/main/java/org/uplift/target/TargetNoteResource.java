package org.uplift.target;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Subject;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;

/** What people add to targets and milestones. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Targets")
public class TargetNoteResource {
    private static final String ONLY_VERSION = "0";

    @Inject
    Targets targets;

    @Inject
    Milestones milestones;

    @Inject
    TargetNotes notes;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @GET
    @Path("targets/{id}/notes")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(summary = "List the notes on a target", description = "Newest first, each with its author and moment.")
    public TargetNotePage ofTarget(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        return page(targets.readable(id).id(), page);
    }

    @POST
    @Path("targets/{id}/notes")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Add a note to a target",
            description = "It is never changed, a correction is a new one; it does not change the status.")
    @APIResponseSchema(value = TargetNoteEntry.class, responseCode = "201")
    public Response addToTarget(@PathParam("id") UUID id, @NotNull @Valid NewTargetNote wanted) {
        Target target = targets.readable(id);
        caller.require(Permission.CHANGE_CYCLES, target.schoolUrn());
        target.requireOpen();
        return added("targets", id, target.schoolUrn(), targets.label(target), wanted);
    }

    @GET
    @Path("milestones/{id}/notes")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "List the notes on a milestone",
            description = "Newest first, each with its author and moment.")
    public TargetNotePage ofMilestone(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        return page(milestones.readable(id).id(), page);
    }

    @POST
    @Path("milestones/{id}/notes")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Add a note to a milestone",
            description = "It is never changed, a correction is a new one; it does not change the status.")
    @APIResponseSchema(value = TargetNoteEntry.class, responseCode = "201")
    public Response addToMilestone(@PathParam("id") UUID id, @NotNull @Valid NewTargetNote wanted) {
        Milestone milestone = milestones.readable(id);
        caller.require(Permission.CHANGE_CYCLES, milestone.schoolUrn());
        milestone.requireOpen();
        return added("milestones", id, milestone.schoolUrn(), milestone.label(), wanted);
    }

    private TargetNotePage page(UUID target, PageRequest page) {
        PanacheQuery<TargetNote> found = notes.of(target).page(page.page - 1, page.pageSize);
        return new TargetNotePage(
                found.list().stream().map(TargetNote::entry).toList(), Paging.of(page, found.count()));
    }

    private Response added(String kind, UUID id, @Nullable Integer schoolUrn, String label, NewTargetNote wanted) {
        TargetNoteEntry note = notes.add(id, schoolUrn, wanted.text()).entry();
        activities.record(
                Subject.TARGET,
                id.toString(),
                schoolUrn,
                "added a note to " + label,
                null,
                List.of(new Change("note", null, note.text())));
        return Response.created(URI.create("/api/v1/" + kind + "/" + id + "/notes"))
                .entity(note)
                .tag(ONLY_VERSION)
                .build();
    }
}
