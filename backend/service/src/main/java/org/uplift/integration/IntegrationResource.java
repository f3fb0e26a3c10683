package org.uplift.integration;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Changes;
import org.uplift.activity.Subject;
import org.uplift.ingest.RowKind;
import org.uplift.platform.FieldError;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.school.Schools;

/** Which machines send data; what changes here holds from their next request on. */
@Path("/api/v1/integrations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.MANAGE_INTEGRATIONS)
@Tag(name = "Integrations")
public class IntegrationResource {
    @Inject
    Integrations integrations;

    @Inject
    Schools schools;

    @Inject
    @Any
    Instance<RowKind> kinds;

    @Inject
    Activities activities;

    @Inject
    MergePatch patches;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @Operation(
            summary = "List integrations",
            description = "Those in force first, by name; with what each has sent, and what is late.")
    public IntegrationPage list(@Valid @BeanParam PageRequest page) {
        PanacheQuery<Integration> found = integrations.byName().page(page.page - 1, page.pageSize);
        return new IntegrationPage(integrations.details(found.list()), Paging.of(page, found.count()));
    }

    @POST
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Register an integration",
            description = "The client, made in Keycloak with a service account and the role mis-integration, may then"
                    + " send these kinds of rows for these schools, whatever memberships it had before. One registration"
                    + " per client is in force.")
    @APIResponseSchema(value = IntegrationDetail.class, responseCode = "201")
    public Response create(@NotNull @Valid NewIntegration wanted) {
        check(wanted.terms());
        if (integrations.has(wanted.clientId())) {
            throw Problem.conflict("The client " + wanted.clientId() + " is registered already.");
        }
        Integration integration = new Integration(wanted.clientId(), wanted.terms(), clock.instant());
        integrations.persistAndFlush(integration);
        record(integration, "registered", null, List.of());
        return Response.created(URI.create("/api/v1/integrations/" + integration.id()))
                .entity(integrations.detail(integration))
                .tag(String.valueOf(integration.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(
            summary = "Read an integration",
            description = "With its last push of each kind, error rates over the last 30 days, and what is late.")
    @APIResponseSchema(IntegrationDetail.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        Integration integration = integrations.get(id);
        return Revision.readComputed(request, integrations.detail(integration), integration.version());
    }

    @PATCH
    @Path("{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            summary = "Change an integration",
            description = "Name, schools, kinds and contact; what is absent stays, a list is replaced whole.")
    @APIResponseSchema(IntegrationDetail.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = IntegrationTerms.class)))
                    JsonNode patch) {
        Integration integration = integrations.get(id);
        Revision.check(ifMatch, integration.version(), integrations.detail(integration));
        IntegrationTerms before = integration.terms();
        IntegrationTerms terms = patches.apply(before, patch);
        check(terms);
        integration.change(terms);
        integrations.flush();
        record(integration, "changed", null, Changes.between(before, integration.terms()));
        return Revision.changed(integrations.detail(integration), integration.version());
    }

    @POST
    @Path("{id}/revocation")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Revoke an integration",
            description =
                    "For good and at once: the client's next push is refused with 403, and files of it that wait"
                            + " or are being taken in are cancelled, of which nothing is kept. What it has sent before stays. If-Match is checked when it is sent.")
    @APIResponseSchema(IntegrationDetail.class)
    public Response revoke(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Revocation revocation) {
        Integration integration = integrations.get(id);
        if (ifMatch != null) {
            Revision.check(ifMatch, integration.version(), integrations.detail(integration));
        }
        integration.revoke(revocation.reason().strip(), clock.instant());
        integrations.flush();
        integrations.cancelJobs(integration);
        record(integration, "revoked", revocation.reason().strip(), List.of());
        return Revision.changed(integrations.detail(integration), integration.version());
    }

    /** Schools have to be in the register, kinds known. */
    private void check(IntegrationTerms terms) {
        Set<Integer> known = schools.within(Permission.READ_SCHOOLS);
        Set<String> codes = kinds.stream().map(RowKind::code).collect(Collectors.toCollection(TreeSet::new));
        List<FieldError> errors = new ArrayList<>();
        for (int at = 0; at < terms.schools().size(); at++) {
            if (!known.contains(terms.schools().get(at))) {
                errors.add(new FieldError(
                        "/schools/" + at,
                        "unknown-school",
                        "There is no school " + terms.schools().get(at) + " in the register."));
            }
        }
        for (int at = 0; at < terms.kinds().size(); at++) {
            String kind = terms.kinds().get(at).kind();
            if (!codes.contains(kind)) {
                errors.add(new FieldError(
                        "/kinds/" + at + "/kind",
                        "unknown-code",
                        "\"" + kind + "\" is no kind of rows; use " + String.join(", ", codes) + "."));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private void record(Integration integration, String did, @Nullable String reason, List<Change> changes) {
        activities.record(
                Subject.INTEGRATION,
                integration.id().toString(),
                null,
                did + " the integration " + integration.name() + " (" + integration.clientId() + ")",
                reason,
                changes);
    }
}
