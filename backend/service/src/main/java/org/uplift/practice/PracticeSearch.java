package org.uplift.practice;

import java.util.List;

/**
 * What a search asks for.
 *
 * @param query as the database has it
 * @param meant the words that were taken in the place of those that nothing has
 * @param also what means the same, and is found too
 */
record PracticeSearch(String query, List<String> meant, List<String> also) {
    /** Nothing is searched for. */
    static final PracticeSearch NONE = new PracticeSearch("", List.of(), List.of());
}
