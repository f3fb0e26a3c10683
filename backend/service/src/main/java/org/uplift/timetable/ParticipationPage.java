package org.uplift.timetable;

import java.util.List;
import org.uplift.platform.Paging;

record ParticipationPage(List<ParticipationLine> results, Paging paging) {}
