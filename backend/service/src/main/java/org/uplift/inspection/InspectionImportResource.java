package org.uplift.inspection;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
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

/** The import of Ofsted's monthly file. */
@Path("/api/v1/ingest/inspections")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Ingestion")
public class InspectionImportResource {
    @Inject
    Ingestion ingestion;

    @Inject
    InspectionImport inspections;

    @Inject
    Caller caller;

    @POST
    @Consumes("text/csv")
    @PermissionsAllowed(Permission.IMPORT_REGISTER)
    @Operation(
            summary = "Import Ofsted's inspections",
            description =
                    "The monthly management information on state-funded schools, read by the names of its columns:"
                            + " the latest report card, the latest graded and the latest ungraded inspection of each school. The"
                            + " same inspection in a later file is brought up to date, none is removed. Rows of schools that are"
                            + " not in the register wait until they are.")
    public IngestAnswer send(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Parameter(description = "Tell what would change, keep nothing") @QueryParam("dryRun") @Nullable
                    Boolean dryRun,
            byte[] body) {
        return ingestion.run(IngestRequest.file(InspectionImport.KIND, key, dryRun, body, ""), report -> {
            caller.require(Permission.IMPORT_REGISTER, null);
            inspections.run(CsvFile.of(body), report);
        });
    }
}
