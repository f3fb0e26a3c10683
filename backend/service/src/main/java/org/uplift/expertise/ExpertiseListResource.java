package org.uplift.expertise;

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

/** What profiles choose from. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.READ_METHOD)
@Tag(name = "Expertise")
public class ExpertiseListResource {
    @Inject
    Specialisms specialisms;

    @Inject
    Designations designations;

    @GET
    @Path("specialisms")
    @Transactional
    @Operation(
            summary = "List specialisms",
            description = "What somebody can be good at, in their order by area; those no longer in use too.")
    public List<SpecialismLine> specialisms() {
        return specialisms.inOrder().stream().map(Specialism::line).toList();
    }

    @GET
    @Path("designations")
    @Transactional
    @Operation(
            summary = "List designations",
            description = "What somebody was appointed or qualified to be, in their order; those no longer in use too.")
    public List<DesignationLine> designations() {
        return designations.inOrder().stream().map(Designation::line).toList();
    }
}
