package org.uplift.target;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class JudgementsTest {
    private static final UUID MILESTONE = UUID.randomUUID();
    private static final String PATH = "/api/v1/milestones/" + MILESTONE;

    @Test
    void aMilestoneStandsAsCheckpointsJudgeItAndEndsWhenOneIsSigned() {
        Given.school(900001);
        Given.run(
                "insert into cycle (id, school_urn, academic_year, stage) values (?, 900001, 2025, 'MONITORING')",
                MILESTONE);
        Given.run(
                "insert into priority (id, cycle_id, school_urn, position, title) values (?, ?, 900001, 1, 'x')",
                MILESTONE,
                MILESTONE);
        Given.run(
                "insert into target (id, priority_id, school_urn, milestone, due_date)"
                        + " values (?, ?, 900001, 'A corner in every class', '2026-07-31')",
                MILESTONE,
                MILESTONE);
        stands("no-data");
        judged("2026-01-10", "SUBMITTED", "AT_RISK");
        judged("2026-02-10", "DRAFT", "OFF_TRACK");
        judged("2026-03-10", "SUBMITTED", "ACHIEVED");
        stands("at-risk");
        judged("2026-01-20", "SUBMITTED", "ON_TRACK");
        stands("on-track");
        As.inSchool("member.900001", "committee-member", 900001)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("status", equalTo("no-data"))
                .body("statusReason", startsWith("No checkpoint has judged it yet."));
        judged("2026-02-20", "SIGNED_OFF", "MISSED");
        stands("missed");
        As.head(900001)
                .header("If-Match", "\"0\"")
                .delete(PATH)
                .then()
                .statusCode(409)
                .body("detail", equalTo("A signed checkpoint speaks of it: end the milestone with a reason instead."));
        end("\"0\"").statusCode(200).body("endReason", equalTo("Another way"));
        end("\"1\"").statusCode(409);
        As.inSchool("member.900001", "committee-member", 900001)
                .get(PATH)
                .then()
                .body("status", equalTo("missed"));
    }

    private static ValidatableResponse end(String tag) {
        return As.head(900001)
                .contentType("application/json")
                .header("If-Match", tag)
                .body("{\"reason\":\"Another way\"}")
                .post(PATH + "/end")
                .then();
    }

    private static void stands(String status) {
        As.head(900001).get(PATH).then().statusCode(200).body("status", equalTo(status));
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
                MILESTONE,
                head);
        Given.run(
                "insert into focus (checkpoint_id, reference_id, position, school_urn, kind, label, judgement)"
                        + " values (?, ?, 0, 900001, 'TARGET', 'x', ?)",
                id,
                MILESTONE,
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
}
