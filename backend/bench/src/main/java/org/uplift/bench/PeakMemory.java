package org.uplift.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.uplift.bench.Line.Bar;
import org.uplift.stack.Database;

/** The most memory that the service has held resident for a file of five million rows, against half a million. */
record PeakMemory() implements Measurement {
    private static final long FEW = 500_000;
    private static final long MANY = 5_000_000;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Line> measure(Ground ground) {
        Ground.Trust crowd = ground.crowd();
        Path few = ground.file("few.csv", path -> write(crowd, FEW, path));
        Path many = ground.file("many.csv", path -> write(crowd, MANY, path));
        Line.Runs runs = new Line.Runs();
        for (int run = 0; run < ground.size().runs(); run++) {
            Bench.say("%s, run %d of %d …"
                    .formatted(name(), run + 1, ground.size().runs()));
            double withFew = peak(crowd, few, FEW);
            double withMany = peak(crowd, many, MANY);
            runs.add(withMany, withFew);
        }
        return List.of(runs.line(
                "peak resident memory of the service at %,d rows ÷ at %,d rows".formatted(MANY, FEW),
                Bar.atMost(1.2),
                "MiB",
                "many",
                "few"));
    }

    private static long write(Ground.Trust crowd, long rows, Path path) {
        return crowd.generator().results(0).limit(rows).write(path, Rows.Format.CSV);
    }

    /** In a service that has just started. */
    private static double peak(Ground.Trust crowd, Path file, long rows) {
        Deployment deployment = crowd.deployment();
        deployment.restart("/api/v1/schools/900001");
        crowd.fill(file, rows);
        deployment.execute(Database.OWNER, "truncate result");
        return peakMebibytes(deployment.service().pid());
    }

    private static double peakMebibytes(long process) {
        try (var lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("Only Linux tells the peak of a process", e);
        }
    }
}
