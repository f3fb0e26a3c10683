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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;

/** The dates by which the schools in a local authority are open. */
@Path("/api/v1/local-authorities/{code}/term-dates")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Term dates")
public class LocalAuthorityTermDatesResource {
    private static final String CODE = "Of the local authority, three digits, as in the register";

    @Inject
    Keeping keeping;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_TERM_DATES)
    @Operation(
            summary = "Read the term dates in a local authority",
            description = "Of an academic year: its own where it has any, else the trust's. The ETag is that of what is"
                    + " said for the authority itself.")
    @APIResponseSchema(TermDatesDetail.class)
    @APIResponse(responseCode = "304", description = "Not changed since you read it")
    public Response get(
            @Parameter(description = CODE, example = "936") @PathParam("code") int code,
            @Valid @BeanParam YearFilter filter,
            @Context Request request) {
        return keeping.read(request, filter.year(clock), Whose.localAuthority(code));
    }

    @PUT
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_TERM_DATES)
    @Operation(
            summary = "Set the term dates in a local authority",
            description =
                    "Of an academic year. Its own terms stand for all of the trust's in its schools, save those that have"
                            + " their own; its closed days come on top of the trust's there. For those who may set the trust's.")
    @APIResponseSchema(TermDatesDetail.class)
    public Response set(
            @Parameter(description = CODE, example = "936") @PathParam("code") int code,
            @Valid @BeanParam YearFilter filter,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid OwnTermDates wanted) {
        return keeping.set(filter.year(clock), Whose.localAuthority(code), ifMatch, wanted);
    }
}
