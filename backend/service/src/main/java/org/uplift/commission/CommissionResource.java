package org.uplift.commission;

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
import jakarta.ws.rs.core.Context;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Caller;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.expertise.Specialisms;
import org.uplift.notification.NotificationKind;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Revision;
import org.uplift.school.Schools;

/** Support that schools ask for, and that the trust's experts give beyond it. */
@Path("/api/v1/commissions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.READ_COMMISSIONS)
@Tag(name = "Commissions")
public class CommissionResource {
    @Inject
    Commissions commissions;

    @Inject
    CommissionDetails details;

    @Inject
    CommissionSources sources;

    @Inject
    Candidates candidates;

    @Inject
    CommissionNews news;

    @Inject
    Specialisms specialisms;

    @Inject
    Schools schools;

    @Inject
    People people;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @Operation(
            summary = "List commissions",
            description = "Newest first: those for the schools that you see, and those that you give yourself.")
    public CommissionPage list(@Valid @BeanParam CommissionFilter filter, @Valid @BeanParam PageRequest page) {
        return commissions.page(filter, page);
    }

    @POST
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.REQUEST_SUPPORT)
    @Operation(
            summary = "Ask for support",
            description =
                    "By the leaders of the school, or of the trust; for a school beyond the trust by a trust leader. It can"
                            + " come from a need, a priority or a checkpoint of the school, once at a time.")
    @APIResponseSchema(value = CommissionDetail.class, responseCode = "201")
    @APIResponse(
            responseCode = "404",
            description = "There is no such school that you may see",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public Response ask(@NotNull @Valid NewCommission wanted) {
        LocalDate today = LocalDate.now(clock);
        check(wanted, today);
        List<ImpactMeasure> measures = sources.checked(wanted);
        Commission commission = new Commission(wanted, measures, people.self(), today);
        commissions.persistAndFlush(commission);
        news.record(commission, "asked for the support", null);
        news.tellTrust(commission, NotificationKind.SUPPORT_REQUESTED);
        return Response.created(URI.create("/api/v1/commissions/" + commission.id()))
                .entity(details.of(commission.id()))
                .tag(String.valueOf(commission.version()))
                .build();
    }

    @POST
    @Path("candidates")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.REQUEST_SUPPORT)
    @Operation(
            summary = "Rank who might give support that is not asked for yet",
            description = "As for a commission, of support as it is described here. Nothing is stored.")
    @APIResponseSchema(CandidatePage.class)
    @APIResponse(
            responseCode = "404",
            description = "There is no such school that you may see",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public CandidatePage preview(@NotNull @Valid NewCommission wanted, @Valid @BeanParam PageRequest page) {
        LocalDate today = LocalDate.now(clock);
        check(wanted, today);
        return CandidatePage.of(candidates.of(new Commission(wanted, List.of(), people.self(), today)), page);
    }

    private void check(NewCommission wanted, LocalDate today) {
        wanted.check(today);
        Integer urn = wanted.schoolUrn();
        if (urn != null) {
            schools.get(urn);
        }
        caller.require(Permission.REQUEST_SUPPORT, urn);
        specialisms.named("/specialism", wanted.specialism(), today);
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(
            summary = "Read a commission",
            description = "With its days, visits, changes and impact, the approval, and what you can do.")
    @APIResponseSchema(CommissionDetail.class)
    @APIResponse(responseCode = "304", description = "Not changed since you read it")
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        CommissionDetail detail = details.of(id);
        return Revision.readComputed(request, detail, detail.commission().version());
    }
}
