package org.uplift.inspection;

import java.util.List;
import org.uplift.platform.Paging;

record InspectionPage(List<InspectionSummary> results, Paging paging) {}
