package org.uplift.practice;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.Problem;

/** What means the same to who searches good practice, as an administrator keeps it. */
@Path("/api/v1/good-practice/synonyms")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Good practice")
public class PracticeSynonymResource {
    /** A synonym is never changed. */
    private static final String ONLY_VERSION = "0";

    @Inject
    PracticeSynonyms synonyms;

    @Inject
    Activities activities;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_SCHOOLS)
    @Operation(
            summary = "List what means the same",
            description = "Words and phrases of which a search for one finds the other too. Some come with Uplift.")
    public PracticeSynonymList list() {
        return new PracticeSynonymList(synonyms.inOrder());
    }

    @POST
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.KEEP_SYNONYMS)
    @Operation(
            summary = "Add two words that mean the same",
            description = "Words or phrases, each pair once. They count in searches from then on.")
    @APIResponseSchema(value = PracticeSynonymLine.class, responseCode = "201")
    public Response add(@NotNull @Valid NewPracticeSynonym wanted) {
        PracticeSynonymLine added = synonyms.add(wanted).line();
        record(added, "added");
        return Response.created(URI.create("/api/v1/good-practice/synonyms/" + added.id()))
                .entity(added)
                .tag(ONLY_VERSION)
                .build();
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(Permission.KEEP_SYNONYMS)
    @Operation(
            summary = "Take two words that mean the same away",
            description = "To change a pair, take it away and add it again.")
    @APIResponse(responseCode = "204", description = "Taken away")
    public Response takeAway(@PathParam("id") UUID id) {
        PracticeSynonym synonym = synonyms.findByIdOptional(id).orElseThrow(Problem::notFound);
        synonyms.delete(synonym);
        synonyms.flush();
        record(synonym.line(), "took away");
        return Response.noContent().build();
    }

    private void record(PracticeSynonymLine synonym, String verb) {
        activities.record(
                Subject.PRACTICE,
                synonym.id().toString(),
                null,
                verb + " that \"" + synonym.term() + "\" means \"" + synonym.means() + "\"");
    }
}
