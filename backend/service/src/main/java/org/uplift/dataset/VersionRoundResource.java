package org.uplift.dataset;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;

/** Versions of data sets before the day ends. */
@Path("/api/v1/data-set-versions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Data sets")
public class VersionRoundResource {
    @Inject
    VersionRound round;

    @Inject
    Activities activities;

    // No transaction: each set has its own.
    @POST
    @PermissionsAllowed(Permission.KEEP_DATA_SETS)
    @Operation(
            summary = "Make versions of the data sets",
            description =
                    "Now, as at the end of each day: of each set of which anything is another than in its newest version. Asked for"
                            + " again while nothing changes, it makes none.")
    public MadeVersionList make() {
        List<MadeVersion> made = round.make();
        QuarkusTransaction.requiringNew()
                .run(() -> made.forEach(one -> activities.record(
                        Subject.DATA_SET, one.dataSet(), null, "made version " + one.version() + " of the data set")));
        return new MadeVersionList(made);
    }
}
