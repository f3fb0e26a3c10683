package org.uplift.committee;

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
import org.uplift.access.Permission;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Revision;
import org.uplift.platform.Words;

/** The meetings of committees: when and where they are, and whether they were held. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.READ_MEETINGS)
@Tag(name = "Meetings")
public class MeetingResource {
    @Inject
    Meetings meetings;

    @Inject
    Committees committees;

    @Inject
    Activities activities;

    @Inject
    MergePatch patches;

    @Inject
    Caller caller;

    @GET
    @Path("meetings")
    @Transactional
    @Operation(
            summary = "List meetings",
            description = "By day; those of your committees, for trust leaders and trustees of all.")
    public MeetingPage list(@Valid @BeanParam MeetingFilter filter, @Valid @BeanParam PageRequest page) {
        return meetings.page(filter, page);
    }

    @POST
    @Path("meetings")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.KEEP_MEETINGS)
    @Operation(summary = "Plan a meeting", description = "By the clerk of the committee.")
    @APIResponseSchema(value = MeetingSummary.class, responseCode = "201")
    @APIResponse(
            responseCode = "404",
            description = "There is no such committee that you may see",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public Response plan(@NotNull @Valid NewMeeting wanted) {
        Committee committee = committees.readable(wanted.committeeId());
        caller.requireIn(Permission.KEEP_MEETINGS, committee.id());
        committee.requireGoing(wanted.terms().day());
        Meeting meeting = new Meeting(committee.id(), wanted.terms());
        meetings.persistAndFlush(meeting);
        record(meeting, "planned the meeting of " + Words.day(meeting.day()), null);
        return Response.created(URI.create("/api/v1/meetings/" + meeting.id()))
                .entity(meetings.summary(meeting.id()))
                .tag(String.valueOf(meeting.version()))
                .build();
    }

    @GET
    @Path("meetings/{id}")
    @Transactional
    @Operation(
            summary = "Read a meeting",
            description = "With its agenda, who was there, the minutes, decisions and actions.")
    @APIResponseSchema(MeetingDetail.class)
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        MeetingDetail meeting = meetings.detail(id);
        return Revision.readComputed(request, meeting, meeting.meeting().version());
    }

    @PATCH
    @Path("meetings/{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @PermissionsAllowed(Permission.KEEP_MEETINGS)
    @Operation(
            summary = "Move a meeting",
            description = "To another day, time or place, by the clerk; what is absent stays.")
    @APIResponseSchema(MeetingDetail.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = MeetingTerms.class))) JsonNode patch) {
        Meeting meeting = kept(id, ifMatch);
        meeting.change(patches.apply(meeting.terms(), patch));
        meetings.flush();
        record(meeting, "moved the meeting to " + Words.day(meeting.day()), null);
        return Revision.changed(meetings.detail(id), meeting.version());
    }

    @POST
    @Path("meetings/{id}/status")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.KEEP_MEETINGS)
    @Operation(
            summary = "Say that a meeting was held, or is cancelled",
            description = "By the clerk. Cancelling needs a reason.")
    @APIResponseSchema(MeetingDetail.class)
    public Response move(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MeetingMove wanted) {
        Meeting meeting = kept(id, ifMatch);
        meeting.move(wanted.status(), wanted.reason(), committees.today());
        meetings.flush();
        record(
                meeting,
                "set the meeting of " + Words.day(meeting.day()) + " to "
                        + wanted.status().code(),
                wanted.reason());
        return Revision.changed(meetings.detail(id), meeting.version());
    }

    private Meeting kept(UUID id, @Nullable String ifMatch) {
        Meeting meeting = meetings.readable(id);
        caller.requireIn(Permission.KEEP_MEETINGS, meeting.committeeId());
        Revision.check(ifMatch, meeting.version(), meetings.detail(id));
        return meeting;
    }

    private void record(Meeting meeting, String summary, @Nullable String reason) {
        activities.record(Subject.MEETING, meeting.id(), meeting.committeeId(), summary, reason);
    }
}
