package org.uplift.cycle;

import java.util.List;

record TrustPriorityList(List<TrustPriority> results) {}
