package org.uplift.report;

import java.util.List;

/** Facts on a page; the first cell of a row is its head. */
public record Table(String caption, List<String> heads, List<List<String>> rows) {}
