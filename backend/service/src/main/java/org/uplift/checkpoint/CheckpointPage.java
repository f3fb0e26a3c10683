package org.uplift.checkpoint;

import java.util.List;
import org.uplift.platform.Paging;

record CheckpointPage(List<CheckpointSummary> results, Paging paging) {}
