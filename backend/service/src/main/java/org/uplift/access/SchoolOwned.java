package org.uplift.access;

import org.jspecify.annotations.Nullable;

/** Data of one school, or of the trust as a whole when there is no school. */
public interface SchoolOwned {
    @Nullable
    Integer schoolUrn();
}
