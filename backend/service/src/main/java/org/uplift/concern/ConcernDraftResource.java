package org.uplift.concern;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.uplift.access.Permission;

/** What somebody is writing of a concern: kept here, sealed, and never in a browser. */
@Path("/api/v1/me/concern-draft")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.RAISE_CONCERNS)
@Tag(name = "Concerns")
@Cache(noStore = true)
public class ConcernDraftResource {
    @Inject
    ConcernDrafts drafts;

    @GET
    @Transactional
    @Operation(
            summary = "Read the concern that you are writing",
            description =
                    "Without any field when you are writing none. Nobody else reads it; after 30 days it is forgotten.")
    public DraftTerms get() {
        return drafts.mine().orElseGet(() -> new DraftTerms(null, null, null, null, null, null));
    }

    @PUT
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Keep the concern that you are writing",
            description = "As far as it has come. Raising a concern forgets it.")
    public DraftTerms save(@NotNull @Valid DraftTerms terms) {
        drafts.save(terms);
        return terms;
    }

    @DELETE
    @Transactional
    @Operation(summary = "Forget the concern that you are writing", description = "Whether or not there is one.")
    @APIResponse(responseCode = "204", description = "Forgotten")
    public void delete() {
        drafts.forget();
    }
}
