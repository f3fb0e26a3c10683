package org.uplift.committee;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that comes on an agenda, by its title and where it is to be found. */
public record DueItem(
        String title, @Nullable String link, @Nullable UUID approvalId, boolean confidential) {
    private static final int LONGEST = 500;

    public DueItem {
        title = title.length() > LONGEST ? title.substring(0, LONGEST) : title;
    }

    /** For everybody who reads the agenda, with nothing to decide. */
    public static DueItem of(String title, String link) {
        return new DueItem(title, link, null, false);
    }
}
