package org.uplift.inspection;

import java.util.regex.Pattern;

/** What a link on a page may be. */
final class WebLink {
    static final String PATTERN = "https?://[^\\s\"'<>\\\\]+";

    private static final Pattern SAFE = Pattern.compile(PATTERN, Pattern.CASE_INSENSITIVE);

    private WebLink() {}

    static boolean isSafe(String link) {
        return SAFE.matcher(link).matches();
    }
}
