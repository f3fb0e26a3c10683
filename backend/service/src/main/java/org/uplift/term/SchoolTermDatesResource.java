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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.school.Schools;

/** The dates by which a school is open. */
@Path("/api/v1/schools/{urn}/term-dates")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Term dates")
public class SchoolTermDatesResource {
    @Inject
    Keeping keeping;

    @Inject
    Schools schools;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_TERM_DATES)
    @Operation(
            summary = "Read the term dates of a school",
            description =
                    "Of an academic year: its own where it has any, else those of its local authority, else the trust's, and the school days that follow"
                            + " from them. The ETag is that of what the school says itself.")
    @APIResponseSchema(TermDatesDetail.class)
    @APIResponse(responseCode = "304", description = "Not changed since you read it")
    public Response get(@PathParam("urn") int urn, @Valid @BeanParam YearFilter filter, @Context Request request) {
        schools.require(Permission.READ_TERM_DATES, urn);
        return keeping.read(request, filter.year(clock), Whose.school(urn));
    }

    @PUT
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_TERM_DATES)
    @Operation(
            summary = "Set a school's own term dates",
            description = "Of an academic year. Its own terms stand for all of the trust's in that year; without them,"
                    + " those of its local authority hold, else the trust's. Its closed days come on top.")
    @APIResponseSchema(TermDatesDetail.class)
    public Response set(
            @PathParam("urn") int urn,
            @Valid @BeanParam YearFilter filter,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid OwnTermDates wanted) {
        schools.require(Permission.READ_TERM_DATES, urn);
        return keeping.set(filter.year(clock), Whose.school(urn), ifMatch, wanted);
    }
}
