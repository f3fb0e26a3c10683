package org.uplift.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.uplift.bench.Line.Bar;

/** The heat map of a trust of a thousand schools, all of its pages, against that of a hundred; each with five years of terms. */
record HeatMap() implements Measurement {
    private static final int PAGE = 200;
    private static final int YEARS = 5;
    private static final List<String> TERMS = List.of("autumn", "spring", "summer");

    @Override
    public String name() {
        return "heat-map";
    }

    @Override
    public List<Line> measure(Ground ground) {
        Ground.Trust large = ground.broad();
        Ground.Trust small = ground.large();
        ground.fill(large);
        ground.fill(small);
        double largeSeconds = assess(large);
        double smallSeconds = assess(small);
        Load ofLarge = pages(large);
        Load ofSmall = pages(small);
        ofLarge.warmUp(1, ground.size().warmUp());
        ofSmall.warmUp(1, ground.size().warmUp());
        Line.Runs runs = new Line.Runs();
        double slowest = 0;
        for (int run = 0; run < ground.size().runs(); run++) {
            Bench.say("%s, run %d of %d …"
                    .formatted(name(), run + 1, ground.size().runs()));
            Load.Answers few = ofSmall.busy(1, ground.size().load());
            Load.Answers many = ofLarge.busy(1, ground.size().load());
            slowest = Math.max(slowest, few.millis(0.95));
            runs.add(many.millis(0.5), few.millis(0.5));
        }
        return List.of(runs.line(
                "heat map, p50 at %d schools ÷ at %d (p95 at %d: %.0f ms; a term computed in %.1f s and %.1f s)"
                        .formatted(
                                large.shape().schools(),
                                small.shape().schools(),
                                small.shape().schools(),
                                slowest,
                                largeSeconds,
                                smallSeconds),
                Bar.atMost(10),
                "ms",
                "large",
                "small"));
    }

    /** Assesses every term of the last years; seconds that the present one takes. */
    private static double assess(Ground.Trust trust) {
        LocalDate today = LocalDate.now();
        int present = today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1;
        for (int year = present - YEARS; year < present; year++) {
            for (String term : TERMS) {
                compute(trust, Map.of("academicYear", year + "/" + (year + 1), "term", term));
            }
        }
        compute(trust, Map.of());
        long start = System.nanoTime();
        compute(trust, Map.of());
        return (System.nanoTime() - start) / 1e9;
    }

    private static void compute(Ground.Trust trust, Map<String, String> term) {
        trust.deployment().api().post(Deployment.TRUST_LEADER, "/need-assessments", term);
    }

    private static Load pages(Ground.Trust trust) {
        int last = (trust.shape().schools() + PAGE - 1) / PAGE;
        List<String> pages = IntStream.rangeClosed(1, last)
                .mapToObj(page -> "/api/v1/need-assessments?pageSize=" + PAGE + "&page=" + page)
                .toList();
        return new Load(
                trust.deployment().service().url(),
                trust.deployment().api().token(Deployment.TRUST_LEADER),
                page -> pages);
    }
}
