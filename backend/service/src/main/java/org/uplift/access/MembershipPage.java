package org.uplift.access;

import java.util.List;
import org.uplift.platform.Paging;

record MembershipPage(List<MembershipSummary> results, Paging paging) {}
