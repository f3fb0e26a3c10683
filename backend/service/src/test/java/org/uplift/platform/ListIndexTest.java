package org.uplift.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** Each list has the index that gives its order; without it a page costs as much as the whole table. */
@UpliftTest
class ListIndexTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "school order by lower(name), urn",
                "school where status = 'IN_TRUST' order by lower(name), urn",
                "school order by urn",
                "school order by number_on_roll desc nulls last, urn",
                "cycle order by academic_year desc, school_urn nulls first",
                "priority where cycle_id = '00000000-0000-0000-0000-000000000000' order by position, id",
                "action where priority_id = '00000000-0000-0000-0000-000000000000' order by due_on, id",
                "action where lead_id = '00000000-0000-0000-0000-000000000000' order by due_on, id",
                "action order by due_on, id",
                "action_update where action_id = '00000000-0000-0000-0000-000000000000' order by id desc",
                "approval where outcome is null order by id desc",
                "opinion where approval_id = '00000000-0000-0000-0000-000000000000' order by id",
                "target where priority_id = '00000000-0000-0000-0000-000000000000' order by due_date, id",
                "target_note where target_id = '00000000-0000-0000-0000-000000000000' order by at desc, id desc",
                "checkpoint order by dated desc, id desc",
                "checkpoint where school_urn = 900001 order by dated desc, id desc",
                "checkpoint where cycle_id = '00000000-0000-0000-0000-000000000000' order by dated desc, id desc",
                "adjustment order by id desc",
                "adjustment where school_urn = 900001 order by id desc",
                "adjustment where priority_id = '00000000-0000-0000-0000-000000000000' order by id desc",
                "good_practice where withdrawn_on is null order by id desc",
                "good_practice where withdrawn_on is null order by review_on, id",
                "practice_slot where practice_id = '00000000-0000-0000-0000-000000000000'"
                        + " order by day desc, starts_at desc, id",
                "good_practice where withdrawn_on is null and school_urn = 900001 order by id desc",
                "good_practice where withdrawn_on is null and lower(area) = 'x' order by id desc",
                "addition where checkpoint_id = '00000000-0000-0000-0000-000000000000' order by id",
                "comment where subject_id = '00000000-0000-0000-0000-000000000000' order by id",
                "notification where person_id = '00000000-0000-0000-0000-000000000000' order by id desc",
                "inspection where school_urn = 900001 order by start_date desc, id desc",
                "outcome where school_urn = 900001 and measure_code = 'KS2_RWM_EXP' and cohort = '6'"
                        + " and pupil_group = 'ALL' order by dated",
                "need_assessment where ordinal = 6079 order by ordinal desc, score desc nulls last, school_urn",
                "need_assessment where school_urn = 900001 order by ordinal desc",
                "need_moderation where school_urn = 900001 order by id desc",
                "change_item where position > 7 order by position",
                "saved_query where person_id = '00000000-0000-0000-0000-000000000000' order by lower(name), id",
                "data_set_version where data_set = 'x' order by position desc",
                "webhook order by lower(name), id",
                "webhook_delivery where webhook_id = '00000000-0000-0000-0000-000000000000' order by made_at desc, id desc",
                "webhook_delivery where webhook_id = '00000000-0000-0000-0000-000000000000' and status = 'DEAD'"
                        + " order by made_at desc, id desc",
                "activity order by id desc",
                "activity where school_urn = 900001 order by id desc",
                "activity where subject = 'CYCLE' and subject_id = 'x' order by id desc",
                "occurrence order by day, starts_at nulls first, id",
                "occurrence where academic_year = 2026 order by day, starts_at nulls first, id",
                "occurrence where academic_year = 2026 order by day desc, starts_at desc nulls last, id desc",
                "occurrence where school_urn = 900001 order by day, id",
                "expert order by lower(name), id",
                "expert where school_urn = 900001 order by lower(name), id",
                "committee order by lower(name), id",
                "meeting order by day, starts_at, id",
                "meeting order by day desc, starts_at desc, id desc",
                "meeting where committee_id = '00000000-0000-0000-0000-000000000000' order by day, starts_at, id",
                "meeting where committee_id = '00000000-0000-0000-0000-000000000000'"
                        + " order by day desc, starts_at desc, id desc",
                "challenge where committee_id = '00000000-0000-0000-0000-000000000000' order by id desc",
                "pack order by id desc",
                "pack where committee_id = '00000000-0000-0000-0000-000000000000' order by id desc",
                "bank_holiday where day between '2026-09-01' and '2027-08-31' order by day",
                "closed_day where day between '2026-09-01' and '2027-08-31' order by day, school_urn",
                "term_dates where academic_year between 2026 and 2027 order by academic_year, school_urn",
                "person order by lower(name), id",
                "ingest_job order by id desc",
                "ingest_job where person_id = '00000000-0000-0000-0000-000000000000' order by id desc",
                "quarantine order by id desc",
                "quarantine where kind = 'x' and school_urn = 900001 order by id desc"
            })
    void aPageIsReadInItsOrder(String list) throws SQLException {
        String plan = plan(list);
        assertFalse(plan.contains("Sort"), plan);
        assertFalse(plan.contains("Seq Scan on " + list.substring(0, list.indexOf(' '))), plan);
    }

    @Test
    void aListWithoutItsIndexIsFound() throws SQLException {
        assertTrue(plan("school order by town, urn").contains("Sort"));
    }

    private static String plan(String list) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection application = Given.withoutIdentity();
                Statement statement = application.createStatement()) {
            statement.execute("set enable_seqscan = off");
            statement.execute("set enable_bitmapscan = off");
            statement.execute("set enable_sort = off");
            try (ResultSet lines = statement.executeQuery("explain select * from " + list + " limit 50")) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }
}
