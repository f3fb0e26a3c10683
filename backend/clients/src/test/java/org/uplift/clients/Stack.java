package org.uplift.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.uplift.client.ApiClient;
import org.uplift.stack.Database;
import org.uplift.stack.IdentityProvider;
import org.uplift.stack.Ports;
import org.uplift.stack.Service;
import org.uplift.stack.demonstration.Demonstration;

/** The real database, the real Keycloak and the real service with the demonstration trust: started once, for all tests. */
final class Stack implements BeforeAllCallback {
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    static final String ANALYST = "analyst-demo";
    static final String MACHINE = "mis-demo";
    static final String TRUST_LEADER = "trust.leader";

    private static Running running;

    private record Running(Database database, IdentityProvider keycloak, Service service) implements AutoCloseable {
        static Running start() {
            Python.begin();
            Path folder = Path.of("target/stack").toAbsolutePath();
            try {
                remove(folder);
                Files.createDirectories(folder.resolve("keycloak"));
                Database database =
                        Database.start(folder.resolve("postgres"), Ports.free(), Map.of("synchronous_commit", "off"));
                IdentityProvider keycloak = IdentityProvider.start(
                        ROOT.resolve("backend/stack/target/keycloak"),
                        folder.resolve("keycloak"),
                        Ports.free(),
                        ROOT.resolve("keycloak/realm-demo.json"));
                Service service = Service.start(ROOT, folder, Ports.free(), database.url(), keycloak);
                service.awaitReady();
                new Demonstration(service.url() + "/api/v1", keycloak).load(false);
                return new Running(database, keycloak, service);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void remove(Path folder) throws IOException {
            if (!Files.exists(folder)) {
                return;
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }

        @Override
        public void close() {
            service.close();
            keycloak.close();
            database.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Running.class, key -> Running.start(), Running.class);
    }

    /** A token of a service account, as its machine gets it. */
    static String clientToken(String client) {
        return running.keycloak().clientToken(client, client + "-secret");
    }

    /** A token of somebody who has signed in. */
    static String token(String account) {
        return running.keycloak().token(account);
    }

    /** The generated client with a token, without anything of ours. */
    static ApiClient client(String token) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(running.service().url());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return client;
    }

    /** What a program needs to find everything. */
    static Map<String, String> environment() {
        return Map.of(
                "UPLIFT_API",
                running.service().url() + "/api/v1",
                "UPLIFT_TOKEN_URL",
                running.keycloak().issuer() + "/protocol/openid-connect/token",
                "UPLIFT_CLIENT",
                ANALYST,
                "UPLIFT_SECRET",
                ANALYST + "-secret",
                "UPLIFT_TRUST_LEADER_TOKEN",
                token(TRUST_LEADER));
    }
}
