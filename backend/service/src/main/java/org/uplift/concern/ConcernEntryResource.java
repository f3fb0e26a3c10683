package org.uplift.concern;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.ColleaguePage;
import org.uplift.access.Directory;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.notification.NotificationKind;
import org.uplift.notification.Notifications;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.thing.Reference;
import org.uplift.thing.ThingKind;

/** What belongs to a concern: its chronology, its actions, who needs to know of it, and who has opened it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.OPEN_CONCERNS)
@Tag(name = "Concerns")
@Cache(noStore = true)
public class ConcernEntryResource {
    @Inject
    Concerns concerns;

    @Inject
    ConcernEntries entries;

    @Inject
    ConcernActions actions;

    @Inject
    NeedsToKnow needs;

    @Inject
    ConcernReads reads;

    @Inject
    People people;

    @Inject
    Notifications notifications;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    MergePatch patches;

    @GET
    @Path("concerns/{id}/entries")
    @Transactional
    @Operation(summary = "Read the chronology of a concern", description = "Newest first. No line is ever changed.")
    public EntryPage entries(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        return entries.of(concerns.open(id), page);
    }

    @POST
    @Path("concerns/{id}/entries")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Add to the chronology of a concern",
            description =
                    "By everyone who may see it, while it is not closed. The answer names the line; its text is read in"
                            + " the chronology.")
    @APIResponseSchema(value = WrittenLine.class, responseCode = "201")
    public Response write(@PathParam("id") UUID id, @NotNull @Valid NewEntry wanted) {
        Concerns.Opened opened = concerns.open(id);
        opened.concern().requireNotClosed();
        Concern.Act act = concerns.act();
        ConcernEntry entry = entries.add(opened, ConcernEntry.Told.note(wanted), act);
        entries.flush();
        record(opened.concern(), "added to the chronology of the concern");
        return written("entries", id, entry.id(), opened.concern().version());
    }

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
        tell(wanted.leadPersonId(), NotificationKind.ACTION_GIVEN, opened.concern());
        record(opened.concern(), "agreed on an action");
        return written("actions", id, action.id(), action.version());
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
            tell(wanted.leadPersonId(), NotificationKind.ACTION_GIVEN, opened.concern());
        }
        record(opened.concern(), what.equals("done") ? "reported an action as done" : "changed an action");
        return Revision.changed(action.line(opened.seal(), concerns.today()), action.version());
    }

    @GET
    @Path("concerns/{id}/need-to-know")
    @Transactional
    @Operation(
            summary = "List who needs to know of a restricted concern",
            description = "With why, and until when. For its safeguarding leads, who know of it without being named.")
    public NeedToKnowList needs(@PathParam("id") UUID id) {
        Concerns.Opened opened = concerns.open(id);
        opened.led();
        return needs.of(opened, concerns.today());
    }

    @POST
    @Path("concerns/{id}/need-to-know")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Name somebody who needs to know of a restricted concern",
            description =
                    "By a safeguarding lead. From then on they may read it, add to its chronology, and do what is given to"
                            + " them; they are told.")
    @APIResponseSchema(value = WrittenLine.class, responseCode = "201")
    public Response name(@PathParam("id") UUID id, @NotNull @Valid NewNeedToKnow wanted) {
        Concerns.Opened opened = concerns.open(id);
        Concern concern = opened.led();
        concern.requireNotClosed();
        needs.requireRoom(id);
        if (needs.names(id, wanted.personId(), concerns.today())) {
            throw Problem.conflict("They are on the list already.");
        }
        Concern.Act act = concerns.act();
        NeedToKnow named = new NeedToKnow(concern, wanted, colleague(wanted.personId(), concern), opened.seal(), act);
        needs.persist(named);
        entries.add(opened, ConcernEntry.Told.change(EntryKind.NEED_TO_KNOW, null, named.name(), wanted.reason()), act);
        entries.flush();
        tell(wanted.personId(), NotificationKind.CONCERN_SHARED, concern);
        return written("need-to-know", id, named.id(), concern.version());
    }

    @POST
    @Path("need-to-know/{id}/end")
    @Transactional
    @Operation(
            summary = "End that somebody needs to know of a concern",
            description = "By a safeguarding lead; it holds at once. That they were named stays known.")
    @APIResponseSchema(NeedToKnowLine.class)
    public Response end(@PathParam("id") UUID id) {
        NeedToKnow named = needs.readable(id);
        Concerns.Opened opened = concerns.open(named.concernId());
        opened.led();
        named.end(concerns.today());
        entries.add(opened, ConcernEntry.Told.change(EntryKind.NEED_TO_KNOW, named.name(), null, null), concerns.act());
        entries.flush();
        return Revision.changed(named.line(opened.seal(), concerns.today()), named.version());
    }

    @GET
    @Path("concerns/{id}/reads")
    @Transactional
    @Operation(
            summary = "List who opened a restricted concern",
            description = "Newest first, for its safeguarding leads.")
    public ReadPage reads(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        return reads.of(concerns.open(id).led().id(), page);
    }

    @GET
    @Path("concerns/{id}/colleagues")
    @Transactional
    @Operation(
            summary = "List who could need to know of a restricted concern",
            description = "Those who work in the school or for the whole trust, by name. For its safeguarding leads.")
    public ColleaguePage colleagues(
            @PathParam("id") UUID id,
            @Parameter(description = "Part of a name") @QueryParam("search") @Size(max = 100) @Nullable String search,
            @Valid @BeanParam PageRequest page) {
        Concern concern = concerns.open(id).led();
        return people.page(Directory.COLLEAGUES, concern.schoolUrn(), concerns.today(), search, page);
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

    private String colleague(UUID id, Concern concern) {
        if (people.among(Directory.COLLEAGUES, List.of(id), concern.schoolUrn(), concerns.today())
                .isEmpty()) {
            throw Problem.invalid(
                    "/personId", "unknown-person", "Nobody with this id works in the school or for the whole trust.");
        }
        return String.valueOf(people.names(List.of(id)).get(id));
    }

    private void record(Concern concern, String done) {
        activities.record(Subject.CONCERN, concern.id().toString(), concern.schoolUrn(), done);
    }

    private void tell(@Nullable UUID whom, NotificationKind kind, Concern concern) {
        if (whom != null) {
            notifications.tell(
                    List.of(whom), kind, new Reference(ThingKind.CONCERN, concern.id(), null), concern.schoolUrn());
        }
    }

    private static Response written(String list, UUID concern, UUID id, int version) {
        return Response.created(URI.create("/api/v1/concerns/" + concern + "/" + list))
                .entity(new WrittenLine(id))
                .tag(String.valueOf(version))
                .build();
    }
}
