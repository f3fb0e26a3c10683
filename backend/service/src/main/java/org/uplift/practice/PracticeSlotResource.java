package org.uplift.practice;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.platform.Words;
import org.uplift.school.Schools;

/** Coming and seeing good practice: when a school shows it, and who comes. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Good practice")
public class PracticeSlotResource {
    /** A booking is given back, never changed. */
    private static final String ONLY_VERSION = "0";

    @Inject
    PracticeSlots slots;

    @Inject
    PracticeVisits visits;

    @Inject
    GoodPractices practices;

    @Inject
    Schools schools;

    @Inject
    People people;

    @Inject
    Activities activities;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Path("good-practice/{id}/slots")
    @Transactional
    @PermissionsAllowed(Permission.READ_SCHOOLS)
    @Operation(
            summary = "List when one can come and see good practice",
            description =
                    "The latest first, with how many places are taken. Who comes is there for those who lead its school.")
    public PracticeSlotLine.Listed list(@PathParam("id") UUID id) {
        return new PracticeSlotLine.Listed(slots.of(id));
    }

    @POST
    @Path("good-practice/{id}/slots")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Offer a time to come and see good practice",
            description =
                    "By those who may change the cycles of its school. It is in the calendar of who offers it, and of whom"
                            + " one can talk to.")
    @APIResponseSchema(value = PracticeSlotLine.class, responseCode = "201")
    public Response offer(@PathParam("id") UUID id, @NotNull @Valid NewSlot wanted) {
        caller.require(Permission.CHANGE_CYCLES, practices.summary(id).schoolUrn());
        PracticeSlot slot = new PracticeSlot(
                practices.findById(id), wanted, caller.personId(), LocalDateTime.now(clock), clock.instant());
        slots.persistAndFlush(slot);
        record(slot, "offered a time to come and see on " + Words.day(slot.day()), null);
        return Response.created(URI.create("/api/v1/practice-slots/" + slot.id()))
                .entity(slots.line(slot))
                .tag(String.valueOf(slot.version()))
                .build();
    }

    @GET
    @Path("practice-slots/{id}")
    @Transactional
    @PermissionsAllowed(Permission.READ_SCHOOLS)
    @Operation(
            summary = "Read a time to come and see good practice",
            description = "Who comes is there for those who lead its school.")
    @APIResponseSchema(PracticeSlotLine.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        PracticeSlotLine slot = slots.line(slots.readable(id));
        return Revision.readComputed(request, slot, slot.version());
    }

    @POST
    @Path("practice-slots/{id}/cancellation")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CHANGE_CYCLES)
    @Operation(
            summary = "Cancel a time to come and see good practice",
            description = "With a reason; who has booked is told. If-Match is checked when it is sent.")
    @APIResponseSchema(PracticeSlotLine.class)
    public Response cancel(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SlotCancellation wanted) {
        PracticeSlot slot = slots.readable(id);
        caller.require(Permission.CHANGE_CYCLES, slot.schoolUrn());
        if (ifMatch != null) {
            Revision.check(ifMatch, slot.version(), slots.line(slot));
        }
        slots.cancel(slot, wanted.reason());
        record(slot, "cancelled coming and seeing on " + Words.day(slot.day()), wanted.reason());
        return Revision.changed(slots.line(slot), slot.version());
    }

    @POST
    @Path("practice-slots/{id}/visits")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.RECORD_CHECKPOINTS)
    @Operation(
            summary = "Book a place to come and see good practice",
            description =
                    "By leaders and system leaders, for a school of theirs that is not the one that shows it. Who shows it"
                            + " reads your name and school, and is told. What is full, past or cancelled refuses.")
    @APIResponseSchema(value = PracticeVisitLine.class, responseCode = "201")
    public Response book(@PathParam("id") UUID id, @NotNull @Valid NewVisit wanted) {
        PracticeSlot slot = slots.readable(id);
        Integer urn = wanted.schoolUrn();
        String school = urn == null ? null : schools.get(urn).name();
        caller.require(Permission.RECORD_CHECKPOINTS, urn);
        if (Objects.equals(urn, slot.schoolUrn())) {
            throw Problem.invalid(
                    "/schoolUrn",
                    "own-school",
                    (school == null ? "The trust" : school) + " shows it; book for another school of yours.");
        }
        Integer seat = slots.freeSeat(slot);
        slot.requireAhead(LocalDateTime.now(clock));
        if (visits.isBooked(id, caller.personId())) {
            throw Problem.conflict("You have booked a place already.");
        }
        if (seat == null) {
            throw Problem.conflict(
                    slot.places() == 1 ? "The one place is taken." : "All " + slot.places() + " places are taken.");
        }
        PracticeVisit visit = new PracticeVisit(slot, seat, urn, school, people.self(), clock.instant());
        visits.persist(visit);
        slots.tellHosts(visit);
        record(slot, "booked a place to come and see on " + Words.day(slot.day()), null);
        return Response.created(URI.create("/api/v1/practice-visits/" + visit.id()))
                .entity(visit.line())
                .tag(ONLY_VERSION)
                .build();
    }

    @DELETE
    @Path("practice-visits/{id}")
    @Transactional
    @PermissionsAllowed(Permission.RECORD_CHECKPOINTS)
    @Operation(
            summary = "Give a place back",
            description = "By who booked it, while it is ahead; who shows it is told, and somebody else can book it.")
    @APIResponse(responseCode = "204", description = "Given back")
    public Response giveBack(@PathParam("id") UUID id) {
        PracticeVisit visit = visits.findByIdOptional(id)
                .filter(known -> known.personId().equals(caller.personId())
                        || caller.scope(Permission.CHANGE_CYCLES).covers(known.hostUrn()))
                .orElseThrow(Problem::notFound);
        if (!visit.personId().equals(caller.personId())) {
            throw Problem.forbidden("Only " + visit.name() + " can give this place back; you can cancel the time.");
        }
        PracticeSlot slot = slots.findById(visit.slotId());
        slot.requireAhead(LocalDateTime.now(clock));
        visit.giveBack(clock.instant());
        slots.tellHosts(visit);
        record(slot, "gave back a place to come and see on " + Words.day(slot.day()), null);
        return Response.noContent().build();
    }

    private void record(PracticeSlot slot, String summary, @Nullable String reason) {
        activities.record(Subject.PRACTICE, slot.practiceId().toString(), slot.schoolUrn(), summary, reason, List.of());
    }
}
