package org.uplift.committee;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The actions of the meetings of a committee that are open, what is due first.")
record MeetingActionList(List<MeetingActionLine> results) {}
