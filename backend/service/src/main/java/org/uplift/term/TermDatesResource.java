package org.uplift.term;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;

/** The dates by which the trust is open. */
@Path("/api/v1/term-dates")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Term dates")
public class TermDatesResource {
    @Inject
    Keeping keeping;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_TERM_DATES)
    @Operation(
            summary = "Read the trust's term dates",
            description =
                    "Of an academic year, with the ETag that changing them needs. A school without terms of its own"
                            + " keeps them; closed days of the trust hold in every school.")
    @APIResponseSchema(TermDatesDetail.class)
    @APIResponse(responseCode = "304", description = "Not changed since you read it")
    public Response get(@Valid @BeanParam YearFilter filter, @Context Request request) {
        return keeping.read(request, filter.year(clock), Whose.TRUST);
    }

    @PUT
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_TERM_DATES)
    @Operation(
            summary = "Set the trust's term dates",
            description = "Of an academic year: all three terms, one after the other and inside the year, each with its"
                    + " half-term; and days on which every school is closed.")
    @APIResponseSchema(TermDatesDetail.class)
    public Response set(
            @Valid @BeanParam YearFilter filter,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid OwnTermDates wanted) {
        return keeping.set(filter.year(clock), Whose.TRUST, ifMatch, wanted);
    }
}
