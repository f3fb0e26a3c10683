package org.uplift.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.uplift.stack.Api;
import org.uplift.stack.Database;
import org.uplift.stack.Ports;
import org.uplift.stack.Service;
import org.uplift.stack.demonstration.Demonstration;

/** A database of its own with the service on it, and the schools of a generator in the trust. */
final class Deployment implements AutoCloseable {
    /** The client that pushes. */
    static final String SENDER = "mis-demo";

    static final String DATA_MANAGER = "data.manager";
    static final String TRUST_LEADER = "trust.leader";
    /** Leads the first school. */
    static final String HEAD = "head.900001";

    private static final String ADMINISTRATOR = "administrator";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration END_OF_TRAINING = Duration.ofMinutes(5);
    private static final List<String> KEYS = List.of("upn.key", "upn-hash.key", "sealing.key");
    private static final Duration STEP = Duration.ofMillis(5);

    private final Stand stand;
    private final String name;
    private final Path folder;
    private Service service;
    private Api api;

    private Deployment(Stand stand, String name, Path folder, Service service) {
        this.stand = stand;
        this.name = name;
        this.folder = folder;
        this.service = service;
        this.api = new Api(base(), stand.keycloak());
    }

    /** Makes the database, starts the service and waits until it answers. */
    static Deployment start(Stand stand, String name) throws IOException, SQLException {
        try (Connection connection =
                        DriverManager.getConnection(stand.database().url(), Database.SUPERUSER, Database.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + Database.OWNER);
        }
        try (Connection connection = DriverManager.getConnection(
                        stand.database().url(name), Database.SUPERUSER, Database.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("create extension pg_stat_statements");
        }
        Path folder = Files.createDirectories(stand.folder().resolve(name));
        return new Deployment(stand, name, folder, launch(stand, name, folder));
    }

    private static Service launch(Stand stand, String name, Path folder) throws IOException {
        Service service = Service.start(
                stand.root(), folder, Ports.free(), stand.database().url(name), stand.keycloak());
        service.awaitReady();
        return service;
    }

    /** Makes accounts and schools known: every school is in the trust, and the first has a head. */
    void enrol(Generator generator, Generator.Shape shape) {
        new Demonstration(base(), stand.keycloak()).load(true);
        api.upload(DATA_MANAGER, "/ingest/schools", "register", generator.register());
        shape.urns().forEach(urn -> {
            JsonNode school = api.get(TRUST_LEADER, "/schools/" + urn);
            api.patch(
                    TRUST_LEADER,
                    "/schools/" + urn,
                    school.get("version").asText(),
                    Map.of("status", "in-trust", "joinedOn", "2020-09-01"));
        });
        give(HEAD, "school-leader", IntStream.of(900001));
    }

    /** Registers the client that pushes for schools. */
    void register(IntStream urns) {
        give(SENDER, "mis-integration", urns);
    }

    private void give(String account, String role, IntStream urns) {
        String person = api.get(account, "/me").get("id").asText();
        urns.forEach(urn -> api.post(
                ADMINISTRATOR,
                "/memberships",
                Map.of("personId", person, "role", role, "scope", "school", "schoolUrn", urn, "from", "2020-09-01")));
    }

    /**
     * Ends the service and starts it anew on the same data.
     *
     * @param path what the head of the first school then asks for until it is answered
     * @param options more options of Java
     * @return seconds from the start until that answer
     */
    double restart(String path, String... options) {
        String token = api.token(HEAD);
        stopService();
        int port = Ports.free();
        long start = System.nanoTime();
        service = Service.start(stand.root(), folder, port, stand.database().url(name), stand.keycloak(), options);
        api = new Api(base(), stand.keycloak());
        while (!answers(path, token)) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("The service does not answer at " + path + "; see " + folder);
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Ends the service and lets a run of it that answers and ends again make an AOT cache. */
    Path train(String path, Runnable requests) {
        Path cache = folder.resolve("service.aot");
        restart(path, "-XX:AOTCacheOutput=" + cache);
        requests.run();
        service.end(END_OF_TRAINING);
        if (!Files.exists(cache)) {
            throw new IllegalStateException("The service has made no AOT cache; see " + folder);
        }
        return cache;
    }

    /** Starts one more service on the same database, with the same keys and a spool of its own. */
    Deployment replica() {
        try {
            Path own = Files.createDirectories(folder.resolve("replica"));
            for (String key : KEYS) {
                Files.copy(folder.resolve(key), own.resolve(key), StandardCopyOption.REPLACE_EXISTING);
            }
            return new Deployment(stand, name, own, launch(stand, name, own));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no second replica", e);
        }
    }

    private boolean answers(String path, String token) {
        try (KeptConnection connection = new KeptConnection(service.url(), token)) {
            connection.get(path);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void stopService() {
        api.close();
        service.close();
    }

    Api api() {
        return api;
    }

    /** Where the API answers. */
    String base() {
        return service.url() + "/api/v1";
    }

    Service service() {
        return service;
    }

    String databaseName() {
        return name;
    }

    /** A folder for files of this deployment. */
    Path folder() {
        return folder;
    }

    Stand stand() {
        return stand;
    }

    /** Where the database answers, with a role and its password, as programs of Node are told it. */
    String nodeUrl(String role) {
        return "postgres://%1$s:%1$s@127.0.0.1:%2$d/%3$s"
                .formatted(role, stand.database().port(), name);
    }

    Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(stand.database().url(name), role, role);
    }

    void execute(String role, String... statements) {
        try (Connection connection = connect(role);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused: " + String.join("; ", statements), e);
        }
    }

    long number(String sql) {
        try (Connection connection = connect(Database.SUPERUSER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused: " + sql, e);
        }
    }

    /**
     * Lets the service compute what follows from what went before, ends the writes of it, and lets the planner know what
     * is there, as it would a minute later.
     */
    void settle() {
        while (number("select (select count(*) from outdated_outcome) + (select count(*) from trust_outcome_change)")
                > 0) {
            LockSupport.parkNanos(STEP.toNanos());
        }
        execute(Database.SUPERUSER, "analyze", "checkpoint");
    }

    @Override
    public void close() {
        stopService();
    }
}
