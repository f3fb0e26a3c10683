package org.uplift.pack;

import java.util.List;
import org.uplift.platform.Paging;

record PackPage(List<PackSummary> results, Paging paging) {}
