package org.uplift.target;

import java.util.List;
import org.uplift.platform.Paging;

record TargetNotePage(List<TargetNoteEntry> results, Paging paging) {}
