package org.uplift.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The address of JDBC is understood as its driver understands it. */
class PipelinedDatabaseTest {
    @Test
    void hostPortAndNameAreTheSame() {
        PgConnectOptions address =
                address("jdbc:postgresql://db.trust.example:6432/school%20improvement?ApplicationName=x");
        assertEquals("db.trust.example", address.getHost());
        assertEquals(6432, address.getPort());
        assertEquals("school improvement", address.getDatabase());
        assertEquals("app", address.getUser());
        PgConnectOptions plain = address("jdbc:postgresql://postgres/uplift");
        assertEquals("postgres", plain.getHost());
        assertEquals(5432, plain.getPort());
    }

    @Test
    void itIsEncryptedAsTheAddressSays() {
        assertEquals(SslMode.PREFER, address("jdbc:postgresql://db/uplift").getSslMode());
        assertEquals(
                SslMode.REQUIRE,
                address("jdbc:postgresql://db/uplift?sslmode=require").getSslMode());
        PgConnectOptions verified =
                address("jdbc:postgresql://db/uplift?sslmode=verify-full&sslrootcert=/etc/uplift/root.crt");
        assertEquals(SslMode.VERIFY_FULL, verified.getSslMode());
        assertFalse(verified.isTrustAll());
        assertEquals("HTTPS", verified.getHostnameVerificationAlgorithm());
        assertEquals(List.of("/etc/uplift/root.crt"), ((PemTrustOptions) verified.getTrustOptions()).getCertPaths());
        PgConnectOptions required = address("jdbc:postgresql://db/uplift?sslmode=require");
        assertTrue(required.isTrustAll());
        assertNull(required.getTrustOptions());
    }

    @Test
    void anotherDatabaseIsRefused() {
        assertThrows(IllegalStateException.class, () -> address("jdbc:h2:mem:uplift"));
    }

    private static PgConnectOptions address(String url) {
        PipelinedDatabase database = new PipelinedDatabase();
        database.url = url;
        database.user = "app";
        database.password = "secret";
        return database.address();
    }
}
