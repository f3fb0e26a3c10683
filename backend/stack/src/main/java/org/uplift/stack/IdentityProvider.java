package org.uplift.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keycloak with the realm {@code uplift}. Its program is unpacked by the build; its data is in a folder of its own. */
public final class IdentityProvider implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "uplift-demo";
    private static final String ADMINISTRATOR = "admin";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> BUILD_OPTIONS = List.of("--db=dev-file", "--health-enabled=true");

    private final Child process;
    private final int port;

    private IdentityProvider(Child process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts Keycloak and waits until the realm answers.
     *
     * @param unpacked the folder into which the build has unpacked Keycloak
     * @param home folder for its data, kept between runs
     * @param realm the realm file, taken in when the data has no such realm yet
     */
    public static IdentityProvider start(Path unpacked, Path home, int port, Path realm) {
        try {
            Path program = program(unpacked);
            build(program);
            prepare(program, home, realm);
            int managementPort = Ports.free();
            List<String> command = java(program, home);
            command.addAll(List.of(
                    "start",
                    "--optimized",
                    "--import-realm",
                    "--cache=local",
                    "--http-enabled=true",
                    "--http-host=127.0.0.1",
                    "--http-port=" + port,
                    "--http-management-port=" + managementPort,
                    "--hostname=http://localhost:" + port));
            IdentityProvider keycloak = new IdentityProvider(
                    Child.start(
                            "Keycloak",
                            command,
                            home,
                            Map.of(
                                    "KC_BOOTSTRAP_ADMIN_USERNAME",
                                    ADMINISTRATOR,
                                    "KC_BOOTSTRAP_ADMIN_PASSWORD",
                                    PASSWORD),
                            home.resolve("keycloak.log")),
                    port);
            keycloak.process.awaitAnswer(URI.create(keycloak.issuer()), PATIENCE);
            return keycloak;
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak did not start", e);
        }
    }

    /** An archive unpacks into a folder that is named after its version. */
    private static Path program(Path unpacked) throws IOException {
        try (Stream<Path> folders = Files.list(unpacked)) {
            return folders.filter(folder -> Files.exists(folder.resolve("lib/quarkus-run.jar")))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new IOException("There is no Keycloak in " + unpacked + "; run: make build"));
        }
    }

    /** Fixes the build options once, so that each start is short. */
    private static synchronized void build(Path program) throws IOException {
        Path done = program.resolve("built");
        String options = String.join(" ", BUILD_OPTIONS);
        if (Files.exists(done) && Files.readString(done).equals(options)) {
            return;
        }
        List<String> command = java(program, program);
        command.add("build");
        command.addAll(BUILD_OPTIONS);
        Child.start("Keycloak's build", command, program, Map.of(), program.resolve("build.log"))
                .awaitEnd(PATIENCE);
        Files.writeString(done, options);
    }

    private static void prepare(Path program, Path home, Path realm) throws IOException {
        Path imports = Files.createDirectories(home.resolve("data/import"));
        Files.copy(realm, imports.resolve("uplift-realm.json"), StandardCopyOption.REPLACE_EXISTING);
        for (String folder : List.of("lib", "conf", "providers", "themes")) {
            Path link = home.resolve(folder);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, program.toAbsolutePath().resolve(folder));
        }
    }

    private static List<String> java(Path program, Path home) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms64m", "-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        Stream.of("java.util", "java.util.concurrent", "java.security", "java.lang")
                .forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home.toAbsolutePath(),
                "-Djboss.server.config.dir=" + program.toAbsolutePath().resolve("conf"),
                "-Dpicocli.disable.closures=true",
                "-cp",
                home.toAbsolutePath().resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return command;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** What tokens say of who issued them. */
    public String issuer() {
        return url() + "/realms/uplift";
    }

    /** An access token of one of the demonstration accounts. */
    public String token(String username) {
        return token(username, "uplift-test");
    }

    /** An access token of an account, asked for by a client that may ask with a password. */
    public String token(String username, String client) {
        return token("uplift", "access_token", password(client, username));
    }

    /** What tells a client who has signed in; it opens nothing. */
    public String identityToken(String username) {
        return token("uplift", "id_token", password("uplift-test", username));
    }

    private static Map<String, String> password(String client, String username) {
        return Map.of(
                "grant_type",
                "password",
                "client_id",
                client,
                "username",
                username,
                "password",
                PASSWORD,
                "scope",
                "openid");
    }

    /** An access token of a service account. */
    public String clientToken(String client, String secret) {
        return token(
                "uplift",
                "access_token",
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    /** Lets Keycloak sign with a new key from now on, as its owner does now and then. */
    public void rotateKeys() {
        String administrator = token("master", "access_token", password("admin-cli", ADMINISTRATOR));
        try {
            String realm = JSON.readTree(send(administrator(administrator, "/admin/realms/uplift")
                                    .GET())
                            .body())
                    .get("id")
                    .asText();
            Map<String, Object> key = Map.of(
                    "name",
                    "rsa-" + System.nanoTime(),
                    "providerId",
                    "rsa-generated",
                    "providerType",
                    "org.keycloak.keys.KeyProvider",
                    "parentId",
                    realm,
                    "config",
                    Map.of("priority", List.of("200"), "algorithm", List.of("RS256"), "keySize", List.of("2048")));
            HttpResponse<String> answer = send(administrator(administrator, "/admin/realms/uplift/components")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(key))));
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("No new key: " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder administrator(String token, String path) {
        return HttpRequest.newBuilder(URI.create(url() + path)).header("Authorization", "Bearer " + token);
    }

    private String token(String realm, String kind, Map<String, String> form) {
        HttpResponse<String> answer = post("/realms/" + realm + "/protocol/openid-connect/token", form);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("No token: " + answer.statusCode() + " " + answer.body());
        }
        try {
            return JSON.readTree(answer.body()).get(kind).asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        String body = new LinkedHashMap<>(form)
                .entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
