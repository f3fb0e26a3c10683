package org.uplift.committee;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
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
import org.uplift.platform.FieldError;
import org.uplift.platform.MergePatch;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;

/** The agenda of a meeting, and the minutes of its items. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.KEEP_MEETINGS)
@Tag(name = "Meetings")
public class AgendaResource {
    @Inject
    Meetings meetings;

    @Inject
    Agendas agendas;

    @Inject
    AgendaItems items;

    @Inject
    CommitteeMembers members;

    @Inject
    Committees committees;

    @Inject
    Activities activities;

    @Inject
    MergePatch patches;

    @Inject
    Caller caller;

    @POST
    @Path("meetings/{id}/preparation")
    @Transactional
    @Operation(
            summary = "Prepare the agenda of a meeting",
            description =
                    "Puts on it what stands on every agenda, and what is due: challenges that are not settled, what was off"
                            + " track at the last checkpoint, need levels that changed since the last meeting, what the board is to"
                            + " decide, open actions. What is on it already stays, so that it can be asked for again.")
    @APIResponseSchema(MeetingDetail.class)
    public Response prepare(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Meeting meeting = kept(id, ifMatch);
        meeting.requirePlanned();
        agendas.prepare(meeting);
        meetings.touch(meeting);
        record(meeting, "prepared the agenda");
        return Revision.changed(meetings.detail(id), meeting.version());
    }

    @PUT
    @Path("meetings/{id}/agenda")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Set the agenda of a meeting",
            description =
                    "The items in order: those that are on it by their id, others without. What is not named is taken off.")
    @APIResponseSchema(MeetingDetail.class)
    public Response set(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Agenda wanted) {
        Meeting meeting = kept(id, ifMatch);
        meeting.requirePlanned();
        agendas.set(meeting, wanted.items());
        meetings.touch(meeting);
        record(meeting, "changed the agenda");
        return Revision.changed(meetings.detail(id), meeting.version());
    }

    @PATCH
    @Path("agenda-items/{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            summary = "Minute an item",
            description =
                    "What was said to it, and which members declared an interest in it. Until the minutes are approved.")
    @APIResponseSchema(AgendaItemLine.class)
    public Response minute(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = MinutedTerms.class))) JsonNode patch) {
        AgendaItem item = items.readable(id);
        caller.requireIn(Permission.KEEP_MEETINGS, item.committeeId());
        Revision.check(ifMatch, item.version(), item.line());
        Meeting meeting = meetings.readable(item.meetingId());
        meeting.requireBegun(committees.today());
        MinutedTerms wanted = patches.apply(item.minutedTerms(), patch);
        requireMembers(meeting, wanted.conflicted());
        item.minute(wanted);
        items.flush();
        record(meeting, "minuted an item");
        return Revision.changed(item.line(), item.version());
    }

    private void requireMembers(Meeting meeting, List<UUID> people) {
        List<UUID> known = members.on(meeting.committeeId(), meeting.day()).stream()
                .map(CommitteeMember::personId)
                .toList();
        List<FieldError> strangers = people.stream()
                .filter(person -> !known.contains(person))
                .map(person -> new FieldError(
                        "/conflicted/" + people.indexOf(person),
                        "unknown-member",
                        "Nobody with this id was of the committee on that day."))
                .toList();
        if (!strangers.isEmpty()) {
            throw Problem.invalid(strangers);
        }
    }

    private Meeting kept(UUID id, @Nullable String ifMatch) {
        Meeting meeting = meetings.readable(id);
        caller.requireIn(Permission.KEEP_MEETINGS, meeting.committeeId());
        Revision.check(ifMatch, meeting.version(), meetings.detail(id));
        return meeting;
    }

    private void record(Meeting meeting, String summary) {
        activities.record(Subject.MEETING, meeting.id(), meeting.committeeId(), summary, null);
    }
}
