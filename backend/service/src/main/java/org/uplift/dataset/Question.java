package org.uplift.dataset;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Utils;
import org.uplift.platform.Problem;

/**
 * What is asked of a data set, as a statement over its rows. It is made of the columns of the set and of values that are read by
 * their type; no word of a request gets into it in any other way.
 */
final class Question {
    private static final int DEEPEST = 10;
    private static final int MOST_VALUES = 2000;

    private final DataSet set;
    private final List<Column> columns;
    private final String where;
    private final String order;
    private int values;

    Question(DataSet set, DataSetQuery asked) {
        this.set = set;
        columns = columns(asked.indicators());
        where = asked.criteria() == null ? "true" : criteria(asked.criteria(), "/criteria", 1);
        order = order(asked.sort());
    }

    /** The columns of the answer. With a symbol in its own column a value is nothing but a value. */
    List<Output> outputs(Labels labels, boolean symbolsApart) {
        List<Output> outputs = new ArrayList<>();
        for (Column column : columns) {
            if (labels != Labels.LABELS || !column.labelled()) {
                outputs.add(symbolsApart ? Output.valueOf(column) : Output.of(column));
            }
            if (symbolsApart && column.symbol() != null) {
                outputs.add(Output.symbolOf(column));
            }
            if (column.labelled() && labels != Labels.CODES) {
                outputs.add(Output.labelOf(column));
            }
        }
        return outputs;
    }

    /**
     * Selects what is asked for.
     *
     * @param rows the statement of the set for the one who asks
     * @param skipped how many rows are not wanted
     * @param most how many are; all the others where there is none
     */
    String select(String rows, List<Output> outputs, long skipped, @Nullable Integer most) {
        return "select " + outputs.stream().map(Output::expression).collect(Collectors.joining(", ")) + " from (" + rows
                + ") d where " + where + " order by " + order + (most == null ? "" : " limit " + most)
                + (skipped == 0 ? "" : " offset " + skipped);
    }

    /** Counts what is asked for. */
    String count(String rows) {
        return "select count(*) from (" + rows + ") d where " + where;
    }

    private List<Column> columns(@Nullable List<String> indicators) {
        if (indicators == null) {
            return set.columns();
        }
        for (int at = 0; at < indicators.size(); at++) {
            if (!column(indicators.get(at), "/indicators/" + at).isIndicator()) {
                throw Problem.invalid(
                        "/indicators/" + at,
                        "not-an-indicator",
                        "\"" + indicators.get(at) + "\" is no indicator; it is in every answer.");
            }
        }
        return set.columns().stream()
                .filter(column -> !column.isIndicator() || indicators.contains(column.name()))
                .toList();
    }

    private Column column(String name, String path) {
        return set.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        path,
                        "unknown-column",
                        "There is no column \"" + name + "\" in this data set; it has "
                                + set.columns().stream().map(Column::name).collect(Collectors.joining(", "))
                                + "."));
    }

    private String order(@Nullable List<String> sort) {
        if (sort == null) {
            return set.order();
        }
        List<String> by = new ArrayList<>();
        for (int at = 0; at < sort.size(); at++) {
            boolean falling = sort.get(at).startsWith("-");
            Column column = column(falling ? sort.get(at).substring(1) : sort.get(at), "/sort/" + at);
            by.add("d." + column.sql() + (falling ? " desc nulls last" : " nulls last"));
        }
        return String.join(", ", by) + ", " + set.order();
    }

    private String criteria(Criteria asked, String path, int depth) {
        if (depth > DEEPEST) {
            throw Problem.invalid(path, "too-deep", "Criteria are nested more than " + DEEPEST + " deep.");
        }
        long kinds = Stream.of(asked.and(), asked.or(), asked.not(), asked.column())
                .filter(kind -> kind != null)
                .count();
        if (kinds != 1) {
            throw Problem.invalid(
                    path,
                    "one-of",
                    "Say one of and, or, not and column; here are " + (kinds == 0 ? "none" : kinds) + ".");
        }
        List<Criteria> all = asked.and();
        List<Criteria> any = asked.or();
        Criteria not = asked.not();
        if (all != null) {
            return joined(all, " and ", path + "/and", depth);
        }
        if (any != null) {
            return joined(any, " or ", path + "/or", depth);
        }
        return not != null ? "not " + criteria(not, path + "/not", depth + 1) : comparisons(asked, path);
    }

    private String joined(List<Criteria> some, String word, String path, int depth) {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < some.size(); at++) {
            parts.add(criteria(some.get(at), path + "/" + at, depth + 1));
        }
        return "(" + String.join(word, parts) + ")";
    }

    private String comparisons(Criteria asked, String path) {
        Column column = column(String.valueOf(asked.column()), path + "/column");
        List<String> all = new ArrayList<>();
        compare(all, column, " = ", asked.eq(), path + "/eq");
        compare(all, column, " <> ", asked.notEq(), path + "/notEq");
        compare(all, column, " > ", asked.gt(), path + "/gt");
        compare(all, column, " >= ", asked.gte(), path + "/gte");
        compare(all, column, " < ", asked.lt(), path + "/lt");
        compare(all, column, " <= ", asked.lte(), path + "/lte");
        compare(all, column, " in ", asked.in(), path + "/in");
        compare(all, column, " not in ", asked.notIn(), path + "/notIn");
        if (all.isEmpty()) {
            throw Problem.invalid(
                    path,
                    "no-comparison",
                    "Say what " + column.name() + " is held against: eq, notEq, in, notIn, gt, gte, lt, lte.");
        }
        return "(" + String.join(" and ", all) + ")";
    }

    private void compare(List<String> all, Column column, String sign, @Nullable String sent, String path) {
        if (sent != null) {
            all.add("d." + column.sql() + sign + literal(column, sent, path));
        }
    }

    private void compare(List<String> all, Column column, String sign, @Nullable List<String> sent, String path) {
        if (sent != null) {
            List<String> literals = new ArrayList<>();
            for (int at = 0; at < sent.size(); at++) {
                literals.add(literal(column, sent.get(at), path + "/" + at));
            }
            all.add("d." + column.sql() + sign + "(" + String.join(", ", literals) + ")");
        }
    }

    private String literal(Column column, String sent, String path) {
        if (++values > MOST_VALUES) {
            throw Problem.invalid(path, "too-many", "There are more than " + MOST_VALUES + " values in the criteria.");
        }
        Object stored = column.type().stored(path, sent);
        return switch (stored) {
            case Integer number -> "(" + number + ")";
            case BigDecimal number -> "(" + number.toPlainString() + ")";
            case Boolean truth -> truth.toString();
            case LocalDate date -> "date " + quoted(date.toString(), path);
            default -> quoted(stored.toString(), path);
        };
    }

    private static String quoted(String text, String path) {
        try {
            return "'" + Utils.escapeLiteral(null, text, true) + "'";
        } catch (SQLException e) {
            throw Problem.invalid(path, "control-character", "There is a character in it that no text can have.");
        }
    }
}
