package org.uplift.dataset;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A set of rows that analysts can ask.
 *
 * @param source where its data come from, in words
 * @param method how it is computed, in words
 * @param permission who sees such data elsewhere; analysts see it, too, save for rows of pupils
 * @param ofPupils whether its rows are of single pupils
 * @param memory what it keeps of what it was
 * @param key what tells rows apart, and the order in which they are given
 * @param statement selects its columns; says where the scope goes, and for outcomes what is known and hidden
 * @param measures of outcomes which ones, as a condition over a measure m; none of other sets
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
        Memory memory,
        List<String> key,
        List<Column> columns,
        String statement,
        @Nullable String measures,
        @Nullable String freshness,
        @Nullable String changes) {
    private static final Pattern OF_ROW = Pattern.compile("\\bd\\.([a-z_]+)");

    /** Every row of it, in the order of its key. */
    String order() {
        return key.stream().map(name -> "d." + name).collect(Collectors.joining(", "));
    }

    /** Those of its key that are columns, by their names. */
    List<String> shownKey() {
        return key.stream()
                .flatMap(name -> columns.stream().filter(column -> column.sql().equals(name)))
                .map(Column::name)
                .toList();
    }

    /** Whether it can be asked for what it was. */
    boolean remembers() {
        return memory != Memory.NONE;
    }

    /** A statement that gives the rows of a version, for a set that keeps these. */
    String kept(int position) {
        List<String> fields = new ArrayList<>();
        for (Column column : columns) {
            fields.add("cast(r.row ->> '%1$s' as %2$s) as %1$s"
                    .formatted(column.sql(), column.type().sql()));
            if (column.labelled()) {
                fields.add("r.row ->> '%1$s_label' as %1$s_label".formatted(column.sql()));
            }
        }
        undeclared().forEach(name -> fields.add("r.row ->> '%1$s' as %1$s".formatted(name)));
        return "select " + String.join(", ", fields) + " from data_set_row r where r.data_set = '" + id
                + "' and r.from_version <= " + position + " and (r.until_version is null or r.until_version > "
                + position
                + ") and {scope:r.school_urn}";
    }

    /** What its statement gives besides its columns, for its order and its symbols. */
    private Set<String> undeclared() {
        Set<String> names = new LinkedHashSet<>(key);
        columns.forEach(column -> {
            if (column.symbol() != null) {
                OF_ROW.matcher(column.symbol()).results().forEach(name -> names.add(name.group(1)));
            }
        });
        columns.forEach(column -> names.remove(column.sql()));
        return names;
    }

    boolean hasSymbols() {
        return columns.stream().anyMatch(column -> column.symbol() != null);
    }
}
