package org.uplift.need;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.term.TermOfYear;

/** How much support schools need, and why. */
@Path("/api/v1/need-assessments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Need")
public class NeedResource {
    @Inject
    NeedAssessments assessments;

    @Inject
    NeedComputing computing;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @PermissionsAllowed(Permission.READ_NEED)
    @Operation(
            summary = "List how much support schools need",
            description =
                    "The heat map: schools with their indicators, of the newest term where none is named. What few pupils have"
                            + " done is not in it for anybody, so that every reader of a school sees the same.")
    public NeedPage list(@Valid @BeanParam NeedFilter filter, @Valid @BeanParam PageRequest page) {
        return assessments.page(filter, page);
    }

    @POST
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.MODERATE_NEED)
    @Operation(
            summary = "Compute how much support schools need",
            description =
                    "Of every school of the trust in a term, as it is computed each night. The present term is computed anew, and"
                            + " a moderated level stays; a term that is over is computed where it never was, and else stays as"
                            + " it is.")
    @APIResponseSchema(NeedComputation.class)
    public NeedComputation compute(@NotNull @Valid WantedTerm wanted) {
        caller.require(Permission.MODERATE_NEED, null);
        TermOfYear present = TermOfYear.of(LocalDate.now(clock));
        TermOfYear term = new TermOfYear(
                wanted.academicYear() == null ? present.academicYear() : wanted.academicYear(),
                wanted.term() == null ? present.term() : wanted.term());
        if (term.ordinal() > present.ordinal()) {
            throw Problem.invalid("/term", "in-future", "The " + term.words() + " has not begun.");
        }
        computing.waitForTurn();
        NeedComputation computed = computing.compute(term);
        activities.record(
                Subject.NEED,
                term.words(),
                null,
                "computed the need of " + computed.computed() + " schools in " + term.words());
        return computed;
    }

    @GET
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(Permission.READ_NEED)
    @Operation(
            summary = "Read how much support a school needs in a term",
            description =
                    "With what each indicator contributes and what would change it, and with the ETag that moderating needs.")
    @APIResponseSchema(NeedDetail.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        NeedDetail detail = assessments.detail(id);
        return Revision.readComputed(request, detail, detail.assessment().version());
    }
}
