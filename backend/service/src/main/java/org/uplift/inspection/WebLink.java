package org.uplift.inspection;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a link on a page may be. */
final class WebLink {
    static final int LONGEST = 1_000;
    static final String PATTERN = "^https?://[^\\s\"'<>\\\\]+$";

    private static final Pattern SAFE = Pattern.compile(PATTERN, Pattern.CASE_INSENSITIVE);

    private WebLink() {}

    /** A link that a browser may follow; nothing for anything else. */
    static @Nullable String safe(@Nullable String link) {
        return link != null && link.length() <= LONGEST && SAFE.matcher(link).matches() ? link : null;
    }
}
