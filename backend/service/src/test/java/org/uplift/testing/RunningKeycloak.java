package org.uplift.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.uplift.stack.IdentityProvider;

/** A real Keycloak with the demonstration realm, whose tokens the service trusts. */
public class RunningKeycloak implements QuarkusTestResourceLifecycleManager {
    private static IdentityProvider keycloak;

    public static IdentityProvider keycloak() {
        return keycloak;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Map<String, String> start() {
        try (ServerSocket free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            keycloak = IdentityProvider.start(
                    Path.of("../stack/target/keycloak"),
                    Files.createTempDirectory("uplift-keycloak"),
                    port,
                    Path.of("../../keycloak/realm-demo.json"));
            return Map.of(
                    "mp.jwt.verify.issuer",
                    keycloak.issuer(),
                    "mp.jwt.verify.publickey.location",
                    keycloak.issuer() + "/protocol/openid-connect/certs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        keycloak.close();
    }
}
