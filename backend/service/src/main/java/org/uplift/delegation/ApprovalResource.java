package org.uplift.delegation;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.platform.PageRequest;

/** What waits for somebody to decide it. */
@Path("/api/v1/approvals")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Delegation")
public class ApprovalResource {
    @Inject
    Approvals approvals;

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
}
