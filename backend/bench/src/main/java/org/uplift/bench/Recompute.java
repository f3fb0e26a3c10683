package org.uplift.bench;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.uplift.bench.Line.Bar;

/**
 * What computing the headline measures again costs after one school has sent a changed mark, against after each of the
 * hundred has. It is what a push with a change takes longer than a push of the same rows without one.
 */
record Recompute() implements Measurement {
    private static final int PUSHES_PER_RUN = 4;

    @Override
    public String name() {
        return "recompute";
    }

    @Override
    public List<Line> measure(Ground ground) {
        Ground.Trust large = ground.large();
        large.fill(ground.results(Rows.Format.CSV, 0), ground.size().rows());
        int lastYear = large.shape().firstYear() + large.shape().years() - 1;
        Marks marks = new Marks(new Generator.Shape(large.shape().schools(), lastYear, 1, 1));
        Line.Runs runs = new Line.Runs();
        try (Push push = new Push(large.deployment(), Deployment.SENDER)) {
            marks.push(push, large.shape().schools(), false);
            for (int run = 0; run < ground.size().runs(); run++) {
                Bench.say("%s, run %d of %d …"
                        .formatted(name(), run + 1, ground.size().runs()));
                large.deployment().settle();
                double one = 0;
                double all = 0;
                for (int at = 0; at < PUSHES_PER_RUN; at++) {
                    all += marks.push(push, large.shape().schools(), true)
                            - marks.push(push, large.shape().schools(), false);
                    one += marks.push(push, 1, true) - marks.push(push, 1, false);
                }
                runs.add(1000 * one / PUSHES_PER_RUN, 1000 * all / PUSHES_PER_RUN);
            }
        }
        return List.of(runs.line(
                "headline measures again after one school ÷ after %d"
                        .formatted(large.shape().schools()),
                Bar.atMost(0.03),
                "ms",
                "one",
                "all"));
    }

    /** One reading mark of each school, in ever newer revisions. */
    private static final class Marks {
        private final Generator generator;
        private int revision = 1;

        Marks(Generator.Shape shape) {
            generator = new Generator(shape);
        }

        double push(Push push, int schools, boolean changed) {
            if (changed) {
                revision++;
            }
            Rows all = generator.results(revision);
            Rows marks = new Rows(all.kind(), all.fields(), () -> first(all).limit(schools));
            String body = marks.batches(schools).toList().getFirst();
            return push.batch(all.kind(), body, schools, changed ? "updated" : "unchanged");
        }

        private static Stream<List<Object>> first(Rows all) {
            int subject = all.fields().indexOf("subject");
            int code = all.fields().indexOf("assessmentCode");
            return all.values()
                    .get()
                    .filter(row -> Objects.equals(row.get(code), "KS2") && Objects.equals(row.get(subject), "REA"));
        }
    }
}
