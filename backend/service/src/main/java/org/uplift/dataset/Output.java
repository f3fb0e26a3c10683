package org.uplift.dataset;

import org.jspecify.annotations.Nullable;

/**
 * A column of an answer.
 *
 * @param type what its values are
 * @param symbolic whether a symbol can stand in place of a value; then it is a text
 * @param expression that gives it, over a row of the set
 */
record Output(String name, ColumnType type, boolean symbolic, String expression) {
    /** The code or value of a column. */
    static Output of(Column column) {
        @Nullable String symbol = column.symbol();
        return symbol == null
                ? valueOf(column)
                : new Output(
                        column.name(), column.type(), true, "coalesce(d." + column.sql() + "::text, " + symbol + ")");
    }

    /** The value of a column without its symbol. */
    static Output valueOf(Column column) {
        String stored = "d." + column.sql();
        return new Output(
                column.name(),
                column.type(),
                false,
                column.type() == ColumnType.ACADEMIC_YEAR
                        ? "(%1$s::text || '/' || (%1$s + 1)::text)".formatted(stored)
                        : stored);
    }

    /** The symbol of a column where it has no value. */
    static Output symbolOf(Column column) {
        return new Output(
                column.name() + "Symbol",
                ColumnType.TEXT,
                false,
                "case when d." + column.sql() + " is null then " + column.symbol() + " end");
    }

    static Output labelOf(Column column) {
        return new Output(column.name() + "Label", ColumnType.TEXT, false, "d." + column.sql() + "_label");
    }

    /** Whether its values are written as numbers or truths, without quotes. */
    boolean isBare() {
        return !symbolic && (type == ColumnType.INTEGER || type == ColumnType.NUMBER || type == ColumnType.BOOLEAN);
    }
}
