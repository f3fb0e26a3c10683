package org.uplift.target;

import java.util.List;
import org.uplift.platform.Paging;

record TargetPage(List<TargetSummary> results, Paging paging) {}
