package org.uplift.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.uplift.stack.Database;

/** What measurements stand on: deployments with their schools and pupils, and files; each is made when it is asked for. */
final class Ground implements AutoCloseable {
    /** A deployment whose schools have sent their pupils. */
    record Trust(Deployment deployment, Generator.Shape shape, Generator generator) {
        /** Empties the results and lets the service take a file in. */
        void fill(Path file, long rows) {
            deployment.execute(Database.OWNER, "truncate result");
            deployment.settle();
            try (Push push = new Push(deployment, Deployment.SENDER)) {
                push.file("assessment-results", file, Rows.Format.CSV, rows, "created");
            }
        }
    }

    private final Stand stand;
    private final Size size;
    private final Map<String, Trust> trusts = new HashMap<>();
    private final Map<String, Path> files = new HashMap<>();
    private @Nullable Raw raw;

    Ground(Stand stand, Size size) {
        this.stand = stand;
        this.size = size;
    }

    Stand stand() {
        return stand;
    }

    Size size() {
        return size;
    }

    Trust large() {
        return trust("bench_large", size.large());
    }

    Trust small() {
        return trust("bench_small", size.small());
    }

    Trust broad() {
        return trust("bench_broad", Size.broad());
    }

    Trust crowd() {
        return trust("bench_crowd", Size.crowd());
    }

    private Trust trust(String name, Generator.Shape shape) {
        return trusts.computeIfAbsent(name, unknown -> {
            try {
                Bench.say("Preparing %d schools × %d years …".formatted(shape.schools(), shape.years()));
                Deployment deployment = Deployment.start(stand, name);
                Generator generator = new Generator(shape);
                deployment.enrol(generator, shape);
                deployment.register(shape.urns());
                Path pupils = deployment.folder().resolve("pupils.csv");
                long rows = generator.pupils().write(pupils, Rows.Format.CSV);
                try (Push push = new Push(deployment, Deployment.SENDER)) {
                    push.file("pupils", pupils, Rows.Format.CSV, rows, "created");
                }
                Files.delete(pupils);
                return new Trust(deployment, shape, generator);
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("No trust to measure with: " + e.getMessage(), e);
            }
        });
    }

    /** A file of the results of the large trust. */
    Path results(Rows.Format format, int revision) {
        return file(
                "results-" + revision + "." + format.extension,
                path -> large().generator().results(revision).limit(size.rows()).write(path, format));
    }

    /** Lets the service take in every result of a trust, and compute what follows from them. */
    void fill(Trust trust) {
        Path file = file(
                trust.deployment().databaseName() + ".csv",
                path -> trust.generator().results(0).write(path, Rows.Format.CSV));
        trust.fill(file, trust.shape().results());
        trust.deployment().settle();
    }

    /** A file that is written once. */
    Path file(String name, Consumer<Path> writer) {
        Path known = files.get(name);
        if (known == null) {
            known = stand.folder().resolve(name);
            writer.accept(known);
            files.put(name, known);
        }
        return known;
    }

    /** The same rows as {@code copy} reads them: pushed once, so that pupils and grades are found, and written out. */
    Path resolved(int revision) {
        Path file = results(Rows.Format.CSV, revision);
        return file("resolved-" + revision, path -> {
            large().fill(file, size.rows());
            raw().export(path);
        });
    }

    /** The database alone, on the large trust. */
    Raw raw() {
        if (raw == null) {
            raw = new Raw(large().deployment());
        }
        return raw;
    }

    @Override
    public void close() {
        trusts.values().forEach(trust -> trust.deployment().close());
    }
}
