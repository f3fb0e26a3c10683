package org.uplift.committee;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A challenge with all that was said of it, in the order in which it was said.")
record ChallengeDetail(ChallengeSummary challenge, List<ChallengeEntryLine> entries) {}
