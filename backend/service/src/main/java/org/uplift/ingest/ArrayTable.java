package org.uplift.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of some thousand rows that goes to the database with a statement, an array for each column. It has the name of a
 * temporary table and stands in for it: nothing has to be filled before and emptied after, and the statement stays the same,
 * so that the database plans it once.
 */
public final class ArrayTable implements Stage {
    private final String name;
    private final List<Column> columns;
    private int at;

    private record Column(String name, String type, List<@Nullable Object> values) {
        /** As what the values are sent: to write a moment or a date as a text and to read it is dear. */
        String sent() {
            return switch (type) {
                case "timestamptz" -> "bigint";
                case "date" -> "int";
                default -> type;
            };
        }

        /** What makes of a value that was sent what it stands for. */
        String received() {
            return switch (type) {
                case "timestamptz" -> "timestamptz 'epoch' + " + name + " * interval '1 microsecond' as " + name;
                case "date" -> "date 'epoch' + " + name + " as " + name;
                default -> name;
            };
        }

        /** The driver sends arrays of these as they are, and any other as a text. */
        Object[] array() {
            return values.toArray(
                    switch (sent()) {
                        case "int" -> new Integer[0];
                        case "smallint" -> new Short[0];
                        case "bigint" -> new Long[0];
                        case "boolean" -> new Boolean[0];
                        case "bytea" -> new byte[0][];
                        default -> new Object[0];
                    });
        }
    }

    /**
     * A table without rows.
     *
     * @param columns each with its type, as {@code line int}
     */
    public ArrayTable(String name, String... columns) {
        this.name = name;
        this.columns = Stream.of(columns)
                .map(column -> column.split(" "))
                .map(column -> new Column(column[0], column[1], new ArrayList<>()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /**
     * Prepares a statement that goes with tables.
     *
     * @param sql says {@code {tables}} where their definitions stand, behind {@code with}
     */
    public static PreparedStatement prepare(Connection connection, String sql, ArrayTable... tables)
            throws SQLException {
        String definitions = Stream.of(tables).map(ArrayTable::definition).collect(Collectors.joining(", "));
        PreparedStatement statement = connection.prepareStatement(sql.replace("{tables}", definitions));
        int place = 1;
        for (ArrayTable table : tables) {
            for (Column column : table.columns) {
                statement.setArray(place++, connection.createArrayOf(column.sent(), column.array()));
            }
        }
        return statement;
    }

    private String definition() {
        return columns.stream().map(Column::received).collect(Collectors.joining(", ", name + " as (select ", ""))
                + columns.stream()
                        .map(column -> "cast(? as " + column.sent() + "[])")
                        .collect(Collectors.joining(", ", " from unnest(", ")"))
                + columns.stream().map(Column::name).collect(Collectors.joining(", ", " as sent (", "))"));
    }

    /** Puts something else in the place of each value that there is in a column. */
    public void replace(String column, UnaryOperator<@Nullable Object> by) {
        values(column).replaceAll(value -> value == null ? null : by.apply(value));
    }

    /**
     * Adds a column when all rows are there.
     *
     * @param column with its type, as {@code known boolean}
     * @param of the column that its values are made of
     */
    public void add(String column, String of, UnaryOperator<@Nullable Object> by) {
        String[] named = column.split(" ");
        columns.add(new Column(
                named[0], named[1], values(of).stream().map(by).collect(Collectors.toCollection(ArrayList::new))));
    }

    /** Leaves a column empty in the rows that have something in another one. */
    public void leaveOut(String column, String other) {
        List<@Nullable Object> values = values(column);
        List<@Nullable Object> others = values(other);
        for (int row = 0; row < values.size(); row++) {
            if (others.get(row) != null) {
                values.set(row, null);
            }
        }
    }

    private List<@Nullable Object> values(String column) {
        return columns.stream()
                .filter(one -> one.name().equals(column))
                .findFirst()
                .orElseThrow()
                .values();
    }

    private Stage put(@Nullable Object value) {
        columns.get(at++).values().add(value);
        return this;
    }

    @Override
    public Stage row() {
        at = 0;
        return this;
    }

    @Override
    public Stage number(int value) {
        return put(value);
    }

    @Override
    public Stage number(@Nullable Integer value) {
        return put(value);
    }

    @Override
    public Stage small(int value) {
        return put((short) value);
    }

    @Override
    public Stage flag(@Nullable Boolean value) {
        return put(value);
    }

    @Override
    public Stage text(@Nullable String value) {
        return put(value);
    }

    @Override
    public Stage bytes(byte @Nullable [] value) {
        return put(value);
    }

    @Override
    public Stage id(UUID value) {
        return put(value);
    }

    @Override
    public Stage date(LocalDate value) {
        return put((int) value.toEpochDay());
    }

    @Override
    public Stage moment(Instant value) {
        return put(ChronoUnit.MICROS.between(Instant.EPOCH, value));
    }

    @Override
    public Stage nothing() {
        return put(null);
    }

    @Override
    public void end() {
        // The rows go with the statement.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
