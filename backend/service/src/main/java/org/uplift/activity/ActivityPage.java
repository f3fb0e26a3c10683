package org.uplift.activity;

import java.util.List;
import org.uplift.platform.Paging;

record ActivityPage(List<ActivityLine> results, Paging paging) {}
