package org.uplift.integration;

import java.util.List;
import org.uplift.platform.Paging;

record IntegrationPage(List<IntegrationDetail> results, Paging paging) {}
