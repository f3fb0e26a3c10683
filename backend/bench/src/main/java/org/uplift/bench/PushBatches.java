package org.uplift.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.uplift.bench.Line.Bar;

/** Results in batches of 1,000 by two clients, answered row by row, against the database alone with all of them at once. */
record PushBatches() implements Measurement {
    private static final int BATCH = 1_000;

    @Override
    public String name() {
        return "push-json";
    }

    @Override
    public List<Line> measure(Ground ground) {
        Ground.Trust large = ground.large();
        Raw raw = ground.raw();
        long rows = ground.size().batchRows();
        Rows results = large.generator().results(0);
        List<Rows.Batch> left = results.limit(rows / 2).batches(BATCH).toList();
        List<Rows.Batch> right =
                results.skip(rows / 2).limit(rows - rows / 2).batches(BATCH).toList();
        Path resolved = ground.file("resolved-batches", path -> {
            Path csv = ground.file("batches.csv", file -> results.limit(rows).write(file, Rows.Format.CSV));
            large.fill(csv, rows);
            raw.export(path);
        });
        Line.Runs runs = new Line.Runs();
        try (Push one = new Push(large.deployment(), Deployment.SENDER);
                Push other = new Push(large.deployment(), Deployment.DATA_MANAGER)) {
            Load.untilSteady(ground.size().warmUp().multipliedBy(2), () -> {
                raw.empty();
                return rows / together(() -> send(one, left), () -> send(other, right));
            });
            for (int run = 0; run < ground.size().runs(); run++) {
                Bench.say("%s, run %d of %d …"
                        .formatted(name(), run + 1, ground.size().runs()));
                raw.empty();
                PushFile.alternate(
                        run,
                        large.deployment(),
                        rows,
                        runs,
                        () -> together(() -> send(one, left), () -> send(other, right)),
                        () -> raw.take(resolved));
            }
        }
        return List.of(runs.line(
                "push %,d results in JSON batches of %,d by two clients ÷ raw in one go".formatted(rows, BATCH),
                Bar.atLeast(0.45),
                "rows/s",
                "service",
                raw.tool()));
    }

    private static double together(Runnable one, Runnable other) {
        long start = System.nanoTime();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = clients.submit(one);
            Future<?> second = clients.submit(other);
            first.get();
            second.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void send(Push push, List<Rows.Batch> batches) {
        batches.forEach(batch -> push.batch("assessment-results", batch, "created"));
    }
}
