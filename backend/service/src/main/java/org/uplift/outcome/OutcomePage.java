package org.uplift.outcome;

import java.util.List;
import org.uplift.platform.Paging;

record OutcomePage(List<OutcomeValue> results, Paging paging) {}
