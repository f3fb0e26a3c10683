package org.uplift.committee;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Who is of a committee: those who serve first, then those whose term has ended.")
record CommitteeMemberList(List<CommitteeMember> results) {}
