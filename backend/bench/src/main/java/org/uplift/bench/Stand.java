package org.uplift.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    static Stand start(Path root) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(root.resolve(".local")), "bench-");
        Database database = Database.start(
                folder.resolve("postgres"), Ports.free(), Map.of("shared_preload_libraries", "pg_stat_statements"));
        return new Stand(
                root,
                folder,
                database,
                IdentityProvider.start(
                        root.resolve("backend/stack/target/keycloak"),
                        Files.createDirectories(folder.resolve("keycloak")),
                        Ports.free(),
                        root.resolve("keycloak/realm-demo.json")));
    }

    @Override
    public void close() {
        keycloak.close();
        database.close();
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
