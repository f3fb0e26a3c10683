package org.uplift.school;

import java.util.Set;

/** Schools have come into the register; rows that were waiting for them can be taken in. */
public record SchoolsRegistered(Set<Integer> urns) {}
