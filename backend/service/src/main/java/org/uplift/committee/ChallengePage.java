package org.uplift.committee;

import java.util.List;
import org.uplift.platform.Paging;

record ChallengePage(List<ChallengeSummary> results, Paging paging) {}
