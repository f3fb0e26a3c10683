package org.uplift.outcome;

import java.util.List;
import org.uplift.platform.Paging;

record MeasurePage(List<MeasureDetail> results, Paging paging) {}
