package org.uplift.school;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.platform.MergePatch;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Revision;

/** The register of schools. */
@Path("/api/v1/schools")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schools")
public class SchoolResource {
    @Inject
    Schools schools;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    MergePatch patches;

    @GET
    @RunOnVirtualThread
    @Transactional
    @PermissionsAllowed(Permission.READ_SCHOOLS)
    @Operation(summary = "List schools", description = "Those of the register that your memberships reach.")
    public SchoolPage list(@Valid @BeanParam SchoolFilter filter, @Valid @BeanParam PageRequest page) {
        PanacheQuery<School> found = schools.search(filter).page(page.page - 1, page.pageSize);
        return new SchoolPage(found.list().stream().map(School::summary).toList(), Paging.of(page, found.count()));
    }

    @GET
    @Path("{urn}")
    @PermissionsAllowed(Permission.READ_SCHOOLS)
    @Operation(
            summary = "Read a school",
            description = "With its links to earlier and later URNs and its intake by year.")
    @APIResponseSchema(SchoolDetail.class)
    public CompletionStage<Response> get(@PathParam("urn") int urn, @Context Request request) {
        return schools.detail(urn).thenApply(school -> Revision.readComputed(request, school, school.version()));
    }

    @PATCH
    @RunOnVirtualThread
    @Path("{urn}")
    @PermissionsAllowed(Permission.READ_SCHOOLS)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            summary = "Say whether a school belongs to the trust",
            description = "Everything else comes from the published register and is changed by importing it.")
    @APIResponseSchema(SchoolDetail.class)
    public Response change(
            @PathParam("urn") int urn,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = TrustMembership.class))) JsonNode patch) {
        SchoolDetail current = present(urn);
        caller.require(Permission.CHANGE_SCHOOLS, urn);
        QuarkusTransaction.requiringNew().run(() -> {
            School school = schools.get(urn);
            Revision.check(ifMatch, school.version(), current);
            school.belong(patches.apply(school.belonging(), patch));
            schools.flush();
            activities.record(
                    Subject.SCHOOL,
                    String.valueOf(urn),
                    urn,
                    "said that the school is " + school.status().words());
        });
        SchoolDetail changed = present(urn);
        return Revision.changed(changed, changed.version());
    }

    private SchoolDetail present(int urn) {
        return schools.detail(urn).toCompletableFuture().join();
    }
}
