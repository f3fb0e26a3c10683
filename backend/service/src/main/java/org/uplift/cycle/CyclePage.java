package org.uplift.cycle;

import java.util.List;
import org.uplift.platform.Paging;

record CyclePage(List<CycleSummary> results, Paging paging) {}
