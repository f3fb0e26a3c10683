package org.uplift.concern;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.delegation.Informing;
import org.uplift.notification.NotificationKind;
import org.uplift.platform.Problem;

/** How concerns end: closed by who may, merged into another one, reopened. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.OPEN_CONCERNS)
@Tag(name = "Concerns")
@Cache(noStore = true)
public class ConcernClosingResource {
    @Inject
    Concerns concerns;

    @Inject
    ConcernActions actions;

    @Inject
    ConcernEntries entries;

    @Inject
    ConcernOutcomes outcomes;

    @Inject
    ConcernStages stages;

    @Inject
    Closers closers;

    @Inject
    Informing informing;

    @Inject
    ConcernNews news;

    @Inject
    ConcernChanges changes;

    @Inject
    Caller caller;

    @POST
    @Path("concerns/{id}/closure")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Close a concern, or ask for it",
            description =
                    "With no open action, an outcome and a summary. Where the scheme of delegation, or for a critical"
                            + " restricted one the rule of two safeguarding leads, gives it to somebody else, it is asked for:"
                            + " closingAsked is true until one of them closes it, or returns it.")
    @APIResponseSchema(ConcernSummary.class)
    public Response close(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Closing wanted) {
        Concerns.Opened opened = changes.open(id, ifMatch);
        Concern concern = opened.concern();
        Concern.Act act = concerns.act();
        concern.requireNotClosed();
        outcomes.on(act.today(), wanted.outcome());
        requireDone(concern);
        Severity severity = concern.severity().orGraver(entries.loweredFrom(concern, act.personId()));
        boolean alone = closers.refusal(
                        severity, concern.isRestricted(), concern.schoolUrn(), concern.ownerId(), concern.askedBy())
                .isEmpty();
        if (alone) {
            concern.close(wanted, opened.seal(), act);
            if (!concern.isRestricted()) {
                Closers.decision(severity).ifPresent(decision -> informing.closed(decision, id, concern.schoolUrn()));
            }
        } else {
            concern.askToClose(wanted, opened.seal(), act);
            news.tell(closers.deciders(concern, severity), NotificationKind.CONCERN_TO_CLOSE, concern);
        }
        changes.note(
                opened,
                ConcernEntry.Told.change(EntryKind.CLOSING, null, alone ? "closed" : "asked", wanted.summary()));
        return changes.save(opened, alone ? "closed the concern" : "asked to close the concern");
    }

    private void requireDone(Concern concern) {
        requireNoOpenAction(concern);
        List<ConcernStage> begun = stages.all(concern.id());
        if (concern.category().isComplaint()
                && (begun.isEmpty() || !begun.stream().allMatch(ConcernStage::isEnded))) {
            throw Problem.conflict("It is a complaint: it closes when its last stage has ended, with an outcome.");
        }
    }

    private void requireNoOpenAction(Concern concern) {
        long open = actions.open(concern.id());
        if (open > 0) {
            throw Problem.conflict(
                    open == 1
                            ? "One of its actions is open; it closes when that is done."
                            : open + " of its actions are open; it closes when they are done.");
        }
    }

    @POST
    @Path("concerns/{id}/return")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Return a concern that somebody has asked to close",
            description = "By who may agree to it, with a reason; or by who has asked.")
    @APIResponseSchema(ConcernSummary.class)
    public Response keepOpen(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Explanation wanted) {
        Concerns.Opened opened = changes.open(id, ifMatch);
        Concern concern = opened.concern();
        UUID asker = concern.askedBy();
        if (asker != null && !asker.equals(caller.personId())) {
            closers.refusal(concern.severity(), concern.isRestricted(), concern.schoolUrn(), concern.ownerId(), asker)
                    .ifPresent(why -> {
                        throw Problem.forbidden(why);
                    });
        }
        concern.keepOpen();
        changes.note(opened, ConcernEntry.Told.change(EntryKind.CLOSING, "asked", "returned", wanted.reason()));
        return changes.save(opened, "returned the concern");
    }

    @POST
    @Path("concerns/{id}/reopening")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Reopen a closed concern", description = "With the reason, which is kept.")
    @APIResponseSchema(ConcernSummary.class)
    public Response reopen(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Explanation wanted) {
        Concerns.Opened opened = changes.open(id, ifMatch);
        opened.concern().reopen();
        changes.note(opened, ConcernEntry.Told.change(EntryKind.REOPENING, "closed", "open", wanted.reason()));
        return changes.save(opened, "reopened the concern");
    }

    @POST
    @Path("concerns/{id}/merging")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Merge a concern into another one of its school",
            description = "This one is closed and names the other, which goes on; both chronologies say so.")
    @APIResponseSchema(ConcernSummary.class)
    public Response merge(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewMerge wanted) {
        Concerns.Opened opened = changes.open(id, ifMatch);
        Concerns.Opened into = concerns.open(wanted.into());
        requireNoOpenAction(opened.concern());
        opened.concern().mergeInto(into.handled(), concerns.act());
        changes.note(
                opened,
                ConcernEntry.Told.change(EntryKind.MERGE, null, ConcernReference.of(wanted.into()), wanted.reason()));
        changes.note(into, ConcernEntry.Told.change(EntryKind.MERGE, ConcernReference.of(id), null, wanted.reason()));
        return changes.save(opened, "merged the concern into another");
    }
}
