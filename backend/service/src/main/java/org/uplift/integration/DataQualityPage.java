package org.uplift.integration;

import java.util.List;
import org.uplift.platform.Paging;

record DataQualityPage(List<SchoolDataQuality> results, Paging paging) {}
