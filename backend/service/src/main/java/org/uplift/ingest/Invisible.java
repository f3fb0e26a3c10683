package org.uplift.ingest;

import java.util.Optional;

/**
 * Characters that nobody sees: controls, marks that turn the direction of writing, joiners and the like. They make a
 * text look like what it is not, and two texts look the same that are not.
 */
public final class Invisible {
    /** The code of the error that a text with one of them gets. */
    public static final String CODE = "invisible-character";

    private Invisible() {}

    /** What is wrong with a text, for people; nothing when all of it is seen. */
    public static Optional<String> in(String text) {
        return isPlain(text) ? Optional.empty() : firstIn(text);
    }

    /** Printable ASCII, as nearly every text of a file is: told at a glance. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> firstIn(String text) {
        return text.codePoints()
                .filter(Invisible::isInvisible)
                .mapToObj("It holds the character U+%04X, which nobody sees; take it out."::formatted)
                .findFirst();
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
