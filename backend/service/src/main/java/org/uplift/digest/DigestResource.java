package org.uplift.digest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.platform.MergePatch;
import org.uplift.platform.Revision;

/** How often the person who is signed in is told by e-mail what waits for them. */
@Path("/api/v1/me/digest")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.OWN_WORK)
@Tag(name = "My work")
public class DigestResource {
    @Inject
    Digests digests;

    @Inject
    Post post;

    @Inject
    People people;

    @Inject
    MergePatch patches;

    @GET
    @Transactional
    @Operation(summary = "Read how often your digest comes", description = "With the ETag that changing it needs.")
    @APIResponseSchema(DigestDetail.class)
    public Response get(@Context Request request) {
        DigestDetail digest = detail();
        return Revision.readComputed(request, digest, digest.version());
    }

    @PATCH
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            summary = "Choose how often your digest comes",
            description = "It says how much waits for you, and never what that is.")
    @APIResponseSchema(DigestDetail.class)
    public Response change(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = DigestTerms.class))) JsonNode patch) {
        DigestDetail before = detail();
        Revision.check(ifMatch, before.version(), before);
        digests.choose(patches.apply(new DigestTerms(before.frequency()), patch).frequency());
        DigestDetail digest = detail();
        return Revision.changed(digest, digest.version());
    }

    private DigestDetail detail() {
        Digests.Chosen chosen = digests.own();
        return new DigestDetail(chosen.frequency(), people.self().email(), post.isOpen(), chosen.version());
    }
}
