package org.uplift.commission;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Changes;
import org.uplift.activity.Subject;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Revision;

/** Partners outside the trust, with due diligence, rates and what came of their support. */
@Path("/api/v1/partners")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.REQUEST_SUPPORT)
@Tag(name = "Commissions")
public class PartnerResource {
    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    Partners partners;

    @Inject
    Activities activities;

    @Inject
    MergePatch patches;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @Operation(
            summary = "List partners",
            description = "By name, with what was checked of each and what came of their support.")
    public PartnerPage list(
            @Parameter(description = "true: those too who are not asked any more")
                    @QueryParam("ended")
                    @DefaultValue("false")
                    boolean ended,
            @Valid @BeanParam PageRequest page) {
        return partners.page(ended, page, today());
    }

    @POST
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.KEEP_PARTNERS)
    @Operation(
            summary = "Add a partner",
            description = "By a trust leader. Without due diligence in date nobody can commission them.")
    @APIResponseSchema(value = PartnerLine.class, responseCode = "201")
    public Response add(@NotNull @Valid PartnerTerms wanted) {
        partners.requireFree(wanted, NOBODY);
        Partner partner = new Partner(wanted);
        partners.persistAndFlush(partner);
        record(partner, "added", List.of());
        return Response.created(URI.create("/api/v1/partners/" + partner.id()))
                .entity(partners.line(partner.id(), today()))
                .tag(String.valueOf(partner.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read a partner", description = "With the ETag that changing it needs.")
    @APIResponseSchema(PartnerLine.class)
    @APIResponse(responseCode = "304", description = "Not changed since you read it")
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        PartnerLine line = partners.line(id, today());
        return Revision.readComputed(request, line, line.version());
    }

    @PATCH
    @Path("{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @PermissionsAllowed(Permission.KEEP_PARTNERS)
    @Operation(
            summary = "Change a partner, or end them",
            description =
                    "By a trust leader. What is absent stays, what is null goes. Who is ended is not asked any more; what"
                            + " is agreed goes on.")
    @APIResponseSchema(PartnerLine.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = PartnerTerms.class))) JsonNode patch) {
        Partner partner = partners.get(id);
        Revision.check(ifMatch, partner.version(), partners.line(id, today()));
        PartnerTerms before = partner.terms();
        PartnerTerms wanted = patches.apply(before, patch);
        partners.requireFree(wanted, id);
        partner.change(wanted);
        partners.flush();
        List<org.uplift.activity.Change> changes = Changes.between(before, partner.terms());
        if (!changes.isEmpty()) {
            record(partner, "changed", changes);
        }
        return Revision.changed(partners.line(id, today()), partner.version());
    }

    private void record(Partner partner, String did, List<org.uplift.activity.Change> changes) {
        activities.record(
                Subject.PARTNER, partner.id().toString(), null, did + " the partner " + partner.name(), null, changes);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
