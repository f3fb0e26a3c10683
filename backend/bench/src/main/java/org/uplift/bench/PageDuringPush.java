package org.uplift.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.uplift.bench.Line.Bar;
import org.uplift.stack.Database;

/** The page of a school while a large file is taken in, against while none is. */
record PageDuringPush() implements Measurement {
    private static final int CONNECTIONS = 8;
    private static final int PAGES_PER_SECOND = 40;
    private static final Duration PLANNED = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "page-during-push";
    }

    @Override
    public List<Line> measure(Ground ground) {
        Ground.Trust large = ground.large();
        long rows = ground.size().rows();
        Path file = ground.results(Rows.Format.CSV, 0);
        large.fill(file, rows);
        large.deployment().settle();
        Line.Runs runs = new Line.Runs();
        SchoolPage.of(large).warmUp(CONNECTIONS, ground.size().warmUp());
        for (int run = 0; run < ground.size().runs(); run++) {
            Bench.say("%s, run %d of %d …"
                    .formatted(name(), run + 1, ground.size().runs()));
            Load page = SchoolPage.of(large);
            large.deployment().settle();
            large.deployment().execute(Database.OWNER, "truncate result");
            // Every connection plans anew after that, which is no part of a push.
            alone(page, PLANNED);
            double alone = alone(page, ground.size().load()).millis(0.99);
            runs.add(during(large, file, rows, page).millis(0.99), alone);
        }
        return List.of(runs.line(
                "p99 of the page of a school during a push of %,d rows ÷ without one, %d pages/s"
                        .formatted(rows, PAGES_PER_SECOND),
                Bar.atMost(4),
                "ms",
                "during",
                "without"));
    }

    private static Load.Answers alone(Load page, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return page.steady(CONNECTIONS, PAGES_PER_SECOND, () -> System.nanoTime() < end);
    }

    private static Load.Answers during(Ground.Trust trust, Path file, long rows, Load page) {
        try (ExecutorService sender = Executors.newVirtualThreadPerTaskExecutor();
                Push push = new Push(trust.deployment(), Deployment.SENDER)) {
            Future<Double> pushed =
                    sender.submit(() -> push.file("assessment-results", file, Rows.Format.CSV, rows, "created"));
            Load.Answers answers = page.steady(CONNECTIONS, PAGES_PER_SECOND, () -> !pushed.isDone());
            pushed.get();
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
