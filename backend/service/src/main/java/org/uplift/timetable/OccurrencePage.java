package org.uplift.timetable;

import java.util.List;
import org.uplift.platform.Paging;

record OccurrencePage(List<OccurrenceSummary> results, Paging paging) {}
