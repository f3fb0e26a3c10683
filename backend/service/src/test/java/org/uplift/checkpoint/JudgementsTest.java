package org.uplift.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.uplift.access.Actor;
import org.uplift.access.Caller;
import org.uplift.access.Role;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class JudgementsTest {
    private static final UUID TARGET = UUID.randomUUID();

    @Inject
    Judgements judgements;

    @Inject
    Caller caller;

    @Test
    void theLatestThatCountsIsTaken() {
        Given.school(900001);
        Given.schoolMembership("head.900001", "school-leader", 900001);
        Given.schoolMembership("head.900002", "school-leader", 900002);
        Given.run(
                "insert into cycle (id, school_urn, academic_year, stage) values (?, 900001, 2025, 'MONITORING')",
                TARGET);
        Given.run(
                "insert into priority (id, cycle_id, school_urn, position, title) values (?, ?, 900001, 1, 'x')",
                TARGET,
                TARGET);
        Given.run(
                "insert into target (id, priority_id, school_urn, measure_code, cohort, pupil_group, baseline_value,"
                        + " baseline_date, target_value, due_date, due_academic_year, due_assessment_point)"
                        + " values (?, ?, 900001, 'KS2_RWM_EXP', '6', 'ALL', 1, '2025-09-01', 2, '2026-07-31', 2025, 'summer')",
                TARGET,
                TARGET);
        assertEquals(Map.of(), latest("head.900001"));
        judged("2026-01-10", "SUBMITTED", "AT_RISK");
        judged("2026-02-10", "DRAFT", "OFF_TRACK");
        judged("2026-03-10", "SUBMITTED", "ACHIEVED");
        assertEquals(Map.of(TARGET, Judgement.AT_RISK), latest("head.900001"));
        judged("2026-01-20", "SUBMITTED", "ON_TRACK");
        assertEquals(Map.of(TARGET, Judgement.ON_TRACK), latest("head.900001"));
        judged("2026-02-20", "SIGNED_OFF", "MISSED");
        assertEquals(Map.of(TARGET, Judgement.MISSED), latest("head.900001"));
        assertEquals(Map.of(), latest("head.900002"));
    }

    /** A checkpoint of a day, whose focus is there before it is signed. */
    private static void judged(String day, String status, String judgement) {
        UUID id = UUID.randomUUID();
        UUID head = Given.person("head.900001");
        Given.run(
                "insert into checkpoint (id, cycle_id, school_urn, type_code, planned_on, held_on, recorder_id,"
                        + " recorder_name, status) values (?, ?, 900001, 'book-look', date '" + day + "', date '" + day
                        + "', ?, 'x', 'DRAFT')",
                id,
                TARGET,
                head);
        Given.run(
                "insert into focus (checkpoint_id, reference_id, position, school_urn, kind, label, judgement)"
                        + " values (?, ?, 0, 900001, 'TARGET', 'x', ?)",
                id,
                TARGET,
                judgement);
        Given.run(
                "update checkpoint set status = ?, leader_id = ?, other_id = ?,"
                        + " leader_signed_at = case when ? = 'SIGNED_OFF' then now() end,"
                        + " other_signed_at = case when ? = 'SIGNED_OFF' then now() end where id = ?",
                status,
                head,
                Given.person("head.900002"),
                status,
                status,
                id);
    }

    private Map<UUID, Judgement> latest(String username) {
        var request = Arc.container().requestContext();
        request.activate();
        try {
            caller.actAs(new Actor("subject-of-" + username, username, username, null, Set.of(Role.SCHOOL_LEADER)));
            return QuarkusTransaction.requiringNew().call(() -> judgements.latest(List.of(TARGET)));
        } finally {
            request.terminate();
        }
    }
}
