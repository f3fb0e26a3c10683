package org.uplift.commission;

import java.util.List;
import org.uplift.platform.Paging;

record PartnerPage(List<PartnerLine> results, Paging paging) {}
