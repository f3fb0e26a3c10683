package org.uplift.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.uplift.bench.Line.Bar;

/** A file of results, pushed and taken in, against what the database alone needs for the same rows. */
record PushFile(Rows.Format format, double bar) implements Measurement {
    private static final String KIND = "assessment-results";

    @Override
    public String name() {
        return "push-" + format.extension;
    }

    @Override
    public List<Line> measure(Ground ground) {
        Deployment deployment = ground.large().deployment();
        Raw raw = ground.raw();
        long rows = ground.size().rows();
        Path first = ground.results(format, 0);
        Path second = ground.results(format, 1);
        Path rawFirst = ground.resolved(0);
        Path rawSecond = ground.resolved(1);
        Line.Runs fresh = new Line.Runs();
        Line.Runs unchanged = new Line.Runs();
        Line.Runs changed = new Line.Runs();
        Line.Runs rewritten = new Line.Runs();
        try (Push push = new Push(deployment, Deployment.SENDER)) {
            raw.empty();
            push.file(KIND, first, format, rows, "created");
            for (int run = 0; run < ground.size().runs(); run++) {
                Bench.say("%s, run %d of %d …"
                        .formatted(name(), run + 1, ground.size().runs()));
                raw.empty();
                alternate(
                        run,
                        deployment,
                        rows,
                        fresh,
                        () -> push.file(KIND, first, format, rows, "created"),
                        () -> raw.take(rawFirst));
                long before = deployment.number("select pg_current_xact_id()::text::bigint");
                alternate(
                        run,
                        deployment,
                        rows,
                        unchanged,
                        () -> push.file(KIND, first, format, rows, "unchanged"),
                        () -> raw.take(rawFirst));
                rewritten.add(
                        deployment.number("select count(*) from result where xmin::text::bigint >= " + before), rows);
                alternate(
                        run,
                        deployment,
                        rows,
                        changed,
                        () -> push.file(KIND, second, format, rows, "updated"),
                        () -> raw.take(rawSecond));
            }
        }
        String what = "push %,d results as %s, ".formatted(rows, format);
        return List.of(
                line(fresh, what + "new ÷ raw", raw),
                line(unchanged, what + "unchanged ÷ raw", raw),
                rewritten.line(what + "unchanged: rows rewritten ÷ rows", Bar.atMost(0), "rows", "rewritten", "pushed"),
                line(changed, what + "all changed ÷ raw", raw));
    }

    private Line line(Line.Runs runs, String what, Raw raw) {
        return runs.line(what, Bar.atLeast(bar), "rows/s", "service", raw.tool());
    }

    /** Measures rows per second of both, each being the first in every other run. */
    static void alternate(
            int run, Deployment deployment, long rows, Line.Runs runs, DoubleSupplier service, DoubleSupplier raw) {
        double serviceSeconds = 0;
        double rawSeconds = 0;
        for (int turn = 0; turn < 2; turn++) {
            deployment.settle();
            if ((run + turn) % 2 == 0) {
                serviceSeconds = service.getAsDouble();
            } else {
                rawSeconds = raw.getAsDouble();
            }
        }
        runs.add(rows / serviceSeconds, rows / rawSeconds);
    }
}
