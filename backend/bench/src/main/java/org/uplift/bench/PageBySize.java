package org.uplift.bench;

import java.util.List;
import org.uplift.bench.Line.Bar;

/** The page of a school in a large trust with many years, against in a small one with one year. */
record PageBySize() implements Measurement {
    @Override
    public String name() {
        return "page-by-size";
    }

    @Override
    public List<Line> measure(Ground ground) {
        Ground.Trust large = ground.large();
        Ground.Trust small = ground.small();
        ground.fill(large);
        ground.fill(small);
        Load ofLarge = SchoolPage.of(large);
        Load ofSmall = SchoolPage.of(small);
        ofLarge.warmUp(2, ground.size().warmUp());
        ofSmall.warmUp(2, ground.size().warmUp());
        Line.Runs runs = new Line.Runs();
        for (int run = 0; run < ground.size().runs(); run++) {
            Bench.say("%s, run %d of %d …"
                    .formatted(name(), run + 1, ground.size().runs()));
            double smallMillis = ofSmall.busy(1, ground.size().load()).millis(0.5);
            double largeMillis = ofLarge.busy(1, ground.size().load()).millis(0.5);
            runs.add(largeMillis, smallMillis);
        }
        return List.of(runs.line(
                "school on a page (four calls), p50 at %s ÷ at %s".formatted(words(large), words(small)),
                Bar.atMost(1.3),
                "ms",
                "large",
                "small"));
    }

    private static String words(Ground.Trust trust) {
        return trust.shape().schools() + " × " + trust.shape().years();
    }
}
