package org.uplift.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code quick}, {@code rows=…}, {@code runs=…}, {@code only=push-csv,…} measure and print a table;
 * {@code generate folder=… schools=… years=… pupils=…} writes rows to files.
 */
public final class Bench {
    private static final List<Measurement> MEASUREMENTS = List.of(
            new PushFile(Rows.Format.CSV, 0.80),
            new PushFile(Rows.Format.NDJSON, 0.70),
            new PushBatches(),
            new Recompute(),
            new OneSchool(),
            new BesidePostGraphile(),
            new BesideDirectus(),
            new PageDuringPush(),
            new PageDuringQuestions(),
            new PageBySize(),
            new HeatMap(),
            new Export(),
            new Questions(),
            new ListStatements(),
            new Replicas(),
            new StartUp(),
            new PeakMemory());

    private Bench() {}

    public static void main(String... arguments) throws IOException {
        Map<String, String> options = Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> pair.length == 2 ? pair[1] : "", (a, b) -> b, HashMap::new));
        if (options.containsKey("generate")) {
            generate(options);
            return;
        }
        Size size = options.containsKey("quick") ? Size.quick() : Size.full();
        if (options.containsKey("rows")) {
            size = size.withRows(Long.parseLong(options.get("rows")));
        }
        if (options.containsKey("runs")) {
            size = size.withRuns(Integer.parseInt(options.get("runs")));
        }
        long start = System.nanoTime();
        List<Line> lines = measure(size, chosen(options, size));
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        System.out.println();
        System.out.println(Line.table(lines));
        System.out.println("Measured on " + machine() + ", in " + seconds + " s.");
        System.exit(lines.stream().anyMatch(Line::failed) ? 1 : 0);
    }

    private static List<Measurement> chosen(Map<String, String> options, Size size) {
        Set<String> known = MEASUREMENTS.stream().map(Measurement::name).collect(Collectors.toSet());
        String only = options.getOrDefault("only", "");
        List<String> wanted = only.isEmpty() ? List.of() : List.of(only.split(","));
        wanted.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("There is no measurement \"" + name + "\"; there are " + known + ".");
        });
        return MEASUREMENTS.stream()
                .filter(one ->
                        wanted.isEmpty() ? size.memory() || !(one instanceof PeakMemory) : wanted.contains(one.name()))
                .toList();
    }

    private static List<Line> measure(Size size, List<Measurement> measurements) throws IOException {
        Path root = Path.of(System.getenv().getOrDefault("UPLIFT_ROOT", "."))
                .toAbsolutePath()
                .normalize();
        List<Line> lines = new ArrayList<>();
        say("Starting PostgreSQL and Keycloak …");
        try (Stand stand = Stand.start(root);
                Ground ground = new Ground(stand, size)) {
            for (Measurement measurement : measurements) {
                try {
                    List<Line> measured = measurement.measure(ground);
                    measured.forEach(line -> say("  " + line));
                    lines.addAll(measured);
                } catch (RuntimeException e) {
                    say(measurement.name() + " failed: " + e.getMessage());
                    lines.add(Line.failed(measurement.name(), String.valueOf(e.getMessage())));
                }
            }
        }
        return lines;
    }

    /** A folder of files to push: pupils, results and attendance of whole academic years. */
    private static void generate(Map<String, String> options) throws IOException {
        Path folder = Files.createDirectories(Path.of(options.getOrDefault("folder", ".local/generated")));
        int years = Integer.parseInt(options.getOrDefault("years", "1"));
        Generator generator = new Generator(new Generator.Shape(
                Integer.parseInt(options.getOrDefault("schools", "11")),
                Integer.parseInt(options.getOrDefault("until", "2025")) - years + 1,
                years,
                Integer.parseInt(options.getOrDefault("pupils", "30"))));
        Rows.Format format = options.containsKey("ndjson") ? Rows.Format.NDJSON : Rows.Format.CSV;
        Files.writeString(folder.resolve("register.csv"), generator.register());
        for (Rows rows : Stream.of(generator.pupils(), generator.results(0), generator.attendance())
                .toList()) {
            Path file = folder.resolve(rows.kind() + "." + format.extension);
            say("%,d rows in %s".formatted(rows.write(file, format), file));
        }
    }

    private static String machine() {
        return "%d cores, %s, JDK %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.arch"),
                        Runtime.version().feature());
    }

    static void say(String line) {
        System.out.println(line);
    }
}
