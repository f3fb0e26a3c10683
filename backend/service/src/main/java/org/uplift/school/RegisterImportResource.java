package org.uplift.school;

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

/** The import of the public register. */
@Path("/api/v1/ingest/schools")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Ingestion")
public class RegisterImportResource {
    @Inject
    Ingestion ingestion;

    @Inject
    RegisterImport register;

    @Inject
    Caller caller;

    @POST
    @Consumes("text/csv")
    @PermissionsAllowed(Permission.IMPORT_REGISTER)
    @Operation(
            summary = "Import the register of schools",
            description = "The establishment file of Get Information about Schools, read by the names of its columns."
                    + " Schools are created or brought up to date, none is removed; whether a school belongs to the trust"
                    + " is not touched. A school of the trust that is missing or closed is told in the notes.")
    public IngestAnswer send(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Parameter(description = "Tell what would change, keep nothing") @QueryParam("dryRun") @Nullable
                    Boolean dryRun,
            byte[] body) {
        return ingestion.run(IngestRequest.file("schools", key, dryRun, body, ""), report -> {
            caller.require(Permission.IMPORT_REGISTER, null);
            register.run(CsvFile.of(body), report);
        });
    }
}
