package org.uplift.concern;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Paging;

@Schema(name = "ConcernEntryPage")
record EntryPage(List<EntryLine> results, Paging paging) {}
