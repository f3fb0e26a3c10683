package org.uplift.committee;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.net.URI;
import java.time.Clock;
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
import org.uplift.access.People;
import org.uplift.access.Permission;
import org.uplift.access.Person;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.platform.MergePatch;
import org.uplift.platform.OncePerKey;
import org.uplift.platform.Problem;
import org.uplift.platform.Revision;
import org.uplift.platform.Words;

/** Who was at a meeting, what was decided and given to do, and the approval of its minutes. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed(Permission.READ_MEETINGS)
@Tag(name = "Meetings")
public class MinutesResource {
    @Inject
    Meetings meetings;

    @Inject
    Sitting sitting;

    @Inject
    MeetingDecisions decisions;

    @Inject
    MeetingActions actions;

    @Inject
    MinuteAdditions additions;

    @Inject
    Committees committees;

    @Inject
    People people;

    @Inject
    Activities activities;

    @Inject
    MergePatch patches;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @PUT
    @Path("meetings/{id}/attendance")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.KEEP_MEETINGS)
    @Operation(
            summary = "Say who was at a meeting",
            description = "Present, apologies or absent, of the members of that day. It replaces what was said before.")
    @APIResponseSchema(MeetingDetail.class)
    public Response attend(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid AttendanceTerms wanted) {
        Meeting meeting = kept(id);
        Revision.check(ifMatch, meeting.version(), meetings.detail(id));
        meeting.requireOpen();
        meetings.attend(meeting, sitting.attendance(meeting, wanted.lines()));
        meetings.touch(meeting);
        record(meeting, "recorded who was at the meeting");
        return Revision.changed(meetings.detail(id), meeting.version());
    }

    @POST
    @Path("meetings/{id}/decisions")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.KEEP_MEETINGS)
    @Operation(
            summary = "Record a decision of a meeting",
            description =
                    "With who voted how, where it was a vote; who declared an interest in the item abstains. With approvalId"
                            + " it is the committee's decision under the scheme of delegation, and takes effect at once.")
    @APIResponseSchema(value = MeetingDetail.class, responseCode = "201")
    public Response decide(@PathParam("id") UUID id, @NotNull @Valid NewMeetingDecision wanted) {
        Meeting meeting = kept(id);
        meeting.requireBegun(committees.today());
        List<VoteLine> votes = sitting.votes(meeting, wanted);
        sitting.decide(meeting, wanted);
        decisions.record(new MeetingDecision(meeting, wanted, caller.name(), clock.instant()), votes);
        record(meeting, "recorded a decision of the meeting");
        return created(meeting);
    }

    @POST
    @Path("meetings/{id}/actions")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.KEEP_MEETINGS)
    @Operation(
            summary = "Record an action of a meeting",
            description = "What is to be done, by whom and when. Who has an account finds it in their work.")
    @APIResponseSchema(value = MeetingDetail.class, responseCode = "201")
    public Response give(@PathParam("id") UUID id, @NotNull @Valid MeetingActionTerms wanted) {
        Meeting meeting = kept(id);
        meeting.requireBegun(committees.today());
        actions.persistAndFlush(new MeetingAction(meeting, wanted, sitting.doer(wanted)));
        record(meeting, "recorded an action of the meeting");
        return created(meeting);
    }

    @PATCH
    @Path("meeting-actions/{id}")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @PermissionsAllowed(Permission.KEEP_MEETINGS)
    @Operation(
            summary = "Change an action of a meeting",
            description = "By the clerk, also when the minutes are approved: it is done, or somebody else does it.")
    @APIResponseSchema(MeetingActionLine.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = MeetingActionTerms.class)))
                    JsonNode patch) {
        MeetingAction action = actions.readable(id);
        caller.requireIn(Permission.KEEP_MEETINGS, action.committeeId());
        Revision.check(ifMatch, action.version(), action.line(committees.today()));
        MeetingActionTerms wanted = patches.apply(action.terms(), patch);
        action.change(wanted, sitting.doer(wanted));
        actions.flush();
        activities.record(Subject.COMMITTEE, action.committeeId(), action.committeeId(), "changed an action", null);
        return Revision.changed(action.line(committees.today()), action.version());
    }

    @GET
    @Path("committees/{id}/actions")
    @Transactional
    @Operation(
            summary = "List the open actions of a committee",
            description = "Of all its meetings, what is due first.")
    public MeetingActionList open(@PathParam("id") UUID id) {
        return new MeetingActionList(meetings.actions(committees.readable(id).id()));
    }

    @GET
    @Path("committees/{id}/decisions")
    @Transactional
    @Operation(summary = "List the last decisions of a committee", description = "Newest first, with who voted how.")
    public MeetingDecisionList decided(@PathParam("id") UUID id) {
        return new MeetingDecisionList(
                decisions.ofCommittee(committees.readable(id).id()));
    }

    @POST
    @Path("meetings/{id}/approval")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Approve the minutes of a meeting",
            description =
                    "By the chair, in a later meeting of the committee. They can be added to from then on, and never changed.")
    @APIResponseSchema(MeetingDetail.class)
    public Response approve(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MinutesApproval wanted) {
        Meeting meeting = meetings.readable(id);
        if (!meetings.chairs(meeting.committeeId())) {
            throw Problem.forbidden("The chair of the committee approves its minutes.");
        }
        Revision.check(ifMatch, meeting.version(), meetings.detail(id));
        if (meetings.seen(wanted.meetingId()).isEmpty()) {
            throw Problem.invalid("/meetingId", "not-later", "Choose a later meeting of the same committee.");
        }
        meeting.approve(meetings.readable(wanted.meetingId()), caller.name(), clock.instant(), committees.today());
        meetings.flush();
        record(meeting, "approved the minutes of " + Words.day(meeting.day()));
        return Revision.changed(meetings.detail(id), meeting.version());
    }

    @POST
    @Path("meetings/{id}/additions")
    @Transactional
    @OncePerKey
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.KEEP_MEETINGS)
    @Operation(
            summary = "Add to approved minutes",
            description = "By the clerk, with name and time; it is never changed.")
    @APIResponseSchema(value = MeetingDetail.class, responseCode = "201")
    public Response add(@PathParam("id") UUID id, @NotNull @Valid NewMinuteAddition wanted) {
        Meeting meeting = kept(id);
        if (!meeting.isApproved()) {
            throw Problem.conflict("The minutes are not approved yet; change them.");
        }
        Person self = people.self();
        additions.persistAndFlush(new MinuteAddition(meeting, wanted.text(), self, clock.instant()));
        record(meeting, "added to the approved minutes");
        return created(meeting);
    }

    private Meeting kept(UUID id) {
        Meeting meeting = meetings.readable(id);
        caller.requireIn(Permission.KEEP_MEETINGS, meeting.committeeId());
        return meeting;
    }

    private Response created(Meeting meeting) {
        return Response.created(URI.create("/api/v1/meetings/" + meeting.id()))
                .entity(meetings.detail(meeting.id()))
                .tag(String.valueOf(meeting.version()))
                .build();
    }

    private void record(Meeting meeting, String summary) {
        activities.record(Subject.MEETING, meeting.id(), meeting.committeeId(), summary, null);
    }
}
