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
                    + " 'membership', 'pupil', 'ingest_job', 'ingest_error', 'committee') or exists (select from pg_attribute a where a.attrelid ="
                    + " c.oid and a.attname in ('school_urn', 'committee_id')))";

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
        try (Connection push = Given.pushUnderWay(900001)) {
            fill();
            nothingIsRead();
        }
    }

    private static void nothingIsRead() throws SQLException {
        List<String> tables = new ArrayList<>();
        Given.query(TABLES_WITH_SCHOOL_DATA, row -> tables.add(row.getString(1)));
        for (String table : tables) {
            assertTrue(
                    table.matches("(result|attendance)_.*") || Given.number("select count(*) from " + table) > 0,
                    table + " has nothing that could be seen; fill it here");
        }
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

    /** Asked for each row, who asks would cost nearly half as much again. */
    @Test
    void whoAsksIsReadOncePerStatement() {
        List<String> perRow = new ArrayList<>();
        Given.query(
                "select tablename || ' ' || policyname from pg_policies where schemaname = 'public' and"
                        + " regexp_replace(concat(qual, with_check), 'SELECT scope_[a-z]+\\(\\)', '', 'g') like '%scope\\_%()%'",
                row -> perRow.add(row.getString(1)));
        assertEquals(List.of(), perRow);
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
    void whoIsOfACommitteeReachesThatOneOnly() throws SQLException {
        fill();
        UUID other = Given.committee("Other committee", 900002);
        for (String table : List.of("meeting", "agenda_item", "meeting_decision", "meeting_vote", "minute_addition")) {
            try (Connection member = Given.withoutIdentity()) {
                member.setAutoCommit(false);
                try (Statement statement = member.createStatement()) {
                    statement.execute("select set_config('uplift.committees', '" + other + "', true)");
                }
                assertEquals(0, count(member, table), table);
                assertEquals(1, count(member, "committee"));
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
        UUID id = UUID.randomUUID();
        Given.run("insert into pupil (pseudonym, upn_hash, upn_encrypted) values (?, '\\x01', '\\x01')", id);
        Given.run(
                "insert into pupil_year (school_urn, academic_year, pupil_id, year_group, source_system, source_updated_at)"
                        + " select 900001, 2025, id, '6', 'x', now() from pupil");
        Given.run(
                "insert into result_slot (source_system, assessment_point, assessment_code, subject, component, facet)"
                        + " values ('x', 'summer', 'KS2', 'REA', 'TEST', 'achieved') on conflict do nothing");
        Given.run(
                "insert into result (school_urn, academic_year, slot_id, pupil_id, status, result_date, source_updated_at,"
                        + " job_id) select 900001, 2025, min(s.id), min(p.id), 1, now(), now(), ? from result_slot s, pupil p",
                id);
        Given.run("insert into source_system (code) values ('x') on conflict do nothing");
        Given.run(
                "insert into attendance select 900001, 2025, 1, p.id, s.id, 140, 3, 1, now(), ? from pupil p, source_system s"
                        + " limit 1",
                id);
        Given.run(
                "insert into suspension select 900001, 2025, 1, p.id, s.id, 1, 2, false, now(), ? from pupil p,"
                        + " source_system s limit 1",
                id);
        Given.run(
                "insert into measure_value select 900001, 2025, 'STAFF_TURNOVER', date '2026-03-31', s.id, 12, 30, now(), ?"
                        + " from source_system s limit 1",
                id);
        Given.run("insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group,"
                + " source, symbol, result_status, dated)"
                + " values (900001, 'KS2_RWM_EXP', 2025, 'summer', '6', 'ALL', 'published', 'x', 'final', now())");
        Given.run("insert into outcome_revision values (900001, 2025, 1, 1)");
        Given.run("insert into hidden_cell values (900001, 2025, '', '6', 'EHCP')");
        Given.run("insert into outdated_outcome values (900001, 2025, 'KS2', now())");
        Given.run(
                "with made as (insert into data_set_version (data_set, position, major, minor, made_at, facets, changes)"
                        + " values ('x', 1, 1, 0, now(), '{}', '[]') on conflict do nothing)"
                        + " insert into data_set_row (data_set, school_urn, key, from_version, row) values ('x', 900001, '', 1, '{}')");
        Given.run(
                "insert into inspection (id, school_urn, framework, inspection_type, start_date, source)"
                        + " select ?, 900001, framework, code, now(), 'OFSTED' from inspection_type limit 1",
                id);
        Given.run("insert into inspection_judgement (inspection_id, school_urn, framework, area, grade)"
                + " select i.id, 900001, i.framework, a.code, g.code from inspection i"
                + " join inspection_area a using (framework) join inspection_grade g using (framework) limit 1");
        Given.run(
                "insert into ingest_job (id, person_id, actor, idempotency_key, kind, request_hash, dry_run, status,"
                        + " started_at) values (?, ?, 'x', 'x', 'x', '\\x01', false, 'RUNNING', now())",
                id,
                Given.person("head.900001"));
        Given.run(
                "insert into ingest_error (job_id, line, place, outcome, path, code, message)"
                        + " values (?, 0, 0, 'REJECTED', '/', 'x', 'x')",
                id);
        Given.run(
                "insert into quarantine (id, kind, fingerprint, job_id, line, school_urn, qualifier, cells, code, message,"
                        + " received_at) values (?, 'x', '\\x01', ?, 0, 900001, '', '{}', 'x', 'x', now())",
                id,
                id);
        Given.run(
                "insert into integration (id, client_id, name, contact_name, contact_email, registered_at)"
                        + " values (?, 'x', 'x', 'x', 'x@example.org', now())",
                id);
        Given.run("insert into integration_school values (?, 900001)", id);
        Given.run(
                "insert into webhook (id, name, address, kinds, registered_at, counted_from, key_id, sealed_key)"
                        + " values (?, 'x', 'https://example.org', '{CYCLE}', now(), now(), 'test', '\\x01')",
                id);
        Given.run(
                "insert into webhook_delivery (id, webhook_id, subject, subject_id, school_urn, what, at, made_at, next_try_at)"
                        + " values (?, ?, 'CYCLE', 'x', 900001, 'CHANGED', now(), now(), now())",
                id,
                id);
        Given.run("insert into delivery values (900001, 2025, 'pupils', ?, ?, now())", Given.person("head.900001"), id);
        Given.run("insert into cycle (id, school_urn, academic_year, stage) values (?, 900001, 2025, 'PLANNING')", id);
        Given.run(
                "insert into priority (id, cycle_id, school_urn, position, title) values (?, ?, 900001, 1, 'x')",
                id,
                id);
        Given.run(
                "insert into evidence (id, priority_id, school_urn, kind, label) values (?, ?, 900001, 'NOTE', 'x')",
                id,
                id);
        Given.run(
                "insert into target (id, priority_id, school_urn, measure_code, cohort, pupil_group, baseline_value,"
                        + " baseline_date, target_value, due_date, due_academic_year, due_assessment_point)"
                        + " values (?, ?, 900001, 'KS2_RWM_EXP', '6', 'ALL', 1, '2025-09-01', 2, '2026-07-31', 2025, 'summer')",
                id,
                id);
        Given.run(
                "insert into trajectory_point (target_id, dated, school_urn, value) values (?, now(), 900001, 1)", id);
        Given.run(
                "insert into target_note (id, target_id, school_urn, at, author_id, author, text)"
                        + " values (?, ?, 900001, now(), ?, 'x', 'x')",
                id,
                id,
                Given.person("head.900001"));
        Given.run(
                "insert into action (id, priority_id, school_urn, title, status) values (?, ?, 900001, 'x', 'PLANNED')",
                id,
                id);
        Given.run(
                "insert into action_update (id, action_id, school_urn, person_id, author, at, text)"
                        + " values (?, ?, 900001, ?, 'x', now(), 'x')",
                id,
                id,
                Given.person("head.900001"));
        Given.run(
                "insert into approval (id, decision, subject_id, title, school_urn, rule_id, body, requester_id, requested_at)"
                        + " select ?, decision, ?, 'x', 900001, id, decides, ?, now() from delegation_rule"
                        + " where decision = 'SCHOOL_CYCLE'",
                id,
                id,
                Given.person("head.900001"));
        UUID expert = UUID.randomUUID();
        Given.run(
                "insert into expert (id, person_id, name, school_urn, school_name, about, days_per_term, beyond_trust, offering)"
                        + " values (?, ?, 'x', 900001, 'x', 'x', 2, false, true)",
                expert,
                Given.person("head.900001"));
        Given.run(
                "insert into commission (id, title, school_urn, specialism, purpose, starts_on, ends_on, status, requester_id,"
                        + " requester_name, requested_on) values (?, 'x', 900002, 'reading', 'x', now(), now(), 'REQUESTED', ?, 'x', now())",
                UUID.randomUUID(),
                Given.person("head.900002"));
        Given.run(
                "insert into opinion (id, approval_id, school_urn, body, text, person_id, author, at)"
                        + " values (?, ?, 900001, 'ACADEMY_COMMITTEE', 'x', ?, 'x', now())",
                id,
                id,
                Given.person("head.900001"));
        Given.run(
                "insert into checkpoint (id, cycle_id, school_urn, type_code, planned_on, recorder_id, recorder_name, status)"
                        + " values (?, ?, 900001, 'book-look', now(), ?, 'x', 'DRAFT')",
                id,
                id,
                Given.person("head.900001"));
        Given.run("insert into participant (checkpoint_id, position, school_urn, name) values (?, 0, 900001, 'x')", id);
        Given.run(
                "insert into focus (checkpoint_id, reference_id, position, school_urn, kind, label)"
                        + " values (?, ?, 0, 900001, 'TARGET', 'x')",
                id,
                id);
        Given.run(
                "insert into adjustment (id, priority_id, school_urn, noticed, change, expected_effect, expected_by, status)"
                        + " values (?, ?, 900001, 'x', 'x', 'x', now(), 'OPEN')",
                id,
                id);
        Given.run(
                "insert into comment (id, subject_kind, subject_id, cycle_id, school_urn, person_id, author, at, text, mentions)"
                        + " values (?, 'ACTION', ?, ?, 900001, ?, 'x', now(), 'x', '{}')",
                id,
                id,
                id,
                Given.person("head.900001"));
        Given.run(
                "insert into notification (id, person_id, at, kind, subject_kind, subject_id, school_urn)"
                        + " values (?, ?, now(), 'MENTIONED', 'ACTION', ?, 900001)",
                id,
                Given.person("head.900001"),
                id);
        Given.run(
                "insert into file (id, school_urn, person_id, name, type, size, hash, received_at, complete)"
                        + " values (?, 900001, ?, 'x.pdf', 'PDF', 1, '\\x01', now(), true)",
                id,
                Given.person("head.900001"));
        Given.run(
                "insert into checkpoint_evidence (id, checkpoint_id, school_urn, text, person_id, author, at)"
                        + " values (?, ?, 900001, 'x', ?, 'x', now())",
                id,
                id,
                Given.person("head.900001"));
        Given.run(
                "insert into next_step (id, checkpoint_id, action_id, school_urn, title) values (?, ?, ?, 900001, 'x')",
                id,
                id,
                id);
        Given.run(
                "insert into evaluation (id, priority_id, school_urn, carry_forward, author_id, author, at)"
                        + " values (?, ?, 900001, false, ?, 'x', now())",
                id,
                id,
                Given.person("head.900001"));
        Given.run(
                "insert into good_practice (id, evaluation_id, school_urn, title, what, impact, publisher_id, publisher,"
                        + " published_on, review_on) values (?, ?, 900001, 'x', 'x', 'x', ?, 'x', now(), now())",
                id,
                id,
                Given.person("head.900001"));
        Given.run(
                "insert into practice_slot (id, practice_id, school_urn, day, starts_at, ends_at, places, place, offered_by,"
                        + " changed_at) values (?, ?, 900001, now(), '09:00', '10:00', 1, 'x', ?, now())",
                id,
                id,
                Given.person("head.900001"));
        Given.run(
                "insert into practice_visit (id, slot_id, practice_id, host_urn, school_urn, person_id, name, seat, booked_at)"
                        + " values (?, ?, ?, 900001, 900001, ?, 'x', 1, now())",
                id,
                id,
                id,
                Given.person("head.900001"));
        UUID head = Given.person("head.900001");
        Given.run(
                "insert into concern (id, school_urn, category_code, restricted, severity, status, raised_by, raised_name,"
                        + " raised_at, raised_on, key_id, sealed_key, title, summary) values (?, 900001, 'attendance', false,"
                        + " 'LOW', 'OPEN', ?, 'x', now(), now(), 'x', '\\x01', '\\x01', '\\x01')",
                id,
                head);
        Given.run("insert into concern_receipt values (?, ?, 900001, 'attendance', now())", id, head);
        Given.run(
                "insert into concern_entry (id, concern_id, school_urn, kind, happened_on, person_id, author, at)"
                        + " values (?, ?, 900001, 'NOTE', now(), ?, 'x', now())",
                id,
                id,
                head);
        Given.run(
                "insert into concern_action (id, concern_id, school_urn, title) values (?, ?, 900001, '\\x01')",
                id,
                id);
        Given.run(
                "insert into need_to_know (id, concern_id, school_urn, person_id, name, reason, valid_from, named_by, named_at)"
                        + " values (?, ?, 900001, ?, 'x', '\\x01', now(), 'x', now())",
                id,
                id,
                head);
        Given.run("insert into concern_read values (?, ?, 900001, ?, 'x', now())", id, id, head);
        Given.run(
                "insert into concern_stage (id, concern_id, school_urn, stage_code, begun_on) values (?, ?, 900001,"
                        + " 'informal', now())",
                id,
                id);
        Given.run("insert into concern_step values (?, 'answer', ?, 900001, null)", id, id);
        Given.run(
                "insert into occurrence (id, academic_year, school_urn, type_code, first_planned_on, day)"
                        + " values (?, 2025, 900001, 'learning-walk', now(), now())",
                id);
        Given.run("insert into occurrence_person values (?, ?, 900001)", id, head);
        Given.run("insert into participation values (?, 900001)", id);
        Given.run(
                "insert into calendar_feed (id, person_id, about, school_urn, secret_hash, issued_at)"
                        + " values (?, ?, 'SCHOOL', 900001, '\\x01', now())",
                id,
                head);
        Given.run("insert into term_dates values (?, 2025, 900001, 1)", id);
        Given.run(
                "insert into term values (?, 900001, 'AUTUMN', '2025-09-01', '2025-10-27', '2025-10-31', '2025-12-19')",
                id);
        Given.run("insert into closed_day values (?, 900001, '2025-09-01', 'x')", id);
        Given.run(
                "insert into need_assessment (id, school_urn, academic_year, term, as_at, computed_at, possible, maximum)"
                        + " values (?, 900001, 2025, 1, now(), now(), 1, 1)",
                id);
        Given.run(
                "insert into need_contribution (assessment_id, indicator_code, school_urn, contribution, starts_at, full_at,"
                        + " maximum, basis) values (?, 'ABSENCE', 900001, 0, 1, 2, 1, 'x')",
                id);
        Given.run(
                "insert into need_moderation (id, assessment_id, school_urn, level, rationale, person_id, author, at)"
                        + " values (?, ?, 900001, 'targeted', 'x', ?, 'x', now())",
                id,
                id,
                Given.person("head.900001"));
        UUID committee = Given.committee("Committee", 900001);
        Given.run(
                "insert into challenge (id, committee_id, school_urn, question, asked_by, asked_by_name, asked_id, asked_name,"
                        + " raised_on, answer_by) values (?, ?, 900001, 'x', ?, 'x', ?, 'x', now(), now())",
                id,
                committee,
                head,
                head);
        Given.run(
                "insert into challenge_entry (id, challenge_id, committee_id, kind, text, person_id, author, at)"
                        + " values (?, ?, ?, 'ANSWER', 'x', ?, 'x', now())",
                id,
                id,
                committee,
                head);
        Given.run(
                "insert into committee_notice (id, committee_id, text, subject_id, at) values (?, ?, 'x', ?, now())",
                id,
                committee,
                id);
        Given.run(
                "insert into conflict_of_interest (id, committee_id, person_id, name, what, valid_from, declared_on, recorded_by,"
                        + " recorded_at) values (?, ?, ?, 'x', 'x', now(), now(), 'x', now())",
                id,
                committee,
                head);
        Given.run(
                "insert into meeting (id, committee_id, day, starts_at, minutes, status) values (?, ?, now(), '17:30', 60, 'PLANNED')",
                id,
                committee);
        Given.run(
                "insert into agenda_item (id, meeting_id, committee_id, position, title, source) values (?, ?, ?, 1, 'x', 'ADDED')",
                id,
                id,
                committee);
        Given.run("insert into attendance_of_meeting values (?, ?, ?, 'x', 'PRESENT')", id, head, committee);
        Given.run(
                "insert into meeting_decision (id, meeting_id, committee_id, text, recorded_by, recorded_at)"
                        + " values (?, ?, ?, 'x', 'x', now())",
                id,
                id,
                committee);
        Given.run("insert into meeting_vote values (?, ?, ?, ?, 'x', 'FOR')", id, head, id, committee);
        Given.run(
                "insert into meeting_action (id, meeting_id, committee_id, what, who_id, who_name) values (?, ?, ?, 'x', ?, 'x')",
                id,
                id,
                committee,
                head);
        Given.run("insert into minute_addition values (?, ?, ?, 'x', ?, 'x', now())", id, id, committee, head);
        Given.run(
                "insert into pack select ?, ?, ?, 1, now(), now(), 'x', 0, 0, b, encode(sha256(b), 'hex'), b,"
                        + " encode(sha256(b), 'hex') from (select cast('x' as bytea)) one (b)",
                id,
                committee,
                id);
        Given.run(
                "insert into addition (id, checkpoint_id, school_urn, text, person_id, author, at)"
                        + " values (?, ?, 900001, 'x', ?, 'x', now())",
                id,
                id,
                Given.person("head.900001"));
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
