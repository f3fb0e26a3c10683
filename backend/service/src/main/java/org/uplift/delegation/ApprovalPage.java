package org.uplift.delegation;

import java.util.List;
import org.uplift.platform.Paging;

record ApprovalPage(List<ApprovalSummary> results, Paging paging) {}
