package org.uplift.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.uplift.stack.Database;

/** A PostgreSQL of its own for the test run, and a key for its tokens. */
public class RunningDatabase implements QuarkusTestResourceLifecycleManager {
    private static Database database;

    static synchronized Database database() {
        if (database == null) {
            database = Database.temporary();
        }
        return database;
    }

    @Override
    public Map<String, String> start() {
        try {
            Path keys = Files.createTempFile("uplift-keys", ".json");
            Files.writeString(keys, Token.keySet());
            keys.toFile().deleteOnExit();
            Map<String, String> configuration = new HashMap<>();
            configuration.put("quarkus.datasource.jdbc.url", database().url());
            configuration.put("quarkus.datasource.username", Database.APPLICATION);
            configuration.put("quarkus.datasource.password", Database.APPLICATION);
            configuration.put("quarkus.flyway.username", Database.OWNER);
            configuration.put("quarkus.flyway.password", Database.OWNER);
            configuration.put("mp.jwt.verify.issuer", Token.ISSUER);
            configuration.put("mp.jwt.verify.publickey.location", keys.toUri().toString());
            configuration.put("uplift.environment", "demonstration");
            configuration.put(
                    "uplift.spool.folder",
                    Files.createTempDirectory("uplift-spool").toString());
            configuration.put("uplift.upn.key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
            configuration.put("uplift.sealing.keys", "test:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=");
            configuration.put("uplift.upn.hash-key", "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=");
            return configuration;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        // The database serves the whole test run; it ends with it.
    }
}
