package org.uplift.dataset;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.platform.Paging;

@Schema(description = "The versions of a data set, newest first.")
public record DataSetVersionPage(List<DataSetVersion> results, Paging paging) {}
