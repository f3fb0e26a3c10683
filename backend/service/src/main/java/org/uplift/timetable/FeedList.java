package org.uplift.timetable;

import java.util.List;

record FeedList(List<FeedLine> results) {}
