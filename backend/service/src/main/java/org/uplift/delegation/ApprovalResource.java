package org.uplift.delegation;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;

/** What waits for somebody to decide it. */
@Path("/api/v1/approvals")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Delegation")
public class ApprovalResource {
    @Inject
    Approvals approvals;

    @Inject
    Opinions opinions;

    @Inject
    Activities activities;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.DECIDE_APPROVALS)
    @Operation(
            summary = "List approvals that are yours to decide",
            description =
                    "By the bodies that you belong to, newest first. Those that wait are there only where you did not"
                            + " ask yourself.")
    public ApprovalPage list(
            @Parameter(description = "waiting: what waits for you") @QueryParam("status") @Nullable
                    ApprovalStatus status,
            @Valid @BeanParam PageRequest page) {
        return approvals.forCaller(status, page);
    }

    @GET
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "Read an approval",
            description = "With the rule by which it is decided, and what those said who are consulted.")
    public ApprovalDetail get(@PathParam("id") UUID id) {
        return detail(approvals.known(id));
    }

    @POST
    @Path("{id}/opinions")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.READ_CYCLES)
    @Operation(
            summary = "Say what you think of what is to be decided",
            description =
                    "As somebody whom the scheme of delegation consults, until it is decided. It is kept with your name, and"
                            + " never changed.")
    @APIResponseSchema(value = ApprovalDetail.class, responseCode = "201")
    public Response say(@PathParam("id") UUID id, @NotNull @Valid NewOpinion wanted) {
        Approval approval = approvals.known(id);
        opinions.say(approval, wanted.text());
        Decision decision = approval.decision();
        activities.record(
                decision.subject(),
                approval.subjectId().toString(),
                approval.schoolUrn(),
                "said what they think of " + decision.words());
        return Response.created(URI.create("/api/v1/approvals/" + id))
                .entity(detail(approval))
                .tag(approval.status().code())
                .build();
    }

    private ApprovalDetail detail(Approval approval) {
        return new ApprovalDetail(
                approval.summary(),
                approval.rule().summary(),
                opinions.on(approval),
                opinions.speaksFor(approval).isPresent(),
                approvals.mayDecide(approval));
    }
}
