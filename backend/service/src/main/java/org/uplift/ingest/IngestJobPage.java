package org.uplift.ingest;

import java.util.List;
import org.uplift.platform.Paging;

record IngestJobPage(List<IngestAnswer> results, Paging paging) {}
