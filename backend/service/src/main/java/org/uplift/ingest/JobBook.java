package org.uplift.ingest;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Actor;
import org.uplift.access.Role;

/** What the service has to know of jobs before anybody asks. It goes by functions of the owner, and to no other table. */
@ApplicationScoped
class JobBook {
    private static final String LOST =
            "The service that was working on it has gone, and the file with it. Nothing was kept; send it again with its key.";

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    /** Which deployment the database is of. */
    UUID deployment() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("select id from deployment");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }

    /** The jobs that have not ended, with what opens their files; those without a file are answered at once. */
    Map<UUID, Optional<byte[]>> open() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("select id, spool_key from open_ingest_jobs()");
                var rows = statement.executeQuery()) {
            Map<UUID, Optional<byte[]>> open = new LinkedHashMap<>();
            while (rows.next()) {
                open.put(rows.getObject(1, UUID.class), Optional.ofNullable(rows.getBytes(2)));
            }
            return open;
        }
    }

    /** In whose name a job works. */
    Actor sender(UUID job) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("select * from sender_of_ingest_job(?)")) {
            statement.setObject(1, job);
            try (var rows = statement.executeQuery()) {
                rows.next();
                Set<Role> roles = Arrays.stream(
                                (String[]) rows.getArray("roles").getArray())
                        .flatMap(code -> Role.known(code).stream())
                        .collect(Collectors.toSet());
                return new Actor(
                        rows.getString("subject"),
                        rows.getString("username"),
                        rows.getString("name"),
                        rows.getString("email"),
                        roles);
            }
        }
    }

    /** Notes that a job is alive and how far it is; gives who has cancelled it. */
    @Nullable
    String touch(UUID job, int rowsRead, long bytesRead) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("select touch_ingest_job(?, ?, ?, ?)")) {
            statement.setObject(1, job);
            statement.setInt(2, rowsRead);
            statement.setLong(3, bytesRead);
            statement.setObject(4, now());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    /** Ends the jobs of which nothing has been heard for some time. */
    void failLost(Duration silence) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("select fail_lost_ingest_jobs(?, ?, ?)")) {
            statement.setObject(1, now().minus(silence));
            statement.setString(2, LOST);
            statement.setObject(3, now());
            statement.execute();
        }
    }

    /** Forgets rows that have waited for longer. */
    void expireQuarantine(Duration age) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("select expire_quarantine(?)")) {
            statement.setObject(1, now().minus(age));
            statement.execute();
        }
    }

    /** Forgets rejected rows that have been kept long enough. */
    void expireRejected() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("select expire_rejected_rows(?)")) {
            statement.setObject(1, now());
            statement.execute();
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
