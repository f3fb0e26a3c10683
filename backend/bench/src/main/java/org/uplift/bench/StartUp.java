package org.uplift.bench;

import java.util.ArrayList;
import java.util.List;

/** How long the service needs from its start until it has answered the first request with a token. */
record StartUp() implements Measurement {
    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Line> measure(Ground ground) {
        List<Double> seconds = new ArrayList<>();
        for (int run = 0; run < ground.size().runs(); run++) {
            Bench.say("%s, run %d of %d …"
                    .formatted(name(), run + 1, ground.size().runs()));
            seconds.add(ground.large().deployment().restart("/api/v1/schools/900001"));
        }
        return List.of(new Line(
                "start until the first answered request with a token, seconds",
                null,
                Spread.of(seconds),
                seconds.size() + " runs, on a database that is there; without an AOT cache"));
    }
}
