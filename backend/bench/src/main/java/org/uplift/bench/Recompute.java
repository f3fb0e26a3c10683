package org.uplift.bench;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.bench.Line.Bar;

/**
 * What computing the headline measures again costs after one school has sent a changed mark, against after each of the
 * hundred has. It is what a push with a change takes longer than a push of the same rows without one.
 */
record Recompute() implements Measurement {
    private static final int PUSHES_PER_RUN = 4;
    /** Pushes of one school for each of all: they take some milliseconds, of which each is off by as many. */
    private static final int OF_ONE_SCHOOL = 10;

    @Override
    public String name() {
        return "recompute";
    }

    @Override
    public List<Line> measure(Ground ground) {
        Ground.Trust large = ground.large();
        ground.fill(large);
        int lastYear = large.shape().firstYear() + large.shape().years() - 1;
        Generator.Shape shape = new Generator.Shape(large.shape().schools(), lastYear, 1, 1);
        Marks marks = new Marks(new Generator(shape));
        Line.Runs runs = new Line.Runs();
        try (Push push = new Push(large.deployment(), Deployment.SENDER)) {
            marks.push(push, large.shape().schools(), "unchanged");
            for (int run = 0; run < ground.size().runs(); run++) {
                Bench.say("%s, run %d of %d …"
                        .formatted(name(), run + 1, ground.size().runs()));
                large.deployment().settle();
                double school = 0;
                double trust = 0;
                for (int at = 0; at < PUSHES_PER_RUN; at++) {
                    trust += marks.cost(push, large.shape().schools());
                    for (int one = 0; one < OF_ONE_SCHOOL; one++) {
                        school += marks.cost(push, 1) / OF_ONE_SCHOOL;
                    }
                }
                runs.add(1000 * school / PUSHES_PER_RUN, 1000 * trust / PUSHES_PER_RUN);
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
        private int revision;

        Marks(Generator generator) {
            this.generator = generator;
        }

        /** Seconds that a change of each mark takes longer than sending it again. */
        double cost(Push push, int schools) {
            revision++;
            return push(push, schools, "updated") - push(push, schools, "unchanged");
        }

        double push(Push push, int schools, String outcome) {
            Rows all = generator.results(revision);
            Rows marks =
                    new Rows(all.kind(), all.fields(), () -> readingMarks(all).limit(schools));
            return push.batch(all.kind(), marks.batches(schools).toList().getFirst(), outcome);
        }

        private static Stream<List<@Nullable Object>> readingMarks(Rows all) {
            int subject = all.fields().indexOf("subject");
            int code = all.fields().indexOf("assessmentCode");
            return all.values()
                    .get()
                    .filter(row -> Objects.equals(row.get(code), "KS2") && Objects.equals(row.get(subject), "REA"));
        }
    }
}
