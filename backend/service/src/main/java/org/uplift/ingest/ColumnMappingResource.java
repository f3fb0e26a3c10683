package org.uplift.ingest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Permission;
import org.uplift.platform.FieldError;
import org.uplift.platform.Problem;

/** What the columns of a person's files mean, remembered until the next file of the same form. */
@Path("/api/v1/ingest/column-mappings/{kind}/{fingerprint}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.PUSH_RESULTS)
@Tag(name = "Ingestion")
public class ColumnMappingResource {
    @Inject
    ColumnMappings mappings;

    @Inject
    @Any
    Instance<RowKind> kinds;

    @GET
    @Transactional
    @Operation(
            summary = "Read a column mapping",
            description = "Your own for files of this kind and these headings; without fields when there is none yet.")
    public ColumnMapping get(
            @Parameter(description = "What is in the file", example = "pupils") @PathParam("kind") String kind,
            @Parameter(description = "SHA-256 of the headings in a form of your own, in hexadecimal digits")
                    @PathParam("fingerprint")
                    String fingerprint) {
        return mappings.find(known(kind, fingerprint).code(), fingerprint);
    }

    @PUT
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Keep a column mapping",
            description =
                    "For you only; what was kept before for the same headings is replaced. Of each person the last 100"
                            + " are kept.")
    public ColumnMapping keep(
            @Parameter(description = "What is in the file", example = "pupils") @PathParam("kind") String kind,
            @Parameter(description = "SHA-256 of the headings in a form of your own, in hexadecimal digits")
                    @PathParam("fingerprint")
                    String fingerprint,
            @NotNull @Valid ColumnMapping mapping) {
        RowKind of = known(kind, fingerprint);
        List<FieldError> unknown = mapping.fields().values().stream()
                .filter(field -> !of.fields().contains(field))
                .distinct()
                .map(field -> new FieldError(
                        "/fields",
                        "unknown-field",
                        "\"" + field + "\" is none of " + String.join(", ", of.fields()) + "."))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown);
        }
        mappings.keep(of.code(), fingerprint, mapping);
        return mapping;
    }

    private RowKind known(String code, String fingerprint) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(code) && fingerprint.matches(ColumnMappings.FINGERPRINT))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }
}
