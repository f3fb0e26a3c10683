package org.uplift.ingest;

import java.util.List;
import org.uplift.platform.Paging;

record QuarantinePage(List<QuarantineEntry> results, Paging paging) {}
