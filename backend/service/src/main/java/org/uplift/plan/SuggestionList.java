package org.uplift.plan;

import java.util.List;

record SuggestionList(List<Suggestion> results) {}
