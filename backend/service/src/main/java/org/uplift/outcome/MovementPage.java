package org.uplift.outcome;

import java.util.List;
import org.uplift.platform.Paging;

record MovementPage(List<Movement> results, Paging paging) {}
