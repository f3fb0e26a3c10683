package org.uplift.cycle;

import java.util.List;
import org.uplift.platform.Paging;

record ActionUpdatePage(List<ActionUpdateSummary> results, Paging paging) {}
