package org.uplift.dataset;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;

/** Questions to data sets that people keep for themselves; who is sent an address asks it with their own sight. */
@Path("/api/v1/saved-queries")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.READ_DATA_SETS)
@Tag(name = "Data sets")
public class SavedQueryResource {
    private static final int MOST = 200;

    @Inject
    SavedQueries saved;

    @Inject
    DataSetReader reader;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @Operation(summary = "List the questions that you keep", description = "Your own, by name.")
    public SavedQueryPage list(@Valid @BeanParam PageRequest page) {
        PanacheQuery<SavedQuery> own = saved.own().page(page.page - 1, page.pageSize);
        return new SavedQueryPage(own.list().stream().map(SavedQuery::line).toList(), Paging.of(page, own.count()));
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "Read a question that you keep", description = "With the address that asks it.")
    public SavedQueryLine get(@PathParam("id") UUID id) {
        return saved.own(id).line();
    }

    @POST
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Keep a question", description = "Under a name, for yourself; 200 at most.")
    @APIResponseSchema(value = SavedQueryLine.class, responseCode = "201")
    public Response create(@NotNull @Valid NewSavedQuery wanted) {
        if (reader.readable().stream().noneMatch(set -> set.id().equals(wanted.dataSet()))) {
            throw Problem.invalid(
                    "/dataSet",
                    "unknown-data-set",
                    "There is no data set \"" + wanted.dataSet() + "\" of which you may read something.");
        }
        if (saved.own().count() >= MOST) {
            throw Problem.conflict("You keep " + MOST + " questions already; forget one of them first.");
        }
        SavedQuery kept = new SavedQuery(caller.personId(), wanted, clock.instant());
        saved.persistAndFlush(kept);
        return Response.created(URI.create("/api/v1/saved-queries/" + kept.id()))
                .entity(kept.line())
                .tag("0")
                .build();
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @Operation(summary = "Forget a question that you keep", description = "Its address goes on asking it.")
    @APIResponse(responseCode = "204", description = "Forgotten")
    public Response delete(@PathParam("id") UUID id) {
        saved.delete(saved.own(id));
        return Response.noContent().build();
    }
}
