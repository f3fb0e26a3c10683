package org.uplift.dataset;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The data sets that the caller may read.")
public record DataSetList(List<DataSetSummary> results) {}
