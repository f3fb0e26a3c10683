package org.uplift.need;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Permission;

/** How need is computed, which everybody in the trust may know. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Need")
public class NeedMethodResource {
    @Inject
    NeedIndicators indicators;

    @Inject
    NeedLevels levels;

    @GET
    @Path("need-indicators")
    @Transactional
    @PermissionsAllowed(Permission.READ_METHOD)
    @Operation(
            summary = "List the indicators of need",
            description = "What is looked at, how it is computed, and what it counts; those of earlier years too.")
    public NeedIndicatorList indicators() {
        return new NeedIndicatorList(
                indicators.all().stream().map(NeedIndicator::line).toList());
    }

    @GET
    @Path("need-levels")
    @Transactional
    @PermissionsAllowed(Permission.READ_METHOD)
    @Operation(
            summary = "List the levels of need",
            description = "With the score from which each counts and the days of support that it gives.")
    public NeedLevelList levels() {
        return new NeedLevelList(
                levels.all().ranked().stream().map(NeedLevel::line).toList(),
                NeedScore.LEAST_COMPUTED,
                Decline.INDICATORS);
    }
}
