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

/** Concerns: raising them, reading them, and what is said of them while they are open. */
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
    ConcernDrafts drafts;

    @Inject
    ConcernReceipts receipts;

    @Inject
    People people;

    @Inject
    ConcernNews news;

    @Inject
    ConcernChanges changes;

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
        Concerns.Opened opened = changes.open(id, ifMatch);
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
            changes.note(
                    opened,
                    ConcernEntry.Told.change(EntryKind.OWNER, named(before.ownerPersonId()), owner.orElse(null), null));
            news.tell(
                    Optional.ofNullable(wanted.ownerPersonId()).map(Set::of).orElse(Set.of()),
                    NotificationKind.CONCERN_GIVEN,
                    concern);
        }
        return changes.save(opened, "settled who sees to the concern");
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
        Concerns.Opened opened = changes.open(id, ifMatch);
        Severity before = opened.concern().severity();
        opened.concern().assess(wanted.severity());
        changes.note(
                opened,
                ConcernEntry.Told.change(
                        EntryKind.SEVERITY, before.code(), wanted.severity().code(), wanted.rationale()));
        if (!before.isGrave()
                && wanted.severity().isGrave()
                && !opened.concern().isRestricted()) {
            news.tell(leaders(opened.concern()), NotificationKind.CONCERN_RAISED, opened.concern());
        }
        return changes.save(opened, "changed the severity of the concern");
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
        Concerns.Opened opened = changes.open(id, ifMatch);
        ConcernStatus before = opened.concern().status();
        opened.concern().move(wanted.status());
        changes.note(
                opened,
                ConcernEntry.Told.change(
                        EntryKind.STATUS, before.code(), wanted.status().code(), wanted.reason()));
        return changes.save(opened, "moved the concern to " + wanted.status().code());
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
        changes.note(
                opened,
                ConcernEntry.Told.change(
                        EntryKind.RESTRICTION, restriction(before), restriction(wanted.restricted()), wanted.reason()));
        return changes.save(
                opened, wanted.restricted() ? "restricted the concern" : "lifted the restriction of the concern");
    }

    private static String restriction(boolean restricted) {
        return restricted ? "restricted" : "not-restricted";
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
        Concerns.Opened opened = changes.open(id, ifMatch);
        opened.concern().hold(wanted.held());
        changes.note(
                opened,
                ConcernEntry.Told.change(EntryKind.HOLD, null, wanted.held() ? "held" : "not-held", wanted.reason()));
        return changes.save(opened, wanted.held() ? "held the concern" : "lifted the hold of the concern");
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
