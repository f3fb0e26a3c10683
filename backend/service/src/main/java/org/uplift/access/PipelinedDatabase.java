package org.uplift.access;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.Driver;

/**
 * Asks the database without a thread that waits for the answer. Its connections are few, and get the next question before they
 * have answered the last; each question is a transaction by itself.
 */
@ApplicationScoped
class PipelinedDatabase {
    /** As long as for one of the other connections. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** Of one connection at the same time; the others wait their turn. */
    private static final int MOST_ASKED = 4;

    /** Who comes when so many wait already is told at once that the database does not answer. */
    private static final int MOST_WAITING = 10_000;

    /** Where the driver of JDBC looks for the certificate that it trusts when the address names none. */
    private static final String ROOT = System.getProperty("user.home") + "/.postgresql/root.crt";

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private SqlClient client;

    @PostConstruct
    void open() {
        client = PgBuilder.client()
                .with(new PoolOptions()
                        .setMaxSize(2 * Runtime.getRuntime().availableProcessors())
                        .setMaxWaitQueueSize(MOST_WAITING))
                .connectingTo(address())
                .using(vertx)
                .build();
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** The address is the one of JDBC, so that whoever runs Uplift says it once. */
    PgConnectOptions address() {
        Properties told = Driver.parseURL(url, new Properties());
        if (told == null) {
            throw new IllegalStateException("quarkus.datasource.jdbc.url is not the address of a PostgreSQL database");
        }
        PgConnectOptions options = new PgConnectOptions()
                .setHost(told.getProperty("PGHOST").split(",")[0])
                .setPort(Integer.parseInt(told.getProperty("PGPORT").split(",")[0]))
                .setDatabase(told.getProperty("PGDBNAME"))
                .setUser(user)
                .setPassword(password)
                .setCachePreparedStatements(true)
                .setPipeliningLimit(MOST_ASKED)
                .addProperty("application_name", "uplift-keyed")
                .addProperty("statement_timeout", String.valueOf(LONGEST.toMillis()));
        options.setConnectTimeout((int) LONGEST.toMillis());
        secure(options, SslMode.of(told.getProperty("sslmode", "prefer")), told.getProperty("sslrootcert", ROOT));
        return options;
    }

    /** As the driver of JDBC does: what is no verification is for a network that is trusted. */
    private static void secure(PgConnectOptions options, SslMode mode, String root) {
        options.setSslMode(mode);
        if (mode != SslMode.VERIFY_CA && mode != SslMode.VERIFY_FULL) {
            options.setTrustAll(true);
            return;
        }
        options.setTrustOptions(new PemTrustOptions().addCertPath(root));
        if (mode == SslMode.VERIFY_FULL) {
            options.setHostnameVerificationAlgorithm("HTTPS");
        }
    }

    /**
     * What a statement answers.
     *
     * @param sql with {@code $1} and so on for the values
     * @return fails with an {@link SQLException}
     */
    Future<RowSet<Row>> ask(String sql, List<Object> values) {
        return client.preparedQuery(sql)
                .execute(Tuple.tuple(values))
                .timeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .recover(failure -> Future.failedFuture(new SQLException(
                        "The database could not be asked",
                        failure instanceof PgException refused ? refused.getSqlState() : null,
                        failure)));
    }
}
