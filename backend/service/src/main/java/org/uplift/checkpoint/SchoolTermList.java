package org.uplift.checkpoint;

import java.util.List;

record SchoolTermList(List<SchoolTerm> results) {}
