package org.uplift.concern;

import java.util.List;

record NeedToKnowList(List<NeedToKnowLine> results) {}
