package org.uplift.cycle;

import java.util.List;
import org.uplift.platform.Paging;

record PriorityPage(List<PrioritySummary> results, Paging paging) {}
