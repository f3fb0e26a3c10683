package org.uplift.target;

import java.util.List;
import org.uplift.platform.Paging;

record MilestonePage(List<MilestoneSummary> results, Paging paging) {}
