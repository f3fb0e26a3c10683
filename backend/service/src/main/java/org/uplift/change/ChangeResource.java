package org.uplift.change;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
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

/** What has changed, for machines that stay in step. */
@Path("/api/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Changes")
public class ChangeResource {
    @Inject
    ChangeItems items;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_CHANGES)
    @Operation(
            summary = "List what has changed",
            description =
                    "In the order in which it was committed, over everything that the caller may see. Send next of"
                            + " the last answer as since, and nothing is missed. An item says which thing has changed and where"
                            + " to read it, not what it says. What is older than the time for which changes are kept is gone: 410.")
    public ChangePage list(
            @Parameter(
                            description =
                                    "After this cursor; from the first that is kept without it, and nothing but next with now",
                            example = "now")
                    @QueryParam("since")
                    @Size(max = 200)
                    @Nullable
                    String since,
            @Parameter(description = "So many at once, 200 at most")
                    @QueryParam("limit")
                    @DefaultValue("100")
                    @Min(1)
                    @Max(200)
                    int limit) {
        return items.since(since, limit);
    }
}
