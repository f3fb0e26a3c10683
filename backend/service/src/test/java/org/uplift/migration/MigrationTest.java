package org.uplift.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.uplift.stack.Database;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** An upgrade leaves what is stored: each migration runs on a database with data. */
@UpliftTest
class MigrationTest {
    /** What was stored under the first seven migrations. */
    private static final String[] STORED = {
        "insert into person (id, subject, username, name, first_seen) values (gen_random_uuid(), 's', 'u', 'n', now())",
        "insert into school (urn, name, phase, type, establishment_status, local_authority_code, local_authority)"
                + " values (900001, 'Alder', 'Primary', 'Academy converter', 'Open', 999, 'Exampleshire')",
        "insert into school_link (school_urn, linked_urn, kind) values (900001, 900002, 'PREDECESSOR')",
        "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source, value,"
                + " result_status, dated) values (900001, 'KS2_RWM_EXP', 2025, 'summer', '6', 'ALL', 'published', 61, 'final', '2026-07-31')",
        "insert into pupil (pseudonym, upn_hash, upn_encrypted) values (gen_random_uuid(), '\\x01', '\\x02')",
        "insert into pupil_year (school_urn, academic_year, pupil_id, year_group, source_system, source_updated_at)"
                + " select 900001, 2025, id, '6', 'mis', now() from pupil",
        "insert into result_slot (source_system, assessment_point, assessment_code, subject, component, facet)"
                + " values ('mis', 'summer', 'KS2', 'REA', 'TEST', 'achieved')",
        "insert into result (school_urn, academic_year, slot_id, pupil_id, score, status, result_date, source_updated_at, job_id)"
                + " select 900001, 2025, s.id, p.id, 104, 3, '2026-07-07', now(), gen_random_uuid() from result_slot s, pupil p"
    };

    @Test
    void anUpgradeKeepsWhatIsStored() throws Exception {
        String database = Given.emptyDatabase("upgraded");
        migrate(database, "20261124.07");
        try (Connection owner = DriverManager.getConnection(database, Database.OWNER, Database.OWNER);
                Statement statement = owner.createStatement()) {
            for (String sql : STORED) {
                statement.execute(sql);
            }
        }
        migrate(database, "latest");
        assertEquals(1, count(database, "school"));
        assertEquals(1, count(database, "school_link"));
        assertEquals(1, count(database, "outcome where value = 61"));
        assertEquals(1, count(database, "result where score = 104"));
        assertEquals(0, migrate(database, "latest"), "a second start has nothing to do");
    }

    /** What stood as a narrative is a note, by who wrote it last. */
    @Test
    void aNarrativeBecomesANote() throws Exception {
        String database = Given.emptyDatabase("narrated");
        migrate(database, "20261125.81");
        try (Connection owner = DriverManager.getConnection(database, Database.OWNER, Database.OWNER);
                Statement statement = owner.createStatement()) {
            for (String sql : NARRATED) {
                statement.execute(sql);
            }
        }
        migrate(database, "latest");
        assertEquals(2, count(database, "target where target_value = 70"));
        assertEquals(1, count(database, "target_note"));
        assertEquals(
                1,
                count(
                        database,
                        "target_note where text = 'Agreed' and author = 'Somebody' and at = '2025-10-02T10:00:00Z'"
                                + " and school_urn = 900001"));
    }

    private static final String[] NARRATED = {
        "insert into person (id, subject, username, name, first_seen) values (gen_random_uuid(), 's', 'u', 'n', now())",
        "insert into cycle (id, school_urn, academic_year, stage) values (gen_random_uuid(), 900001, 2025, 'PLANNING')",
        "insert into priority (id, cycle_id, school_urn, position, title) select gen_random_uuid(), id, 900001, 1, 'Reading' from cycle",
        "insert into target (id, priority_id, school_urn, measure_code, cohort, pupil_group, baseline_value, baseline_date,"
                + " target_value, due_date, due_academic_year, due_assessment_point, narrative)"
                + " select gen_random_uuid(), id, 900001, 'KS2_RWM_EXP', '6', g.code, 60, '2025-09-01', 70, '2026-07-31', 2025,"
                + " 'summer', g.narrative from priority, (values ('ALL', 'Agreed'), ('MALE', null)) g (code, narrative)",
        "insert into activity (id, at, person_id, actor, subject, subject_id, school_urn, summary, changes)"
                + " select gen_random_uuid(), '2025-10-02T10:00:00Z', p.id, 'Somebody', 'TARGET', cast(t.id as text), 900001, 'changed',"
                + " '[{\"field\": \"narrative\"}]' from person p, target t"
    };

    private static int migrate(String database, String target) {
        return Flyway.configure()
                .dataSource(database, Database.OWNER, Database.OWNER)
                .placeholders(Map.of("app_role", Database.APPLICATION))
                .target(target)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private static int count(String database, String from) throws Exception {
        try (Connection owner = DriverManager.getConnection(database, Database.OWNER, Database.OWNER);
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
