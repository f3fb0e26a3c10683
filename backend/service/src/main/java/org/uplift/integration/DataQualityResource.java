package org.uplift.integration;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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

/** How complete and how fresh the data of each school is. */
@Path("/api/v1/data-quality")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Data quality")
public class DataQualityResource {
    @Inject
    DataQuality quality;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_DATA_QUALITY)
    @Operation(
            summary = "Read the quality of the data",
            description = "By name of the school, those of the trust: rows of the present and the last academic year,"
                    + " when they last came and from where, what is late, how complete the results are, what waits and"
                    + " why, and whom to ask.")
    public DataQualityPage list(
            @Parameter(description = "Of this school", example = "900001") @QueryParam("schoolUrn") @Nullable
                    Integer schoolUrn,
            @Valid @BeanParam PageRequest page) {
        return quality.page(schoolUrn, page);
    }
}
