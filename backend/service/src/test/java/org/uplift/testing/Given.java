package org.uplift.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.uplift.ingest.Settlement;
import org.uplift.stack.Database;

/** What is there before a test begins, stored with the rights of the owner. */
public final class Given {
    private Given() {}

    static void nothing() {
        List<String> tables = new ArrayList<>();
        query(
                "select format('%I', table_name) from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"
                        + " and (table_name in ('person', 'membership', 'school', 'pupil', 'ingest_job', 'ingest_error',"
                        + " 'integration', 'committee', 'webhook', 'trust_outcome', 'trust_outcome_change')"
                        + " or table_name in (select table_name from information_schema.columns where column_name = 'school_urn'))",
                rows -> tables.add(rows.getString(1)));
        if (!tables.isEmpty()) {
            run("truncate outdated_outcome"); // waits for what is being computed, and nothing more is afterwards
            run("truncate trust_outcome_change");
            run("truncate " + String.join(", ", tables) + " cascade");
            run("delete from data_set_version");
            run("update change_log set (head, head_id, gone_to, gone_to_id) = (default, default, default, default)");
        }
    }

    /** A primary school in the trust. */
    public static void school(int urn) {
        school(urn, "School " + urn, "IN_TRUST");
    }

    public static void school(int urn, String name, String status) {
        run(
                "insert into school (urn, name, status, phase, type, establishment_status, local_authority_code,"
                        + " local_authority, establishment_number, town, number_on_roll, joined_on)"
                        + " values (?, ?, ?, 'Primary', 'Academy converter', 'Open', 936, 'Surrey', 2001, 'Exampletown', 210,"
                        + " case when ? = 'REGISTER' then null else date '2020-09-01' end)",
                urn,
                name,
                status,
                status);
    }

    /** A membership of a person for the whole trust. */
    public static UUID trustMembership(String username, String role) {
        return membership(username, role, "TRUST", null);
    }

    /** A membership of a person for one school. */
    public static UUID schoolMembership(String username, String role, int urn) {
        return membership(username, role, "SCHOOL", urn);
    }

    /** A membership of a person for a committee. */
    public static UUID committeeMembership(String username, String role, UUID committee) {
        UUID id = membership(username, role, "TRUST", null);
        run(
                "update membership set scope = 'COMMITTEE', committee_id = ?, office = ? where id = ?",
                committee,
                role.equals("clerk") ? "CLERK" : "MEMBER",
                id);
        return id;
    }

    /** The trust board where no school is named, else the Academy Development Committee of the schools. */
    public static UUID committee(String name, int... urns) {
        UUID id = UUID.randomUUID();
        run(
                "insert into committee (id, kind, name) values (?, ?, ?)",
                id,
                urns.length == 0 ? "TRUST_BOARD" : "DEVELOPMENT",
                name);
        for (int urn : urns) {
            run(
                    "insert into committee_school (committee_id, school_urn, valid_from) values (?, ?, date '2020-09-01')",
                    id,
                    urn);
        }
        return id;
    }

    private static UUID membership(String username, String role, String scope, Integer urn) {
        UUID id = UUID.randomUUID();
        run(
                "insert into membership (id, person_id, role, scope, school_urn, valid_from)"
                        + " values (?, ?, ?, ?, ?, date '2020-09-01')",
                id,
                person(username),
                role.replace('-', '_').toUpperCase(java.util.Locale.ROOT),
                scope,
                urn);
        return id;
    }

    /** The id of a person, who is made known when they are not. */
    public static UUID person(String username) {
        run(
                "insert into person (id, subject, username, name, email, first_seen)"
                        + " values (?, ?, ?, ?, ?, now()) on conflict (subject) do nothing",
                UUID.randomUUID(),
                "subject-of-" + username,
                username,
                "Account " + username,
                username + "@example.org");
        List<UUID> found = new ArrayList<>();
        query(
                "select id from person where username = '" + username + "'",
                rows -> found.add(rows.getObject(1, UUID.class)));
        return found.getFirst();
    }

    /** Runs a statement with the rights of the owner. */
    public static int run(String sql, Object... parameters) {
        try (Connection owner = RunningDatabase.database().connect(Database.OWNER);
                PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            return statement.execute() ? 0 : statement.getUpdateCount();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** One number that a query with the rights of the owner gives. */
    public static long number(String sql) {
        List<Long> found = new ArrayList<>();
        query(sql, rows -> found.add(rows.getLong(1)));
        return found.getFirst();
    }

    /** A connection with the rights of the owner. */
    public static Connection owner() throws SQLException {
        return RunningDatabase.database().connect(Database.OWNER);
    }

    /** A connection under the application's role, to which nobody has told who asks. */
    public static Connection withoutIdentity() throws SQLException {
        return RunningDatabase.database().connect(Database.APPLICATION);
    }

    /** A connection with the rights of the owner, whose transactions the test ends. */
    public static Connection ofOwner() throws SQLException {
        return RunningDatabase.database().connect(Database.OWNER);
    }

    /** Holds a school as a push that is under way does, until it is closed. */
    public static Connection pushUnderWay(int urn) throws SQLException {
        Connection push = withoutIdentity();
        try (var lock = push.prepareStatement("select pg_advisory_lock(?, ?)")) {
            lock.setInt(1, Settlement.LOCK);
            lock.setInt(2, urn);
            lock.execute();
        }
        return push;
    }

    /** Holds an advisory lock until it is closed; no connection of the application does. */
    public static Connection held(int key) throws SQLException {
        Connection holder = RunningDatabase.database().connect(Database.OWNER);
        try (var lock = holder.prepareStatement("select pg_advisory_lock(?)")) {
            lock.setLong(1, key);
            lock.execute();
        }
        return holder;
    }

    /** The database ends every connection of the application, as it does when it is restarted. */
    public static void lostConnections() {
        try (Connection all = ofSuperuser();
                Statement statement = all.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'uplift_app'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The database ends the connections of analysts that wait for who does not read at all; says how many these were. */
    public static int lostReaders() {
        try (Connection all = ofSuperuser();
                PreparedStatement end = all.prepareStatement("select pg_terminate_backend(?)")) {
            Set<Integer> stuck = stuckReaders(all);
            for (int reader : stuck) {
                end.setInt(1, reader);
                end.execute();
            }
            return stuck.size();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On how many connections of analysts the database waits for who does not read at all. */
    public static int stuckReaders() {
        try (Connection all = ofSuperuser()) {
            return stuckReaders(all).size();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those that wait every time one looks for a second: who reads slowly keeps the database waiting now and then, too. */
    private static Set<Integer> stuckReaders(Connection all) throws SQLException {
        Set<Integer> waiting = waitingReaders(all);
        for (int look = 0; look < 10; look++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            waiting.retainAll(waitingReaders(all));
        }
        return waiting;
    }

    private static Connection ofSuperuser() throws SQLException {
        return DriverManager.getConnection(RunningDatabase.database().url(), "postgres", "postgres");
    }

    private static Set<Integer> waitingReaders(Connection all) throws SQLException {
        Set<Integer> readers = new HashSet<>();
        try (Statement statement = all.createStatement();
                ResultSet row = statement.executeQuery("select pid from pg_stat_activity"
                        + " where application_name = 'uplift-analysis' and wait_event = 'ClientWrite'")) {
            while (row.next()) {
                readers.add(row.getInt(1));
            }
        }
        return readers;
    }

    /** A database of its own on the same server, empty and without tables; where it answers. */
    public static String emptyDatabase(String name) {
        String url = RunningDatabase.database().url();
        try (Connection all = java.sql.DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = all.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute("create database " + name + " owner " + Database.OWNER);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url.replaceAll("/uplift$", "/" + name);
    }

    @FunctionalInterface
    public interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    public static void query(String sql, Reader reader) {
        try (Connection owner = RunningDatabase.database().connect(Database.OWNER);
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
