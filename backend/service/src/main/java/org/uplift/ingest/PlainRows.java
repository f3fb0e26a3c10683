package org.uplift.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rows of a request of which nothing is to be said but what became of them, as they are stored: a letter for each, in their
 * order, and a dot for a row of which there is more to say.
 */
final class PlainRows {
    private static final char OTHER = '.';

    private PlainRows() {}

    static boolean isPlain(RowResult result) {
        return result.label() == null && result.errors() == null && result.changes() == null;
    }

    /** The letters of those that are plain. */
    static String of(List<RowResult> results) {
        StringBuilder letters = new StringBuilder(results.size());
        for (RowResult result : results) {
            if (isPlain(result)) {
                while (letters.length() <= result.row()) {
                    letters.append(OTHER);
                }
                letters.setCharAt(result.row(), result.outcome().letter());
            }
        }
        return letters.toString();
    }

    /** The plain ones and the others, in their order. */
    static List<RowResult> with(String letters, List<RowResult> others) {
        if (letters.isEmpty()) {
            return others;
        }
        List<RowResult> all = new ArrayList<>(others);
        for (int row = 0; row < letters.length(); row++) {
            if (letters.charAt(row) != OTHER) {
                all.add(new RowResult(row, RowOutcome.of(letters.charAt(row)), null, null, null));
            }
        }
        all.sort(Comparator.comparingInt(RowResult::row));
        return all;
    }
}
