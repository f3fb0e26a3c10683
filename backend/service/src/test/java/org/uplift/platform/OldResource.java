package org.uplift.platform;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.uplift.access.Permission;

/** An operation that ends; of the tests alone, and so not in the contract. */
@Path("/api/v1/old")
@Produces(MediaType.APPLICATION_JSON)
public class OldResource {
    @GET
    @Path("{word}")
    @PermissionsAllowed(Permission.READ_SCHOOLS)
    @Sunset(since = "2026-12-01", until = "2028-08-31", instead = "GET /api/v1/new")
    @Operation(hidden = true)
    public String get(@PathParam("word") String word) {
        if (word.equals("lost")) {
            throw Problem.notFound();
        }
        return "\"" + word + "\"";
    }

    @GET
    @PermissionsAllowed(Permission.READ_SCHOOLS)
    @Operation(hidden = true)
    public String stays() {
        return "\"here\"";
    }
}
