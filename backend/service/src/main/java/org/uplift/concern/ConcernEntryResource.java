package org.uplift.concern;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.uplift.access.Permission;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;

/** The chronology of a concern, and who has opened it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.OPEN_CONCERNS)
@Tag(name = "Concerns")
@Cache(noStore = true)
public class ConcernEntryResource {
    @Inject
    Concerns concerns;

    @Inject
    ConcernEntries entries;

    @Inject
    ConcernReads reads;

    @Inject
    ConcernNews news;

    @GET
    @Path("concerns/{id}/entries")
    @Transactional
    @Operation(summary = "Read the chronology of a concern", description = "Newest first. No line is ever changed.")
    public EntryPage entries(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        return entries.of(concerns.open(id), page);
    }

    @POST
    @Path("concerns/{id}/entries")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Add to the chronology of a concern",
            description =
                    "By everyone who may see it, while it is not closed. The answer names the line; its text is read in"
                            + " the chronology.")
    @APIResponseSchema(value = WrittenLine.class, responseCode = "201")
    public Response write(@PathParam("id") UUID id, @NotNull @Valid NewEntry wanted) {
        Concerns.Opened opened = concerns.open(id);
        opened.concern().requireNotClosed();
        Concern.Act act = concerns.act();
        ConcernEntry entry = entries.add(opened, ConcernEntry.Told.note(wanted), act);
        entries.flush();
        news.record(opened.concern(), "added to the chronology of the concern");
        return WrittenLine.in("entries", id, entry.id(), opened.concern().version());
    }

    @GET
    @Path("concerns/{id}/reads")
    @Transactional
    @Operation(
            summary = "List who opened a restricted concern",
            description = "Newest first, for its safeguarding leads.")
    public ReadPage reads(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        return reads.of(concerns.open(id).led().id(), page);
    }
}
