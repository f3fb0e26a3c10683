package org.uplift.commission;

import java.util.List;
import org.uplift.platform.Paging;

record CommissionPage(List<CommissionSummary> results, Paging paging) {}
