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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.ColleaguePage;
import org.uplift.access.Directory;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.access.Role;
import org.uplift.notification.NotificationKind;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.sealing.KeyRing;

/** Concerns, from when they are raised until they are closed. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.OPEN_CONCERNS)
@Tag(name = "Concerns")
@Cache(noStore = true)
public class ConcernResource {
    @Inject
    Concerns concerns;

    @Inject
    ConcernCategories categories;

    @Inject
    ConcernSources sources;

    @Inject
    ConcernOutcomes outcomes;

    @Inject
    ConcernEntries entries;

    @Inject
    ConcernActions actions;

    @Inject
    ConcernDrafts drafts;

    @Inject
    ConcernStages stages;

    @Inject
    ConcernReceipts receipts;

    @Inject
    Closers closers;

    @Inject
    People people;

    @Inject
    ConcernNews news;

    @Inject
    Caller caller;

    @Inject
    KeyRing keys;

    @Inject
    MergePatch patches;

    @GET
    @Path("concern-lists")
    @Transactional
    @Operation(
            summary = "Read the code lists of concerns",
            description = "Categories, sources and outcomes in their order, those no longer in use too.")
    public ConcernLists lists() {
        return new ConcernLists(
                categories.inOrder().stream().map(ConcernCategory::category).toList(),
                sources.inOrder().stream().map(ConcernSource::line).toList(),
                outcomes.inOrder().stream().map(ConcernOutcome::line).toList());
    }

    @GET
    @Path("concerns")
    @Transactional
    @Operation(
            summary = "List concerns",
            description =
                    "Those of your schools that you may read. A restricted one is there for the safeguarding leads of"
                            + " its school and for those whom they named; what people wrote of it stands on its own page.")
    public ConcernPage list(@Valid @BeanParam ConcernFilter filter, @Valid @BeanParam PageRequest page) {
        return concerns.page(filter, page);
    }

    @POST
    @Path("concerns")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.RAISE_CONCERNS)
    @Operation(
            summary = "Raise a concern",
            description =
                    "By anyone with a role at the school. A restricted one, and any about safeguarding, is from then on"
                            + " its safeguarding leads': you keep the receipt.")
    @APIResponseSchema(value = ReceiptLine.class, responseCode = "201")
    @APIResponse(
            responseCode = "404",
            description = "There is no such school that you may see",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public Response raise(@NotNull @Valid RaiseConcern wanted) {
        requireRole(wanted.schoolUrn());
        Concern.Act act = concerns.act();
        ConcernCategory category = categories.on(act.today(), wanted.category());
        Concern concern = new Concern(wanted, category, source(wanted.source(), act), keys, act);
        concerns.persist(concern);
        ConcernReceipt receipt = new ConcernReceipt(concern, act.personId());
        receipts.persistAndFlush(receipt);
        drafts.forget();
        news.record(concern, "raised a concern");
        news.tell(
                concern.isRestricted() ? leads(concern) : concern.severity().isGrave() ? leaders(concern) : Set.of(),
                NotificationKind.CONCERN_RAISED,
                concern);
        return Response.created(URI.create("/api/v1/concerns/" + concern.id()))
                .entity(receipt.line(null))
                .tag(String.valueOf(concern.version()))
                .build();
    }

    /** Where somebody has no role at all, there is no such school for them. */
    private void requireRole(int schoolUrn) {
        if (!caller.scope(Permission.OPEN_CONCERNS).covers(schoolUrn)) {
            throw Problem.notFound();
        }
        caller.require(Permission.RAISE_CONCERNS, schoolUrn);
    }

    @GET
    @Path("concern-receipts")
    @Transactional
    @Operation(
            summary = "List what you raised",
            description = "Newest first: that you raised it, not what became of it.")
    public ReceiptPage receipts(@Valid @BeanParam PageRequest page) {
        return receipts.mine(page);
    }

    @GET
    @Path("concerns/{id}")
    @Transactional
    @Operation(
            summary = "Read a concern",
            description =
                    "A restricted one needs a token whose acr reaches the level that the answer names, of the last"
                            + " minutes: 401 with acrValues (RFC 9470). Each time that somebody opens one is kept.")
    @APIResponseSchema(ConcernSummary.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        ConcernSummary concern = concerns.summary(concerns.open(id).concern());
        return Revision.readComputed(request, concern, concern.version());
    }

    @PATCH
    @Path("concerns/{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            summary = "Settle who sees to a concern, and when it is looked at again",
            description =
                    "What is absent stays, what is null goes. What was written when it was raised is never changed.")
    @APIResponseSchema(ConcernSummary.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ConcernTerms.class))) JsonNode patch) {
        Concerns.Opened opened = changed(id, ifMatch);
        Concern concern = opened.concern();
        Concern.Act act = concerns.act();
        ConcernTerms before = concern.terms();
        ConcernTerms wanted = patches.apply(before, patch);
        if (!Objects.equals(wanted.source(), before.source())) {
            source(wanted.source(), act);
        }
        boolean given = !Objects.equals(wanted.ownerPersonId(), before.ownerPersonId());
        Optional<String> owner = given ? owner(wanted.ownerPersonId(), concern) : Optional.empty();
        concern.settle(wanted);
        if (given) {
            note(
                    opened,
                    ConcernEntry.Told.change(EntryKind.OWNER, named(before.ownerPersonId()), owner.orElse(null), null));
            news.tell(
                    Optional.ofNullable(wanted.ownerPersonId()).map(Set::of).orElse(Set.of()),
                    NotificationKind.CONCERN_GIVEN,
                    concern);
        }
        return saved(opened, "settled who sees to the concern");
    }

    @POST
    @Path("concerns/{id}/severity")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change the severity of a concern", description = "With the rationale, which is kept.")
    @APIResponseSchema(ConcernSummary.class)
    public Response severity(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewSeverity wanted) {
        Concerns.Opened opened = changed(id, ifMatch);
        Severity before = opened.concern().severity();
        opened.concern().assess(wanted.severity());
        note(
                opened,
                ConcernEntry.Told.change(
                        EntryKind.SEVERITY, before.code(), wanted.severity().code(), wanted.rationale()));
        if (!before.isGrave()
                && wanted.severity().isGrave()
                && !opened.concern().isRestricted()) {
            news.tell(leaders(opened.concern()), NotificationKind.CONCERN_RAISED, opened.concern());
        }
        return saved(opened, "changed the severity of the concern");
    }

    @POST
    @Path("concerns/{id}/status")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Move a concern between open and monitoring",
            description = "Monitoring: what was to be done is done, and one watches whether it holds.")
    @APIResponseSchema(ConcernSummary.class)
    public Response status(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewStatus wanted) {
        Concerns.Opened opened = changed(id, ifMatch);
        ConcernStatus before = opened.concern().status();
        opened.concern().move(wanted.status());
        note(
                opened,
                ConcernEntry.Told.change(
                        EntryKind.STATUS, before.code(), wanted.status().code(), wanted.reason()));
        return saved(opened, "moved the concern to " + wanted.status().code());
    }

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
        Concerns.Opened opened = changed(id, ifMatch);
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
        } else {
            concern.askToClose(wanted, opened.seal(), act);
            news.tell(closers.deciders(concern, severity), NotificationKind.CONCERN_TO_CLOSE, concern);
        }
        note(opened, ConcernEntry.Told.change(EntryKind.CLOSING, null, alone ? "closed" : "asked", wanted.summary()));
        return saved(opened, alone ? "closed the concern" : "asked to close the concern");
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
        Concerns.Opened opened = changed(id, ifMatch);
        Concern concern = opened.concern();
        UUID asker = concern.askedBy();
        if (asker != null && !asker.equals(caller.personId())) {
            closers.refusal(concern.severity(), concern.isRestricted(), concern.schoolUrn(), concern.ownerId(), asker)
                    .ifPresent(why -> {
                        throw Problem.forbidden(why);
                    });
        }
        concern.keepOpen();
        note(opened, ConcernEntry.Told.change(EntryKind.CLOSING, "asked", "returned", wanted.reason()));
        return saved(opened, "returned the concern");
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
        Concerns.Opened opened = changed(id, ifMatch);
        opened.concern().reopen();
        note(opened, ConcernEntry.Told.change(EntryKind.REOPENING, "closed", "open", wanted.reason()));
        return saved(opened, "reopened the concern");
    }

    @POST
    @Path("concerns/{id}/restriction")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Restrict a concern, or lift that",
            description =
                    "By a safeguarding lead of the school. Restricted it is gone for everybody else, with what was told"
                            + " of it and what points at it, and the lead who said so owns it.")
    @APIResponseSchema(ConcernSummary.class)
    public Response restrict(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewRestriction wanted) {
        Concerns.Opened opened = concerns.open(id);
        if (!caller.holds(Role.SAFEGUARDING_LEAD, opened.concern().schoolUrn())) {
            throw Problem.forbidden("A safeguarding lead of the school decides this.");
        }
        Revision.check(ifMatch, opened.concern().version(), concerns.summary(opened.concern()));
        boolean before = opened.concern().isRestricted();
        opened.concern().restrict(wanted.restricted(), concerns.act());
        note(
                opened,
                ConcernEntry.Told.change(
                        EntryKind.RESTRICTION, restriction(before), restriction(wanted.restricted()), wanted.reason()));
        return saved(opened, wanted.restricted() ? "restricted the concern" : "lifted the restriction of the concern");
    }

    private static String restriction(boolean restricted) {
        return restricted ? "restricted" : "not-restricted";
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
        Concerns.Opened opened = changed(id, ifMatch);
        Concerns.Opened into = concerns.open(wanted.into());
        requireNoOpenAction(opened.concern());
        opened.concern().mergeInto(into.handled(), concerns.act());
        note(
                opened,
                ConcernEntry.Told.change(EntryKind.MERGE, null, ConcernReference.of(wanted.into()), wanted.reason()));
        note(into, ConcernEntry.Told.change(EntryKind.MERGE, ConcernReference.of(id), null, wanted.reason()));
        return saved(opened, "merged the concern into another");
    }

    @POST
    @Path("concerns/{id}/hold")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Hold a concern, or lift that",
            description = "What is held is kept past its retention date, as for a case before a court.")
    @APIResponseSchema(ConcernSummary.class)
    public Response hold(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewHold wanted) {
        Concerns.Opened opened = changed(id, ifMatch);
        opened.concern().hold(wanted.held());
        note(
                opened,
                ConcernEntry.Told.change(EntryKind.HOLD, null, wanted.held() ? "held" : "not-held", wanted.reason()));
        return saved(opened, wanted.held() ? "held the concern" : "lifted the hold of the concern");
    }

    @GET
    @Path("concerns/{id}/owners")
    @Transactional
    @Operation(
            summary = "List who can own a concern",
            description = "Leaders and safeguarding leads by name; of a restricted one safeguarding leads alone.")
    public ColleaguePage owners(
            @PathParam("id") UUID id,
            @Parameter(description = "Part of a name") @QueryParam("search") @Size(max = 100) @Nullable String search,
            @Valid @BeanParam PageRequest page) {
        Concern concern = concerns.open(id).handled();
        return people.page(directory(concern), concern.schoolUrn(), concerns.today(), search, page);
    }

    private Concerns.Opened changed(UUID id, @Nullable String ifMatch) {
        Concerns.Opened opened = concerns.open(id);
        Revision.check(ifMatch, opened.handled().version(), concerns.summary(opened.concern()));
        return opened;
    }

    private void note(Concerns.Opened opened, ConcernEntry.Told told) {
        entries.add(opened, told, concerns.act());
    }

    private Response saved(Concerns.Opened opened, String done) {
        Concern concern = opened.concern();
        concerns.flush();
        news.record(concern, done);
        return Revision.changed(concerns.summary(concern), concern.version());
    }

    private @Nullable String source(@Nullable String code, Concern.Act act) {
        return code == null ? null : sources.on(act.today(), code).code();
    }

    /** What the one is called who is to own a concern; 422 for who cannot. */
    private Optional<String> owner(@Nullable UUID id, Concern concern) {
        if (id == null) {
            return Optional.empty();
        }
        if (people.among(directory(concern), List.of(id), concern.schoolUrn(), concerns.today())
                .isEmpty()) {
            throw Problem.invalid(
                    "/ownerPersonId",
                    "unknown-person",
                    concern.isRestricted()
                            ? "A safeguarding lead of the school owns it; choose from its owners."
                            : "A leader or safeguarding lead of the school owns it; choose from its owners.");
        }
        return Optional.ofNullable(named(id));
    }

    private static Directory directory(Concern concern) {
        return concern.isRestricted() ? Directory.SAFEGUARDING_LEADS : Directory.CONCERN_OWNERS;
    }

    private @Nullable String named(@Nullable UUID person) {
        return person == null ? null : people.names(List.of(person)).get(person);
    }

    private Set<UUID> leads(Concern concern) {
        return people.holders(Role.SAFEGUARDING_LEAD, concern.schoolUrn(), concerns.today());
    }

    private Set<UUID> leaders(Concern concern) {
        Set<UUID> leaders = new HashSet<>(people.holders(Role.TRUST_LEADER, null, concerns.today()));
        leaders.addAll(people.headteachers(concern.schoolUrn(), concerns.today()));
        return leaders;
    }
}
