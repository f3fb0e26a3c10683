package org.uplift.outcome;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Permission;
import org.uplift.platform.PageRequest;

/** A measure in the schools of the trust. */
@Path("/api/v1/outcomes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Outcomes")
public class TrustOutcomeResource {
    @Inject
    Outcomes outcomes;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_OUTCOMES)
    @Operation(
            summary = "List a measure in the schools of the trust",
            description =
                    "One measure and group in each school that you may see, and over the schools of the trust as the mean"
                            + " over their pupils. Who may not see pupils gets the symbol c where a value would tell of one to five of"
                            + " them, also by subtraction. Readers without the whole trust get it also where its value would tell of a"
                            + " single school that they do not see: they see it where all schools that contribute are theirs, or where"
                            + " three or more do, of which two or more are not theirs and none of these has more than half of the"
                            + " pupils.")
    public TrustOutcomePage list(@Valid @BeanParam TrustOutcomeFilter filter, @Valid @BeanParam PageRequest page) {
        return outcomes.everywhere(filter, page);
    }
}
