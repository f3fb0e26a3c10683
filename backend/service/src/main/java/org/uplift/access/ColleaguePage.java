package org.uplift.access;

import java.util.List;
import org.uplift.platform.Paging;

public record ColleaguePage(List<Colleague> results, Paging paging) {}
