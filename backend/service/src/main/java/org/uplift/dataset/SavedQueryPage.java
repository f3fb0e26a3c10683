package org.uplift.dataset;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Paging;

@Schema(description = "The questions that you keep, by name.")
public record SavedQueryPage(List<SavedQueryLine> results, Paging paging) {}
