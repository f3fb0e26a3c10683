package org.uplift.webhook;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;

/** What was delivered to a webhook, what waits, and what has failed for good. */
@Path("/api/v1/webhooks/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.MANAGE_INTEGRATIONS)
@Tag(name = "Webhooks")
public class DeliveryResource {
    @Inject
    Webhooks webhooks;

    @Inject
    Deliveries deliveries;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @Operation(
            summary = "List the deliveries of a webhook",
            description = "Newest first, of the days for which they are kept.")
    public DeliveryPage list(
            @PathParam("id") UUID id,
            @Parameter(description = "Those that stand so") @QueryParam("status") @Nullable DeliveryStatus status,
            @Valid @BeanParam PageRequest page) {
        webhooks.get(id);
        PanacheQuery<Delivery> found = deliveries.of(id, status).page(page.page - 1, page.pageSize);
        return new DeliveryPage(found.list().stream().map(Delivery::line).toList(), Paging.of(page, found.count()));
    }

    @POST
    @Path("{deliveryId}/replay")
    @Transactional
    @Operation(
            summary = "Replay a dead delivery",
            description = "It is tried again as if it were new, under its old id.")
    public DeliveryLine replay(@PathParam("id") UUID id, @PathParam("deliveryId") UUID deliveryId) {
        webhooks.get(id);
        Delivery delivery = deliveries.held(id, deliveryId);
        delivery.replay(clock.instant());
        return delivery.line();
    }
}
