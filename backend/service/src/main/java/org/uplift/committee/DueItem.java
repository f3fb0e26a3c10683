package org.uplift.committee;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that comes on an agenda, by its title and where it is to be found. */
record DueItem(
        String title, @Nullable String link, @Nullable UUID approvalId, boolean confidential) {}
