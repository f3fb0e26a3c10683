package org.uplift.access;

import java.util.List;
import org.uplift.platform.Paging;

record ReaderPage(List<ReaderSummary> results, Paging paging) {}
