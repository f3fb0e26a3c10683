package org.uplift.outcome;

import java.util.List;
import org.uplift.platform.Paging;

record OutcomeHistoryPage(List<OutcomeState> results, Paging paging) {}
