package org.uplift.concern;

import java.util.List;

record ConcernActionList(List<ConcernActionLine> results) {}
