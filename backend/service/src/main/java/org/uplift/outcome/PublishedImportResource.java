package org.uplift.outcome;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.ingest.CsvFile;
import org.uplift.ingest.IngestAnswer;
import org.uplift.ingest.IngestRequest;
import org.uplift.ingest.Ingestion;
import org.uplift.school.AcademicYear;

/** The import of the published results of schools. */
@Path("/api/v1/ingest/published-results")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Ingestion")
public class PublishedImportResource {
    @Inject
    Ingestion ingestion;

    @Inject
    PublishedImport published;

    @Inject
    Caller caller;

    @POST
    @Consumes("text/csv")
    @PermissionsAllowed(Permission.IMPORT_REGISTER)
    @Operation(
            summary = "Import published school results",
            description =
                    "The performance table of a local authority and a year, read by the names of its columns: values"
                            + " of schools, and those of the authority and of England's state-funded schools to compare with."
                            + " Markers such as SUPP are kept as symbols. Rows of schools that are not in the register wait until"
                            + " they are. Mapped columns that the file lacks are told in the notes.")
    public IngestAnswer send(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Parameter(description = "Key stage of the results", example = "KS2", required = true)
                    @QueryParam("keyStage")
                    @NotNull
                    @Size(max = 10)
                    String keyStage,
            @Parameter(description = "Academic year of the results", example = "2016/2017", required = true)
                    @QueryParam("academicYear")
                    @NotNull
                    AcademicYear academicYear,
            @Parameter(description = "Tell what would change, keep nothing") @QueryParam("dryRun") @Nullable
                    Boolean dryRun,
            byte[] body) {
        PublishedImport.About about = new PublishedImport.About(keyStage, academicYear);
        return ingestion.run(IngestRequest.file(PublishedImport.KIND, key, dryRun, body, about.qualifier()), report -> {
            caller.require(Permission.IMPORT_REGISTER, null);
            published.run(about, CsvFile.of(body), report);
        });
    }
}
