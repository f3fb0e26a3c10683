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
import org.uplift.platform.Problem;
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
    OutcomeHistory history;

    @Inject
    Movements movements;

    @Inject
    Measures measures;

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

    @GET
    @Path("history")
    @Transactional
    @PermissionsAllowed(Permission.READ_OUTCOMES)
    @Operation(
            summary = "List what the outcomes of a school were before",
            description =
                    "Every value that a measure has had, with the moment from which on it was known, newest first; measureCode says"
                            + " of which measure. Who may not see the school's pupils gets published groups only, and the symbol c"
                            + " for what is hidden in the outcomes and for states that differ from another one by one to five"
                            + " pupils.")
    public OutcomeHistoryPage history(
            @PathParam("urn") int urn, @Valid @BeanParam OutcomeFilter filter, @Valid @BeanParam PageRequest page) {
        schools.get(urn);
        if (filter.measureCode == null) {
            throw Problem.invalid("/measureCode", "required", "Say of which measure, as in measureCode=KS2_RWM_EXP.");
        }
        return history.list(urn, measures.named("/measureCode", filter.measureCode), filter, page);
    }

    @GET
    @Path("movement")
    @Transactional
    @PermissionsAllowed(Permission.READ_OUTCOMES)
    @Operation(
            summary = "List how pupils moved between two points of teacher assessment",
            description =
                    "For each year group and subject, of the pupils with a grade of the trust's set at both points: how many moved"
                            + " up, stayed, or moved down. Who may not see the school's pupils gets the symbol c where it would tell"
                            + " of one to five of them.")
    public MovementPage movement(
            @PathParam("urn") int urn, @Valid @BeanParam MovementFilter filter, @Valid @BeanParam PageRequest page) {
        schools.get(urn);
        return movements.list(urn, filter, page);
    }
}
