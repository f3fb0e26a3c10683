package org.uplift.access;

import java.util.UUID;

/** What belongs to a committee. */
public interface CommitteeOwned {
    UUID committeeId();
}
