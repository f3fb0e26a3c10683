package org.uplift.practice;

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
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Directory;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.access.Person;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Changes;
import org.uplift.activity.Subject;
import org.uplift.cycle.Cycles;
import org.uplift.evaluation.Evaluation;
import org.uplift.evaluation.Evaluations;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.school.Schools;

/** Good practice that schools publish from their evaluations, or write. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Good practice")
public class GoodPracticeResource {
    @Inject
    GoodPractices practices;

    @Inject
    PracticeSlots slots;

    @Inject
    Evaluations evaluations;

    @Inject
    Cycles cycles;

    @Inject
    Schools schools;

    @Inject
    People people;

    @Inject
    MergePatch patches;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Path("good-practice")
    @Transactional
    @PermissionsAllowed(Permission.READ_SCHOOLS)
    @Operation(
            summary = "List good practice",
            description =
                    "Of all schools of the trust: what answers a search best first, else the newest. Who published it and where it comes from is there for those"
                            + " who may see the cycles of its school.")
    @APIResponseSchema(GoodPracticePage.class)
    @APIResponse(
            responseCode = "404",
            description = "There is no such school that you may see",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public GoodPracticePage list(@Valid @BeanParam GoodPracticeFilter filter, @Valid @BeanParam PageRequest page) {
        if (filter.like != null) {
            schools.get(filter.like);
            caller.require(Permission.READ_OUTCOMES, filter.like);
        }
        return practices.page(filter, page);
    }

    @GET
    @Path("good-practice/{id}")
    @Transactional
    @PermissionsAllowed(Permission.READ_SCHOOLS)
    @Operation(
            summary = "Read good practice",
            description = "What is retired is there only for those who may see the cycles of its school.")
    @APIResponseSchema(GoodPracticeSummary.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        GoodPracticeSummary practice = practices.summary(id);
        return Revision.readComputed(request, practice, practice.version());
    }

    @POST
    @Path("evaluations/{id}/good-practice")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Publish good practice from an evaluation",
            description =
                    "From a priority that was achieved at least in part, once until it is retired. Everybody who may see a"
                            + " school of the trust can read it.")
    @APIResponseSchema(value = GoodPracticeSummary.class, responseCode = "201")
    public Response publish(@PathParam("id") UUID id, @NotNull @Valid NewGoodPractice wanted) {
        Evaluation evaluation = evaluations.readable(id);
        caller.require(Permission.CHANGE_CYCLES, evaluation.schoolUrn());
        if (practices.isPublished(id)) {
            throw Problem.conflict("It is published already; retire that first.");
        }
        String school = cycles.summary(evaluation.priority().cycle().id()).schoolName();
        GoodPracticeTerms terms = wanted.terms(practices.usualReview());
        return created(new GoodPractice(
                evaluation,
                school,
                terms,
                contact(terms.contactId(), evaluation.schoolUrn()),
                people.self(),
                LocalDate.now(clock)));
    }

    @POST
    @Path("good-practice")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Write good practice",
            description =
                    "By those who may change the cycles of its school; that of the trust by those of the whole trust."
                            + " Everybody who may see a school of the trust can read it.")
    @APIResponseSchema(value = GoodPracticeSummary.class, responseCode = "201")
    @APIResponse(
            responseCode = "404",
            description = "There is no such school that you may see",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public Response write(@NotNull @Valid WrittenGoodPractice wanted) {
        Integer urn = wanted.schoolUrn();
        String school = urn == null ? null : schools.get(urn).name();
        caller.require(Permission.CHANGE_CYCLES, urn);
        GoodPracticeTerms terms = wanted.terms(practices.usualReview());
        return created(new GoodPractice(
                urn, school, terms, contact(terms.contactId(), urn), people.self(), LocalDate.now(clock)));
    }

    private Response created(GoodPractice practice) {
        practices.persistAndFlush(practice);
        record(practice, "published", null, List.of());
        return Response.created(URI.create("/api/v1/good-practice/" + practice.id()))
                .entity(practices.summary(practice.id()))
                .tag(String.valueOf(practice.version()))
                .build();
    }

    /** Somebody who works there today; whom else one asks has to agree to be asked. */
    private @Nullable Person contact(@Nullable UUID id, @Nullable Integer schoolUrn) {
        if (id == null) {
            return null;
        }
        if (people.among(Directory.LEADS, List.of(id), schoolUrn, LocalDate.now(clock))
                .isEmpty()) {
            throw Problem.invalid(
                    "/contactId",
                    "unknown-person",
                    "Nobody with this id works " + (schoolUrn == null ? "for the whole trust." : "in this school."));
        }
        return people.findById(id);
    }

    @PATCH
    @Path("good-practice/{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Change good practice",
            description = "By those who may change the cycles of its school. What is absent stays, what is null goes.")
    @APIResponseSchema(GoodPracticeSummary.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = GoodPracticeTerms.class)))
                    JsonNode patch) {
        GoodPracticeSummary current = practices.summary(id);
        caller.require(Permission.CHANGE_CYCLES, current.schoolUrn());
        Revision.check(ifMatch, current.version(), current);
        GoodPractice practice = practices.findById(id);
        GoodPracticeTerms before = practice.terms();
        GoodPracticeTerms wanted = patches.apply(before, patch);
        Person contact = Objects.equals(wanted.contactId(), before.contactId()) && wanted.contactId() != null
                ? people.findById(wanted.contactId())
                : contact(wanted.contactId(), practice.schoolUrn());
        practice.change(wanted, contact, LocalDate.now(clock));
        practices.flush();
        List<Change> changes = Changes.between(before, practice.terms());
        if (!changes.isEmpty()) {
            record(practice, "changed", null, changes);
        }
        return Revision.changed(practices.summary(id), practice.version());
    }

    @POST
    @Path("good-practice/{id}/review")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Say that good practice is still done so",
            description = "And when it is looked at next. If-Match is checked when it is sent.")
    @APIResponseSchema(GoodPracticeSummary.class)
    public Response review(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Review wanted) {
        GoodPractice practice = changeable(id, ifMatch);
        LocalDate next = wanted.nextOn() == null ? practices.usualReview() : wanted.nextOn();
        practice.review(next, LocalDate.now(clock));
        practices.flush();
        record(practice, "reviewed", null, List.of());
        return Revision.changed(practices.summary(id), practice.version());
    }

    @POST
    @Path("good-practice/{id}/withdrawal")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Retire good practice",
            description =
                    "With a reason; those of other schools see it no longer, and what could still be visited is cancelled. If-Match is checked when it is sent.")
    @APIResponseSchema(GoodPracticeSummary.class)
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Withdrawal wanted) {
        GoodPractice practice = changeable(id, ifMatch);
        practice.withdraw(wanted.reason(), LocalDate.now(clock));
        slots.ahead(id).forEach(slot -> slots.cancel(slot, wanted.reason()));
        practices.flush();
        record(practice, "retired", wanted.reason(), List.of());
        return Revision.changed(practices.summary(id), practice.version());
    }

    private GoodPractice changeable(UUID id, @Nullable String ifMatch) {
        GoodPracticeSummary current = practices.summary(id);
        caller.require(Permission.CHANGE_CYCLES, current.schoolUrn());
        if (ifMatch != null) {
            Revision.check(ifMatch, current.version(), current);
        }
        return practices.findById(id);
    }

    private void record(GoodPractice practice, String verb, @Nullable String reason, List<Change> changes) {
        activities.record(
                Subject.PRACTICE,
                practice.id().toString(),
                practice.schoolUrn(),
                verb + " good practice \"" + practice.title() + "\"",
                reason,
                changes);
    }
}
