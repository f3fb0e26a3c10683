package org.uplift.concern;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.uplift.access.Permission;
import org.uplift.platform.PageRequest;

/** Concerns as a whole, rather than one by one: their themes, and what was deleted after its retention date. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.READ_CONCERNS)
@Tag(name = "Concerns")
@Cache(noStore = true)
public class ConcernOversightResource {
    @Inject
    ConcernThemes themes;

    @Inject
    ConcernDeletions deletions;

    @GET
    @Path("concern-themes")
    @Transactional
    @Operation(
            summary = "Read what concerns are about across schools",
            description = "Themes, how old open concerns are, who owns how many, and which schools have most.")
    public ThemesDetail themes() {
        return themes.today();
    }

    @GET
    @Path("concern-deletions")
    @Transactional
    @Operation(
            summary = "List what was deleted after its retention date",
            description =
                    "The daily runs that deleted concerns, newest first, for those who read the concerns of the whole trust;"
                            + " of restricted ones for its safeguarding leads.")
    public DeletionPage deletions(@Valid @BeanParam PageRequest page) {
        return deletions.page(page);
    }
}
