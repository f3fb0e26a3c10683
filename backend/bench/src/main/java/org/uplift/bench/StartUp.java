package org.uplift.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.uplift.bench.Line.Bar;

/**
 * How long the service needs from its start until it has answered the first request with a token: with an AOT cache that a
 * run before has made, and without.
 */
record StartUp() implements Measurement {
    private static final String PATH = "/api/v1/schools/900001";

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Line> measure(Ground ground) {
        Deployment deployment = ground.large().deployment();
        Bench.say("%s, making the AOT cache …".formatted(name()));
        Path cache = deployment.train(
                PATH, () -> SchoolPage.of(ground.large()).busy(1, ground.size().load()));
        Line.Runs runs = new Line.Runs();
        List<Double> alone = new ArrayList<>();
        for (int run = 0; run < ground.size().runs(); run++) {
            Bench.say("%s, run %d of %d …"
                    .formatted(name(), run + 1, ground.size().runs()));
            double with = deployment.restart(PATH, "-XX:AOTCache=" + cache);
            double without = deployment.restart(PATH);
            runs.add(with, without);
            alone.add(without);
        }
        return List.of(
                runs.line(
                        "start until the first answered request with a token, with an AOT cache ÷ without",
                        Bar.atMost(0.45),
                        "s",
                        "with",
                        "without"),
                new Line(
                        "start until the first answered request with a token, seconds",
                        null,
                        Spread.of(alone),
                        alone.size() + " runs, on a database that is there; without an AOT cache"));
    }
}
