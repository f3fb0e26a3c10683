package org.uplift.expertise;

import com.fasterxml.jackson.databind.JsonNode;
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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Changes;
import org.uplift.activity.Subject;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;

/** The directory of people and what they are good at: kept by the people themselves, confirmed by their heads. */
@Path("/api/v1/experts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.READ_EXPERTS)
@Tag(name = "Expertise")
public class ExpertResource {
    @Inject
    Experts experts;

    @Inject
    Profiles profiles;

    @Inject
    People people;

    @Inject
    Activities activities;

    @Inject
    MergePatch patches;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @Operation(
            summary = "List experts",
            description =
                    "Of the whole trust, by name, each with the days that are left in a term. Who offers nothing any more is"
                            + " left out.")
    public ExpertPage list(@Valid @BeanParam ExpertFilter filter, @Valid @BeanParam PageRequest page) {
        return experts.page(filter, page);
    }

    @POST
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Offer your expertise",
            description =
                    "Adds your profile, once. It can be matched when your head, or a trust leader, has confirmed it.")
    @APIResponseSchema(value = ExpertDetail.class, responseCode = "201")
    public Response offer(@NotNull @Valid ExpertTerms wanted) {
        if (experts.own().isPresent()) {
            throw Problem.conflict("You have a profile already; change that.");
        }
        Expert expert = new Expert(people.self(), wanted, profiles.checked(wanted));
        experts.persistAndFlush(expert);
        record(expert, "offered their expertise", List.of());
        return Response.created(URI.create("/api/v1/experts/" + expert.id()))
                .entity(profiles.detail(expert.id()))
                .tag(String.valueOf(expert.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(
            summary = "Read a profile",
            description = "With its evidence and the days of the year. Absences and conflicts of interest are there for"
                    + " the person, the leaders of their school and the trust's.")
    @APIResponseSchema(ExpertDetail.class)
    @APIResponse(responseCode = "304", description = "Not changed since you read it")
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        ExpertDetail detail = profiles.detail(id);
        return Revision.readComputed(request, detail, detail.expert().version());
    }

    @PATCH
    @Path("{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            summary = "Change your profile",
            description = "Your own alone. What is absent stays. Where specialisms, designations, days or the school"
                    + " change, it has to be confirmed again.")
    @APIResponseSchema(ExpertDetail.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ExpertTerms.class))) JsonNode patch) {
        Expert expert = profiles.own(id);
        Revision.check(ifMatch, expert.version(), profiles.detail(id));
        ExpertTerms before = expert.terms();
        ExpertTerms wanted = patches.apply(before, patch);
        expert.change(wanted, profiles.checked(wanted), people.self().name());
        experts.flush();
        List<Change> changes = Changes.between(before, expert.terms());
        if (!changes.isEmpty()) {
            record(expert, "changed their profile", changes);
        }
        return Revision.changed(profiles.detail(id), expert.version());
    }

    @POST
    @Path("{id}/confirmation")
    @Transactional
    @PermissionsAllowed(Permission.CONFIRM_EXPERTISE)
    @Operation(
            summary = "Confirm a profile",
            description =
                    "By the headteacher of the school, or a trust leader; never by the person. It says that it is so,"
                            + " and that there are so many days.")
    @APIResponseSchema(ExpertDetail.class)
    public Response confirm(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Expert expert = experts.get(id);
        Revision.check(ifMatch, expert.version(), profiles.detail(id));
        if (!profiles.mayConfirm(expert)) {
            throw Problem.forbidden("Only " + expert.confirmers() + " can confirm it, and nobody their own.");
        }
        expert.confirm(people.self(), LocalDate.now(clock));
        experts.flush();
        record(expert, "confirmed the profile of " + expert.name(), List.of());
        return Revision.changed(profiles.detail(id), expert.version());
    }

    private void record(Expert expert, String summary, List<Change> changes) {
        activities.record(Subject.EXPERT, expert.id().toString(), expert.schoolUrn(), summary, null, changes);
    }
}
