package org.uplift.webhook;

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
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Changes;
import org.uplift.activity.Subject;
import org.uplift.platform.FieldError;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.school.Schools;
import org.uplift.sealing.KeyRing;

/** Addresses to which changes are delivered by themselves. */
@Path("/api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.MANAGE_INTEGRATIONS)
@Tag(name = "Webhooks")
public class WebhookResource {
    @Inject
    Webhooks webhooks;

    @Inject
    Deliveries deliveries;

    @Inject
    Receivers receivers;

    @Inject
    Schools schools;

    @Inject
    Activities activities;

    @Inject
    MergePatch patches;

    @Inject
    KeyRing keys;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @Operation(
            summary = "List webhooks",
            description = "By name, with how much waits, and how much has failed for good.")
    public WebhookPage list(@Valid @BeanParam PageRequest page) {
        PanacheQuery<Webhook> found = webhooks.byName().page(page.page - 1, page.pageSize);
        return new WebhookPage(webhooks.details(found.list()), Paging.of(page, found.count()));
    }

    @POST
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Register a webhook",
            description =
                    "From now on it is noted what is to be delivered. Nothing is sent before a secret has been asked for,"
                            + " because nothing is sent unsigned.")
    @APIResponseSchema(value = WebhookDetail.class, responseCode = "201")
    public Response create(@NotNull @Valid WebhookTerms terms) {
        check(terms);
        webhooks.requireFree(terms.name(), null);
        Webhook webhook = new Webhook(terms, keys, clock.instant());
        webhooks.persistAndFlush(webhook);
        record(webhook, "registered", List.of());
        return Response.created(URI.create("/api/v1/webhooks/" + webhook.id()))
                .entity(webhooks.detail(webhook))
                .tag(String.valueOf(webhook.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read a webhook", description = "Never with its secret.")
    @APIResponseSchema(WebhookDetail.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        Webhook webhook = webhooks.get(id);
        return Revision.readComputed(request, webhooks.detail(webhook), webhook.version());
    }

    @PATCH
    @Path("{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            summary = "Change a webhook",
            description =
                    "Name, address, kinds and schools; what is absent stays, a list is replaced whole. What waits is"
                            + " delivered to the new address.")
    @APIResponseSchema(WebhookDetail.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = WebhookTerms.class))) JsonNode patch) {
        Webhook webhook = webhooks.get(id);
        Revision.check(ifMatch, webhook.version(), webhooks.detail(webhook));
        WebhookTerms before = webhook.terms();
        WebhookTerms terms = patches.apply(before, patch);
        check(terms);
        webhooks.requireFree(terms.name(), id);
        webhook.change(terms);
        webhooks.flush();
        record(
                webhook,
                "changed",
                Changes.between(before.recorded(), webhook.terms().recorded()));
        return Revision.changed(webhooks.detail(webhook), webhook.version());
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @Operation(summary = "Remove a webhook", description = "With all that was to be delivered, and its deliveries.")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Webhook webhook = webhooks.get(id);
        Revision.check(ifMatch, webhook.version(), webhooks.detail(webhook));
        webhooks.delete(webhook);
        webhooks.flush();
        record(webhook, "removed", List.of());
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/pause")
    @Transactional
    @Operation(
            summary = "Pause a webhook",
            description =
                    "Nothing is delivered until it is resumed; what changes meanwhile waits, for as long as deliveries are"
                            + " kept. If-Match is checked when it is sent.")
    @APIResponseSchema(WebhookDetail.class)
    public Response pause(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Webhook webhook = read(id, ifMatch);
        webhook.pause(clock.instant());
        webhooks.flush();
        record(webhook, "paused", List.of());
        return Revision.changed(webhooks.detail(webhook), webhook.version());
    }

    @POST
    @Path("{id}/resumption")
    @Transactional
    @Operation(
            summary = "Resume a webhook",
            description =
                    "What waits is delivered. What has failed for good stays so until it is replayed. If-Match is checked"
                            + " when it is sent.")
    @APIResponseSchema(WebhookDetail.class)
    public Response resume(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Webhook webhook = read(id, ifMatch);
        webhook.resume(clock.instant());
        webhooks.flush();
        record(webhook, "resumed", List.of());
        return Revision.changed(webhooks.detail(webhook), webhook.version());
    }

    @POST
    @Path("{id}/secret")
    @Transactional
    @Operation(
            summary = "Make a new secret of a webhook",
            description =
                    "It is shown once. The secret before it signs too for 24 hours, so that the receiver can change over;"
                            + " one before that no more. If-Match is checked when it is sent.")
    @APIResponseSchema(WebhookSecret.class)
    public Response newSecret(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Webhook webhook = read(id, ifMatch);
        Instant now = clock.instant();
        String secret = Signature.newSecret();
        webhook.give(secret, keys, now);
        webhooks.flush();
        record(webhook, "made a new secret of", List.of());
        CacheControl nowhere = new CacheControl();
        nowhere.setNoStore(true);
        return Response.ok(new WebhookSecret(secret, webhook.previousUntil(now), webhook.version()))
                .cacheControl(nowhere)
                .tag(String.valueOf(webhook.version()))
                .build();
    }

    @POST
    @Path("{id}/test")
    @Transactional
    @Operation(
            summary = "Test a webhook",
            description =
                    "A delivery of the kind test, signed like every other, is tried once within seconds, also while the"
                            + " webhook is paused. What came of it stands among the deliveries.")
    @APIResponseSchema(value = DeliveryLine.class, responseCode = "202", responseDescription = "On its way")
    public Response test(@PathParam("id") UUID id) {
        Webhook webhook = webhooks.get(id);
        webhook.requireSecret();
        Delivery test = Delivery.test(webhook, clock.instant());
        deliveries.persist(test);
        return Response.accepted(test.line()).build();
    }

    @POST
    @Path("{id}/replay")
    @Transactional
    @Operation(
            summary = "Replay all dead deliveries of a webhook",
            description = "Each is tried again as if it were new, under its old id.")
    public Replayed replay(@PathParam("id") UUID id) {
        Webhook webhook = webhooks.get(id);
        int replayed = deliveries.replayDead(id, clock.instant());
        if (replayed > 0) {
            record(webhook, "replayed " + replayed + (replayed == 1 ? " delivery of" : " deliveries of"), List.of());
        }
        return new Replayed(replayed);
    }

    private Webhook read(UUID id, @Nullable String ifMatch) {
        Webhook webhook = webhooks.get(id);
        if (ifMatch != null) {
            Revision.check(ifMatch, webhook.version(), webhooks.detail(webhook));
        }
        return webhook;
    }

    /** The address has to be one to which is delivered, and the schools in the register. */
    private void check(WebhookTerms terms) {
        receivers.require(terms.address());
        Set<Integer> known = schools.within(Permission.READ_SCHOOLS);
        List<FieldError> errors = new ArrayList<>();
        for (int at = 0; at < terms.wanted().size(); at++) {
            Integer urn = terms.wanted().get(at);
            if (!known.contains(urn)) {
                errors.add(new FieldError(
                        "/schools/" + at, "unknown-school", "There is no school " + urn + " in the register."));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private void record(Webhook webhook, String did, List<Change> changes) {
        activities.record(
                Subject.WEBHOOK, webhook.id().toString(), null, did + " the webhook " + webhook.name(), null, changes);
    }
}
