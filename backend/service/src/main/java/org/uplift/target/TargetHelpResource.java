package org.uplift.target;

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
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Permission;
import org.uplift.outcome.Measures;
import org.uplift.outcome.Outcomes;
import org.uplift.outcome.Outcomes.SeriesKey;
import org.uplift.outcome.PupilGroups;
import org.uplift.school.AcademicYear;
import org.uplift.school.Schools;

/** What helps to set a target of a school. */
@Path("/api/v1/schools/{urn}/target-help")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Targets")
public class TargetHelpResource {
    @Inject
    Schools schools;

    @Inject
    Measures measures;

    @Inject
    PupilGroups groups;

    @Inject
    Outcomes outcomes;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_OUTCOMES)
    @Operation(
            summary = "Read what helps to set a target",
            description =
                    "The newest value as a baseline, the last five years beside England, the local authority, the trust"
                            + " and similar schools where they are there and you may see them, what a year usually changes, and the ends"
                            + " of the terms for a trajectory.")
    public TargetHelp get(@PathParam("urn") int urn, @Valid @BeanParam TargetHelpFilter filter) {
        schools.get(urn);
        measures.named("/measureCode", filter.measureCode);
        groups.check("/pupilGroup", filter.pupilGroup);
        AcademicYear due =
                filter.dueAcademicYear == null ? AcademicYear.of(LocalDate.now(clock)) : filter.dueAcademicYear;
        return TargetHelp.of(
                outcomes.newest(new SeriesKey(urn, filter.measureCode, filter.cohort, filter.pupilGroup)), due);
    }
}
