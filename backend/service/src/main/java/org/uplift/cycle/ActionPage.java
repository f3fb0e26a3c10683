package org.uplift.cycle;

import java.util.List;
import org.uplift.platform.Paging;

record ActionPage(List<ActionSummary> results, Paging paging) {}
