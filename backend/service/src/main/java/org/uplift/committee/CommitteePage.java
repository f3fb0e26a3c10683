package org.uplift.committee;

import java.util.List;
import org.uplift.platform.Paging;

record CommitteePage(List<CommitteeSummary> results, Paging paging) {}
