package org.uplift.activity;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;

/** Who did what, when and why. */
@Path("/api/v1/activity")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Activity")
public class ActivityResource {
    @Inject
    Activities activities;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_ACTIVITY)
    @Operation(
            summary = "List activities",
            description = "Newest first. A line is there for those who may see the thing that it is about.")
    public ActivityPage list(
            @Parameter(description = "About this kind of thing") @QueryParam("subject") @Nullable Subject subject,
            @Parameter(description = "About this one: an id, or a URN")
                    @QueryParam("subjectId")
                    @Size(max = 64)
                    @Nullable
                    String subjectId,
            @Parameter(description = "Of this school", example = "900001") @QueryParam("schoolUrn") @Nullable
                    Integer schoolUrn,
            @Valid @BeanParam PageRequest page) {
        PanacheQuery<Activity> found =
                activities.readable(subject, subjectId, schoolUrn).page(page.page - 1, page.pageSize);
        return new ActivityPage(found.list().stream().map(Activity::line).toList(), Paging.of(page, found.count()));
    }
}
