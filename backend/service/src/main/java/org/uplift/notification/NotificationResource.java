package org.uplift.notification;

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

/** What the person who is signed in is told. */
@Path("/api/v1/me/notifications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.OWN_WORK)
@Tag(name = "My work")
public class NotificationResource {
    @Inject
    Notifications notifications;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @Operation(
            summary = "List what you are told",
            description =
                    "Newest first. What is read stays; what you no longer may see is left out. After 400 days it is"
                            + " forgotten.")
    public NotificationPage list(
            @Parameter(description = "true: those alone that you have not read; false: the others")
                    @QueryParam("unread")
                    @Nullable
                    Boolean unread,
            @Valid @BeanParam PageRequest page) {
        return notifications.page(unread, page);
    }

    @POST
    @Path("{id}/reading")
    @Transactional
    @Operation(
            summary = "Mark one as read",
            description = "Again does no harm. The answer says how many are still unread.")
    public Unread read(@PathParam("id") UUID id) {
        notifications.own(id).read(clock.instant());
        notifications.flush();
        return new Unread(notifications.unread());
    }

    @POST
    @Path("reading")
    @Transactional
    @Operation(
            summary = "Mark all as read",
            description = "They stay in the list. The answer says how many are still unread.")
    public Unread readAll() {
        notifications.readAll();
        return new Unread(notifications.unread());
    }
}
