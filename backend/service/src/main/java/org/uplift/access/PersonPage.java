package org.uplift.access;

import java.util.List;
import org.uplift.platform.Paging;

record PersonPage(List<PersonSummary> results, Paging paging) {}
