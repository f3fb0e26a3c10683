package org.uplift.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The service as the build has made it, in a process of its own with a heap of 1 GiB at most. It keeps 384 MiB: a heap that
 * shrinks to what is in use is searched for garbage all the time.
 */
public final class Service implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int KEY_BYTES = 32;

    private final Child process;
    private final int port;

    private Service(Child process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it; {@link #awaitReady} says when it answers.
     *
     * @param root the top level of the project
     * @param folder for its log, the files that wait in it, and its keys, which are made when they are not there
     * @param database JDBC address without user and password
     * @param options more options of Java
     */
    public static Service start(
            Path root, Path folder, int port, String database, IdentityProvider keycloak, String... options) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-Xms384m", "-Xmx1g"));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", "service/target/quarkus-app/quarkus-run.jar"));
        return start(command, root, folder, port, database, keycloak);
    }

    /** Starts it by Maven, so that it reloads what changes. */
    static Service live(String maven, Path root, Path folder, int port, String database, IdentityProvider keycloak) {
        return start(
                List.of(
                        maven,
                        "-q",
                        "-pl",
                        "service",
                        "quarkus:dev",
                        "-Ddebug=false",
                        "-Dquarkus.console.enabled=false",
                        "-Dquarkus.analytics.disabled=true"),
                root,
                folder,
                port,
                database,
                keycloak);
    }

    private static Service start(
            List<String> command, Path root, Path folder, int port, String database, IdentityProvider keycloak) {
        try {
            Map<String, String> environment = Map.ofEntries(
                    Map.entry("JAVA_HOME", System.getProperty("java.home")),
                    Map.entry("UPLIFT_ENVIRONMENT", "demonstration"),
                    Map.entry("UPLIFT_HTTP_HOST", "127.0.0.1"),
                    Map.entry("UPLIFT_HTTP_PORT", String.valueOf(port)),
                    Map.entry("UPLIFT_DB_URL", database),
                    Map.entry("UPLIFT_ISSUER", keycloak.issuer()),
                    Map.entry("UPLIFT_SPOOL", folder.resolve("spool").toString()),
                    Map.entry("UPLIFT_FILES", folder.resolve("files").toString()),
                    // Journeys are receivers of webhooks on this machine.
                    Map.entry("UPLIFT_WEBHOOK_INTERNAL", "true"),
                    Map.entry("UPLIFT_WEBHOOK_HTTP", "true"),
                    Map.entry("UPLIFT_UPN_KEY", key(folder.resolve("upn.key"))),
                    Map.entry("UPLIFT_UPN_HASH_KEY", key(folder.resolve("upn-hash.key"))),
                    Map.entry("UPLIFT_SEALING_KEYS", "demonstration:" + key(folder.resolve("sealing.key"))));
            return new Service(
                    Child.start(
                            "The service",
                            command,
                            root.resolve("backend"),
                            environment,
                            folder.resolve("service.log")),
                    port);
        } catch (IOException e) {
            throw new UncheckedIOException("The service did not start", e);
        }
    }

    /** A key that is made once and kept with the data that it protects. */
    private static String key(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            Files.writeString(file, Base64.getEncoder().encodeToString(key));
        }
        return Files.readString(file);
    }

    public void awaitReady() throws IOException {
        process.awaitAnswer(URI.create(url() + "/q/health/ready"), PATIENCE);
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public long pid() {
        return process.pid();
    }

    Child process() {
        return process;
    }

    /** Ends it when it has much to do before, as when it writes an AOT cache. */
    public void end(Duration patience) {
        process.end(patience);
    }

    @Override
    public void close() {
        process.close();
    }
}
