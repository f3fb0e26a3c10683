package org.uplift.outcome;

import org.jspecify.annotations.Nullable;

/**
 * What a column of published results tells.
 *
 * @param name as it is published; files differ in case
 * @param measureCode null for the size of a group, which is the same for every measure
 * @param expected whether a file that lacks it is told so
 */
record PublishedColumn(String name, Role role, @Nullable String measureCode, String pupilGroup, boolean expected) {
    enum Role {
        VALUE,
        LOWER,
        UPPER,
        COVERAGE,
        COHORT_SIZE
    }
}
