package org.uplift.practice;

import java.util.List;
import org.uplift.platform.Paging;

record GoodPracticePage(List<GoodPracticeSummary> results, Paging paging) {}
