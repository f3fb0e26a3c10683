package org.uplift.expertise;

import java.util.List;
import org.uplift.platform.Paging;

record ExpertPage(List<ExpertSummary> results, Paging paging) {}
