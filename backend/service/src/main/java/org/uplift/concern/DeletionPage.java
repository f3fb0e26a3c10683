package org.uplift.concern;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Paging;

@Schema(name = "ConcernDeletionPage")
record DeletionPage(List<DeletionLine> results, Paging paging) {}
