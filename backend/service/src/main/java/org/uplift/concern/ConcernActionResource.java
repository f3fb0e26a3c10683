package org.uplift.concern;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Directory;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.notification.NotificationKind;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;

/** What is to be done about a concern. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.OPEN_CONCERNS)
@Tag(name = "Concerns")
@Cache(noStore = true)
public class ConcernActionResource {
    @Inject
    Concerns concerns;

    @Inject
    ConcernActions actions;

    @Inject
    ConcernEntries entries;

    @Inject
    NeedsToKnow needs;

    @Inject
    People people;

    @Inject
    ConcernNews news;

    @Inject
    Caller caller;

    @Inject
    MergePatch patches;

    @GET
    @Path("concerns/{id}/actions")
    @Transactional
    @Operation(summary = "List what is to be done about a concern", description = "All of it, 200 at most.")
    public ConcernActionList actions(@PathParam("id") UUID id) {
        return actions.of(concerns.open(id), concerns.today());
    }

    @POST
    @Path("concerns/{id}/actions")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Agree on something that is to be done about a concern", description = "Who leads it is told.")
    @APIResponseSchema(value = WrittenLine.class, responseCode = "201")
    public Response act(@PathParam("id") UUID id, @NotNull @Valid ConcernActionTerms wanted) {
        Concerns.Opened opened = concerns.open(id);
        opened.handled().requireNotClosed();
        actions.requireRoom(id);
        ConcernAction action = new ConcernAction(
                opened.concern(),
                wanted,
                lead(wanted.leadPersonId(), opened.concern()),
                opened.seal(),
                concerns.today());
        actions.persist(action);
        entries.add(opened, ConcernEntry.Told.change(EntryKind.ACTION, null, "agreed", wanted.title()), concerns.act());
        entries.flush();
        news.tell(wanted.leadPersonId(), NotificationKind.ACTION_GIVEN, opened.concern());
        news.record(opened.concern(), "agreed on an action");
        return WrittenLine.in("actions", id, action.id(), action.version());
    }

    @PATCH
    @Path("concern-actions/{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            summary = "Change what is to be done about a concern",
            description =
                    "What is absent stays, what is null goes. doneOn says that it is done. Who leads it, and does not"
                            + " handle the concern, may say that alone.")
    @APIResponseSchema(ConcernActionLine.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ConcernActionTerms.class)))
                    JsonNode patch) {
        ConcernAction action = actions.readable(id);
        Concerns.Opened opened = concerns.open(action.concernId());
        opened.concern().requireNotClosed();
        Revision.check(ifMatch, action.version(), action.line(opened.seal(), concerns.today()));
        ConcernActionTerms before = action.terms(opened.seal());
        ConcernActionTerms wanted = patches.apply(before, patch);
        if (!opened.standing().handles()
                && !(action.isLedBy(caller.personId()) && wanted.equals(before.doneOn(wanted.doneOn())))) {
            throw Problem.forbidden("You may say of an action that you lead when it was done, nothing else.");
        }
        boolean given = wanted.leadPersonId() != null && !wanted.leadPersonId().equals(before.leadPersonId());
        action.settle(wanted, lead(wanted.leadPersonId(), opened.concern()), opened.seal(), concerns.today());
        String what = wanted.doneOn() != null && before.doneOn() == null ? "done" : "changed";
        entries.add(opened, ConcernEntry.Told.change(EntryKind.ACTION, null, what, wanted.title()), concerns.act());
        entries.flush();
        if (given) {
            news.tell(wanted.leadPersonId(), NotificationKind.ACTION_GIVEN, opened.concern());
        }
        news.record(opened.concern(), what.equals("done") ? "reported an action as done" : "changed an action");
        return Revision.changed(action.line(opened.seal(), concerns.today()), action.version());
    }

    /** What the one is called who is to lead an action: somebody who may see the concern. */
    private @Nullable String lead(@Nullable UUID id, Concern concern) {
        if (id == null) {
            return null;
        }
        Directory directory = concern.isRestricted() ? Directory.SAFEGUARDING_LEADS : Directory.CONCERN_OWNERS;
        Set<UUID> known = people.among(directory, List.of(id), concern.schoolUrn(), concerns.today());
        if (known.isEmpty() && !(concern.isRestricted() && needs.names(concern.id(), id, concerns.today()))) {
            throw Problem.invalid("/leadPersonId", "unknown-person", "Nobody with this id may see the concern.");
        }
        return people.names(List.of(id)).get(id);
    }
}
