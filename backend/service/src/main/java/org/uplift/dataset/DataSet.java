package org.uplift.dataset;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A set of rows that analysts can ask.
 *
 * @param source where its data come from, in words
 * @param method how it is computed, in words
 * @param permission who sees such data elsewhere; analysts see it, too, save for rows of pupils
 * @param ofPupils whether its rows are of single pupils
 * @param remembers whether it keeps what its values were
 * @param key what tells rows apart, and the order in which they are given
 * @param statement selects its columns; says where the scope goes, and for outcomes what is known and hidden
 * @param freshness gives when it last changed, and whether something of it is being computed; none where that is not kept
 * @param changes gives a text that is another one whenever a row may be; none, or nothing, where the rows
 *     themselves are looked at
 */
record DataSet(
        String id,
        String title,
        String description,
        String source,
        String method,
        String permission,
        boolean ofPupils,
        boolean remembers,
        List<String> key,
        List<Column> columns,
        String statement,
        @Nullable String freshness,
        @Nullable String changes) {

    /** Every row of it, in the order of its key. */
    String order() {
        return key.stream().map(name -> "d." + name).collect(Collectors.joining(", "));
    }

    boolean hasSymbols() {
        return columns.stream().anyMatch(column -> column.symbol() != null);
    }
}
