package org.uplift.concern;

import java.util.List;
import org.uplift.platform.Paging;

record ConcernPage(List<ConcernSummary> results, Paging paging) {}
