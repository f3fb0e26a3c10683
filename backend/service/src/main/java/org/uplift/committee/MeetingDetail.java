package org.uplift.committee;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A meeting with its agenda, who was there, and what was said, decided and given to do.")
record MeetingDetail(
        MeetingSummary meeting,
        List<AgendaItemLine> items,
        List<AttendanceLine> attendance,
        List<MeetingDecisionLine> decisions,
        List<MeetingActionLine> actions,
        List<MinuteAdditionLine> additions,

        @Schema(description = "You keep it: the agenda, the minutes, and what belongs to them")
        boolean mayKeep,

        @Schema(description = "You are the chair, and can approve its minutes in a later meeting")
        boolean mayApprove) {}
