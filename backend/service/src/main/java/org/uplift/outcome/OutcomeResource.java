package org.uplift.outcome;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Permission;
import org.uplift.platform.PageRequest;
import org.uplift.school.Schools;

/** The outcomes of a school. */
@Path("/api/v1/schools/{urn}/outcomes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Outcomes")
public class OutcomeResource {
    @Inject
    Outcomes outcomes;

    @Inject
    Schools schools;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_OUTCOMES)
    @Operation(
            summary = "List the outcomes of a school",
            description =
                    "Published values, and values computed from the rows of pupils, with what the measure is in England"
                            + " and in the local authority. Who may not see the school's pupils gets the symbol c for groups of one"
                            + " to five pupils, and for what such a group could be worked out from.")
    public OutcomePage list(
            @PathParam("urn") int urn, @Valid @BeanParam OutcomeFilter filter, @Valid @BeanParam PageRequest page) {
        schools.get(urn);
        return outcomes.list(urn, filter, page);
    }
}
