package org.uplift.outcome;

import java.util.Map;
import java.util.Set;

/**
 * Code lists that the figures of published results are read by.
 *
 * @param markers the symbol for each marker that stands in place of a figure, by the marker in capitals
 * @param percentages codes of the measures that are percentages
 */
record PublishedCodes(Map<String, String> markers, Set<String> percentages) {}
