package org.uplift.committee;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The last decisions of a committee, newest first.")
record MeetingDecisionList(List<MeetingDecisionLine> results) {}
