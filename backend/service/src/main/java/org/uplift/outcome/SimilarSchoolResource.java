package org.uplift.outcome;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.school.AcademicYear;
import org.uplift.school.Schools;

/** The schools that are most like one. */
@Path("/api/v1/schools/{urn}/similar")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Outcomes")
public class SimilarSchoolResource {
    private static final int MOST = 15;

    @Inject
    TrustOutcomes trust;

    @Inject
    Schools schools;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_OUTCOMES)
    @Operation(
            summary = "List similar schools",
            description =
                    "The fifteen schools of the same phase that are nearest by number on roll, disadvantaged, SEN and EAL"
                            + " percentages, prior attainment, mobility and region, with the distance and what it is made of.")
    public SimilarSchool.Page list(
            @PathParam("urn") int urn,
            @Parameter(
                            description =
                                    "By the intake of this academic year or the latest before it; the present one when absent",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            pattern = "^\\d{4}/\\d{4}$",
                                            examples = "2025/2026"))
                    @QueryParam("academicYear")
                    @Nullable
                    AcademicYear academicYear) {
        schools.get(urn);
        AcademicYear year = academicYear == null ? AcademicYear.of(LocalDate.now(clock)) : academicYear;
        return new SimilarSchool.Page(
                year,
                trust.similar(urn, year, MOST).stream()
                        .map(SimilarSchoolResource::similar)
                        .toList());
    }

    private static SimilarSchool similar(Tuple row) {
        return new SimilarSchool(
                row.get("urn", Integer.class),
                row.get("name", String.class),
                row.get("local_authority", String.class),
                row.get("distance", BigDecimal.class),
                row.get("features", Integer.class),
                new SimilarSchool.Parts(
                        row.get("number_on_roll", BigDecimal.class),
                        row.get("disadvantaged", BigDecimal.class),
                        row.get("sen", BigDecimal.class),
                        row.get("eal", BigDecimal.class),
                        row.get("prior_attainment", BigDecimal.class),
                        row.get("mobility", BigDecimal.class),
                        row.get("region", BigDecimal.class)));
    }
}
