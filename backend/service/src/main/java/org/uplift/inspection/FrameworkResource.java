package org.uplift.inspection;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Permission;

/** What inspections can say, by framework. */
@Path("/api/v1/inspection-frameworks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Inspections")
public class FrameworkResource {
    @Inject
    Frameworks frameworks;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_INSPECTIONS)
    @Operation(
            summary = "List the inspection frameworks",
            description =
                    "With their code lists; codes that are no longer used are there, for the inspections that used them.")
    public FrameworkList list() {
        return new FrameworkList(List.copyOf(frameworks.all().values()));
    }

    /** Every framework, in the order in which they are shown. */
    public record FrameworkList(List<Framework> results) {}
}
