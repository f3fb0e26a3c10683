package org.uplift.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing is ever sent, as it is set where nothing is set. */
class ReceiversTest {
    private static final byte[] BODY = {'{', '}'};
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void end() {
        VERTX.close();
    }

    /** As an installation has them, with a resolver that leads each name somewhere. */
    private static Receivers receivers(boolean opened, String... leads) {
        Receivers receivers = new Receivers();
        receivers.ports = List.of(443, 8443);
        receivers.internal = opened;
        receivers.unencrypted = opened;
        receivers.names = new Names() {
            @Override
            List<InetAddress> addresses(String name) throws UnknownHostException {
                return leads.length == 0
                        ? super.addresses(name)
                        : List.of(leads).stream().map(InetAddress::ofLiteral).toList();
            }
        };
        return receivers;
    }

    private static @Nullable String refused(Receivers receivers, String address) {
        try {
            receivers.resolve(receivers.read(address));
            return null;
        } catch (Receivers.Refused e) {
            return e.code();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.169.254",
                "169.254.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "192.0.0.192",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "100.100.100.200",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "::10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "2001:0:4136:e378::1",
                "2001:db8::1",
                "3fff::1",
                "fc00::1",
                "fd00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "100::1",
                "5f00::1"
            })
    void aNameThatLeadsInsideIsRefused(String leads) {
        assertEquals("internal-address", refused(receivers(false, leads), "https://hooks.example.org/"));
        assertEquals(
                "internal-address",
                refused(receivers(false, "93.184.215.14", leads), "https://hooks.example.org/"),
                "one of several is enough");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://localhost/",
                "https://LOCALHOST/",
                "https://localhost./",
                "https://db/",
                "https://keycloak.internal/",
                "https://printer.local/",
                "https://api.localhost/",
                "https://10.1.2.3:8443/",
                "https://169.254.169.254/latest/meta-data/"
            })
    void anAddressThatLeadsInsideIsRefused(String address) {
        assertEquals("internal-address", refused(receivers(false), address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.org/",
                "ftp://hooks.example.org/",
                "file:///etc/passwd",
                "gopher://hooks.example.org/",
                "https://user@hooks.example.org/",
                "https://user:word@hooks.example.org/",
                "https://hooks.example.org#part",
                "https://hooks.example.org:22/",
                "https://hooks.example.org:5432/",
                "https://hooks.example.org:80/",
                "hooks.example.org",
                "//hooks.example.org/",
                "https://",
                "https:///path",
                "https://hooks .example.org/",
                "https://hooks.example.org\\@127.0.0.1/",
                "https://hooks.example.org/\r\nHost: x",
                "https://0x7f.1/",
                "https://127.1/",
                "javascript:1",
                ""
            })
    void anAddressOfAnotherFormIsRefused(String address) {
        assertTrue(
                List.of("malformed", "not-https", "user-name", "fragment", "port", "internal-address")
                        .contains(String.valueOf(refused(receivers(false, "93.184.215.14"), address))),
                address);
    }

    @Test
    void aPublicAddressIsTaken() {
        assertNull(refused(receivers(false, "93.184.215.14"), "https://hooks.example.org/uplift?of=trust"));
        assertNull(
                refused(receivers(false, "2606:2800:21f:cb07:6820:80da:af6b:8b2c"), "https://hooks.example.org:8443"));
        assertNull(refused(receivers(false), "https://93.184.215.14/"));
        assertNull(refused(receivers(false), "https://[2606:4700::1111]/"));
    }

    @Test
    void whatIsOpenedIsTheOwnNetworkAndNotWhatCloudsTell() {
        assertNull(refused(receivers(true, "10.0.0.1"), "http://warehouse:9000/"));
        assertNull(refused(receivers(true), "http://127.0.0.1:9000/"));
        for (String never : List.of("169.254.169.254", "fe80::1", "0.0.0.0", "224.0.0.1", "fd00:ec2::254")) {
            assertEquals("internal-address", refused(receivers(true, never), "http://warehouse/"), never);
        }
    }

    /** At registration the name led outside; when it is delivered it leads to this machine. */
    @Test
    void aNameThatLeadsInsideByThenIsNotConnectedTo() throws UnknownHostException {
        try (Hook hook = new Hook()) {
            Receivers receivers = receivers(false, "127.0.0.1");
            receivers.ports = List.of(hook.port());
            receivers.unencrypted = true;
            Post post = new Post(receivers, VERTX);
            Attempt attempt = post.send("http://hooks.example.org:" + hook.port() + "/", BODY, Map.of());
            assertEquals(Trouble.ADDRESS_REFUSED, attempt.trouble());
            assertEquals(List.of(), hook.received);
            post.end();
        }
    }

    /** The name is looked up once, and the connection goes to what was checked, under its own name. */
    @Test
    void theConnectionGoesToTheAddressThatWasChecked() {
        try (Hook hook = new Hook()) {
            Post post = new Post(receivers(true, "127.0.0.1"), VERTX);
            Attempt attempt = post.send(
                    "http://hooks.example.org:" + hook.port() + "/x",
                    BODY,
                    Map.of("Content-Type", "application/json", "Uplift-Event", "test"));
            assertTrue(attempt.arrived(), String.valueOf(attempt));
            assertEquals(
                    "hooks.example.org:" + hook.port(), hook.received.getFirst().host());
            post.end();
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "x",
                        "-dname",
                        "CN=hooks.example.org",
                        "-ext",
                        "SAN=dns:hooks.example.org",
                        "-storepass",
                        "password",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertEquals(0, keytool.waitFor());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "password".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "password".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        AtomicInteger received = new AtomicInteger();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> received.incrementAndGet());
        server.start();
        try {
            Post post = new Post(receivers(true, "127.0.0.1"), VERTX);
            Attempt attempt =
                    post.send("https://hooks.example.org:" + server.getAddress().getPort() + "/", BODY, Map.of());
            assertEquals(Trouble.CERTIFICATE, attempt.trouble());
            assertEquals(0, received.get());
            post.end();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatIsRefusedIsSaidInWords() {
        Receivers.Refused refused =
                assertThrows(Receivers.Refused.class, () -> receivers(false).read("https://hooks.example.org:22/"));
        assertEquals("Webhooks are delivered to the ports 443, 8443, not to 22.", refused.why());
    }
}
