package org.uplift.school;

import java.util.List;
import org.uplift.platform.Paging;

record SchoolPage(List<SchoolSummary> results, Paging paging) {}
