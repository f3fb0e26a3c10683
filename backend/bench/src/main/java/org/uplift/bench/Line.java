package org.uplift.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param what what is divided by what
 * @param bar what is to be reached, or null where a figure is only told
 * @param ratio what was reached, run by run, or null when it could not be measured
 * @param figures what the ratio was made of, or why there is none
 * @param failed it could have been measured, and was not
 */
record Line(String what, @Nullable Bar bar, @Nullable Spread ratio, String figures, boolean failed) {
    Line(String what, @Nullable Bar bar, @Nullable Spread ratio, String figures) {
        this(what, bar, ratio, figures, false);
    }

    /** A ratio to reach, or not to exceed. */
    record Bar(boolean atLeast, double ratio) {
        static Bar atLeast(double ratio) {
            return new Bar(true, ratio);
        }

        static Bar atMost(double ratio) {
            return new Bar(false, ratio);
        }

        boolean holds(double reached) {
            return atLeast ? reached >= ratio : reached <= ratio;
        }

        @Override
        public String toString() {
            return (atLeast ? "≥ " : "≤ ") + String.format(Locale.ROOT, "%.2f", ratio);
        }
    }

    /** Runs of two things, side by side: each ratio is of one run. */
    static final class Runs {
        private final List<Double> ratios = new ArrayList<>();
        private final List<Double> over = new ArrayList<>();
        private final List<Double> under = new ArrayList<>();

        void add(double numerator, double denominator) {
            over.add(numerator);
            under.add(denominator);
            ratios.add(numerator / denominator);
        }

        /** Says what was measured, with the figures behind it. */
        Line line(String what, @Nullable Bar bar, String unit, String numerator, String denominator) {
            return new Line(
                    what,
                    bar,
                    Spread.of(ratios),
                    "%s %s %s, %s %s %s; %d runs"
                            .formatted(
                                    numerator,
                                    Spread.of(over),
                                    unit,
                                    denominator,
                                    Spread.of(under),
                                    unit,
                                    ratios.size()));
        }
    }

    static Line failed(String what, String why) {
        return new Line(what, null, null, why.lines().findFirst().orElse(""), true);
    }

    /** What cannot be measured here, for want of something that not everybody has. */
    static Line absent(String what, Bar bar, String why) {
        return new Line(what, bar, null, why);
    }

    String verdict() {
        if (ratio == null) {
            return "not measured";
        }
        if (bar == null) {
            return "told";
        }
        return bar.holds(ratio.median()) ? "reached" : bar.atLeast() ? "BELOW THE BAR" : "ABOVE THE BAR";
    }

    @Override
    public String toString() {
        return what + ": " + (ratio == null ? "" : ratio + ", ") + verdict() + "; " + figures;
    }

    /** The table, in Markdown. */
    static String table(List<Line> lines) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of("What", "Bar", "Median (least–most)", "", "Figures"));
        cells.add(List.of("---", "---", "---", "---", "---"));
        for (Line line : lines) {
            cells.add(List.of(
                    line.what(),
                    line.bar() == null ? "–" : line.bar().toString(),
                    line.ratio() == null ? "–" : line.ratio().toString(),
                    line.verdict(),
                    line.figures()));
        }
        StringBuilder table = new StringBuilder();
        for (List<String> row : cells) {
            table.append("| ").append(String.join(" | ", row)).append(" |\n");
        }
        return table.toString();
    }
}
