package org.uplift.committee;

import java.util.List;
import org.uplift.platform.Paging;

record MeetingPage(List<MeetingSummary> results, Paging paging) {}
