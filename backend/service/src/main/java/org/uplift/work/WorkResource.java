package org.uplift.work;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Permission;

/** What the person who is signed in has to do next. */
@Path("/api/v1/me/work")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "My work")
public class WorkResource {
    @Inject
    Work work;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.OWN_WORK)
    @Operation(
            summary = "List what waits for you",
            description =
                    "Actions that you lead, checkpoints and planned activities of the next 14 days, checkpoints to sign, approvals to decide,"
                            + " targets in trouble of priorities that you lead or of your school, challenges, actions from meetings, terms of"
                            + " office, good practice to look at again, support that waits for you, profiles to confirm, rows in quarantine. 200 of each"
                            + " at most.")
    public MyWork get() {
        return work.mine();
    }
}
