package org.uplift.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.uplift.stack.Database;
import org.uplift.stack.IdentityProvider;
import org.uplift.stack.Ports;

/**
 * PostgreSQL, with its durability on, and Keycloak, on ports and data of their own that are gone afterwards.
 *
 * @param root the top level of the project
 * @param folder for everything that is written
 */
record Stand(Path root, Path folder, Database database, IdentityProvider keycloak) implements AutoCloseable {
    private static final String PREFIX = "bench-";

    static Stand start(Path root) throws IOException {
        Path local = Files.createDirectories(root.resolve(".local"));
        removeAbandoned(local);
        Path folder = Files.createTempDirectory(local, PREFIX);
        CompletableFuture<Database> database = CompletableFuture.supplyAsync(() -> Database.start(
                folder.resolve("postgres"), Ports.free(), Map.of("shared_preload_libraries", "pg_stat_statements")));
        IdentityProvider keycloak = IdentityProvider.start(
                root.resolve("backend/stack/target/keycloak"),
                Files.createDirectories(folder.resolve("keycloak")),
                Ports.free(),
                root.resolve("keycloak/realm-demo.json"));
        return new Stand(root, folder, database.join(), keycloak);
    }

    @Override
    public void close() {
        keycloak.close();
        database.close();
        remove(folder);
    }

    /** What a run that was interrupted has left; a folder whose PostgreSQL runs is in use. */
    private static void removeAbandoned(Path local) throws IOException {
        try (Stream<Path> folders = Files.list(local)) {
            folders.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .filter(folder -> Files.exists(folder.resolve("postgres/PG_VERSION"))
                            && !Files.exists(folder.resolve("postgres/postmaster.pid")))
                    .forEach(Stand::remove);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Not everything was removed from " + folder, e);
        }
    }
}
