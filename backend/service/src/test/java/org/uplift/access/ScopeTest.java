package org.uplift.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** The second wall: what the database itself gives to whom. */
@UpliftTest
class ScopeTest {
    private static final String TABLES_WITH_SCHOOL_DATA =
            "select c.relname from pg_class c join pg_namespace n on n.oid ="
                    + " c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') and (c.relname in ('school',"
                    + " 'membership', 'pupil', 'ingest_job', 'ingest_error') or exists (select from pg_attribute a where a.attrelid ="
                    + " c.oid and a.attname = 'school_urn'))";

    @Test
    void everyTableWithSchoolDataIsBehindTheWall() {
        List<String> open = new ArrayList<>();
        List<String> all = new ArrayList<>();
        Given.query(TABLES_WITH_SCHOOL_DATA, row -> all.add(row.getString(1)));
        Given.query(TABLES_WITH_SCHOOL_DATA + " and not c.relrowsecurity", row -> open.add(row.getString(1)));
        assertEquals(List.of(), open);
        assertTrue(all.containsAll(
                List.of("school", "school_link", "school_context", "activity", "quarantine", "result")));
    }

    @Test
    void withoutAnIdentityNothingIsRead() throws SQLException {
        fill();
        List<String> tables = new ArrayList<>();
        Given.query(TABLES_WITH_SCHOOL_DATA, row -> tables.add(row.getString(1)));
        try (Connection nobody = Given.withoutIdentity()) {
            for (String table : tables) {
                if (readable(nobody, table)) {
                    assertEquals(0, count(nobody, table), "without an identity " + table + " shows nothing");
                }
            }
            nobody.setAutoCommit(false);
            try (Statement statement = nobody.createStatement()) {
                statement.execute(
                        "select set_config('uplift.schools', '', true), set_config('uplift.trust', '', true)");
            }
            assertEquals(0, count(nobody, "school"), "emptied settings reach nothing");
            nobody.commit();
            assertEquals(0, count(nobody, "school"), "what a transaction sets ends with it");
        }
    }

    @Test
    void aSchoolsPeopleReachTheirSchoolOnly() throws SQLException {
        fill();
        try (Connection head = Given.withoutIdentity()) {
            head.setAutoCommit(false);
            try (Statement statement = head.createStatement()) {
                statement.execute("select set_config('uplift.schools', '900001', true)");
            }
            assertEquals(1, count(head, "school"));
            assertEquals(1, count(head, "school_context"));
            try (Statement statement = head.createStatement()) {
                assertThrows(
                        SQLException.class,
                        () -> statement.execute(
                                "insert into school_context (school_urn, academic_year) values (900002, 2024)"));
            }
        }
    }

    @Test
    void theApplicationCannotChangeWhatHasHappened() throws SQLException {
        try (Connection application = Given.withoutIdentity();
                Statement statement = application.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute("update activity set summary = 'other'"));
            assertThrows(SQLException.class, () -> statement.execute("delete from activity"));
            assertThrows(SQLException.class, () -> statement.execute("truncate activity"));
            assertThrows(SQLException.class, () -> statement.execute("alter table school disable row level security"));
            try (ResultSet rows = statement.executeQuery(
                    "select rolbypassrls or rolsuper from pg_roles where rolname = current_user")) {
                rows.next();
                assertFalse(rows.getBoolean(1));
            }
        }
    }

    private static void fill() {
        Given.school(900001);
        Given.school(900002);
        for (int urn : new int[] {900001, 900002}) {
            Given.run(
                    "insert into school_context (school_urn, academic_year, number_on_roll) values (?, 2025, 200)",
                    urn);
            Given.run("insert into school_link (school_urn, linked_urn, kind) values (?, 900009, 'PREDECESSOR')", urn);
            Given.schoolMembership("head." + urn, "school-leader", urn);
            Given.run(
                    "insert into activity (id, at, person_id, actor, subject, subject_id, school_urn, summary, changes)"
                            + " values (?, now(), ?, 'x', 'SCHOOL', '1', ?, 'x', '[]')",
                    UUID.randomUUID(),
                    Given.person("head." + urn),
                    urn);
        }
        Given.run(
                "insert into pupil (pseudonym, upn_hash, upn_encrypted) values (?, '\\x01', '\\x01')",
                UUID.randomUUID());
    }

    private static boolean readable(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select has_table_privilege('" + table + "', 'select')")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static int count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
