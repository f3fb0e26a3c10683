package org.uplift.concern;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.platform.Problem;
import org.uplift.school.Schools;

/** The concerns of a school as numbers. */
@Path("/api/v1/schools/{urn}/concern-counts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Concerns")
@Cache(noStore = true)
public class SchoolConcernCountsResource {
    @Inject
    ConcernThemes themes;

    @Inject
    Schools schools;

    @Inject
    Caller caller;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.COUNT_CONCERNS)
    @Operation(
            summary = "Count the open concerns of a school",
            description =
                    "As members of committees and trustees see them, who read none of them: small numbers are suppressed,"
                            + " for every reader alike.")
    public ConcernCounts get(@PathParam("urn") int urn) {
        if (!caller.scope(Permission.COUNT_CONCERNS).covers(schools.get(urn).urn())) {
            throw Problem.notFound();
        }
        return themes.counts(urn);
    }
}
