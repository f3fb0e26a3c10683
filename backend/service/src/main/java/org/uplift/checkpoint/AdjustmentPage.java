package org.uplift.checkpoint;

import java.util.List;
import org.uplift.platform.Paging;

record AdjustmentPage(List<AdjustmentSummary> results, Paging paging) {}
