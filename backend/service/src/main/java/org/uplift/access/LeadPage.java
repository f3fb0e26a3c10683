package org.uplift.access;

import java.util.List;
import org.uplift.platform.Paging;

record LeadPage(List<LeadSummary> results, Paging paging) {}
