package org.uplift.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** PostgreSQL with the database {@code uplift} and its two roles; a role's password is its name. */
public final class Database implements AutoCloseable {
    /** Owns the database and migrates it. */
    public static final String OWNER = "uplift_owner";
    /** Reads and writes, bound by row-level security. */
    public static final String APPLICATION = "uplift_app";

    /** May do everything; nothing but local tools asks for it. */
    public static final String SUPERUSER = "postgres";

    private static final String NAME = "uplift";

    private final EmbeddedPostgres postgres;

    private Database(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts with the data of a folder, which is made when it is not there, and with durability on. */
    public static Database start(Path data, int port) {
        return start(data, port, Map.of());
    }

    /** Starts as {@link #start(Path, int)}, with more settings of the server. */
    public static Database start(Path data, int port, Map<String, String> settings) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setPort(port);
        settings.forEach(builder::setServerConfig);
        return start(builder);
    }

    /** Starts empty on a free port; nothing is kept. */
    public static Database temporary() {
        return start(EmbeddedPostgres.builder());
    }

    private static Database start(EmbeddedPostgres.Builder builder) {
        try {
            Database database = new Database(builder.setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "256MB")
                    .start());
            database.prepare();
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    private void prepare() {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select from pg_roles where rolname = '" + OWNER + "'")) {
                statement.execute("create role " + OWNER + " login password '" + OWNER + "'");
            }
            if (!exists(statement, "select from pg_roles where rolname = '" + APPLICATION + "'")) {
                statement.execute("create role " + APPLICATION + " login nobypassrls password '" + APPLICATION + "'");
            }
            if (!exists(statement, "select from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + OWNER);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be prepared", e);
        }
    }

    private static boolean exists(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }

    /** Where the database answers, without user and password. */
    public String url() {
        return url(NAME);
    }

    /** Where another database of the same server answers. */
    public String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + name;
    }

    public int port() {
        return postgres.getPort();
    }

    /** A connection under one of the roles. */
    public Connection connect(String role) throws SQLException {
        return java.sql.DriverManager.getConnection(url(), role, role);
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }
}
