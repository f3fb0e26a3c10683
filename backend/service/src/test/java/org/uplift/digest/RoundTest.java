package org.uplift.digest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.RunningMailServer;
import org.uplift.testing.UpliftTest;

@UpliftTest
class RoundTest {
    private static final LocalDate TODAY = LocalDate.now();

    private static final UUID WEBHOOK = UUID.fromString("0192f000-0000-7000-8000-00000000000a");

    @Inject
    Round round;

    private String priority;

    @BeforeEach
    void plan() {
        Given.school(900001, "Marker School", "IN_TRUST");
        priority = Planned.priority(RoundTest::head, Planned.cycle(head(), 900001), "Marker of a priority");
        Planned.post(
                        head(),
                        "/api/v1/priorities/" + priority + "/actions",
                        "{\"title\":\"Marker of an action\",\"leadPersonId\":\"" + Given.person("head.900001")
                                + "\",\"dueOn\":\"" + TODAY.minusDays(1) + "\"}")
                .statusCode(201);
        head().get("/api/v1/me").then().statusCode(200);
        daily("head.900001");
        RunningMailServer.empty();
    }

    private static RequestSpecification head() {
        return Planned.headteacher(900001);
    }

    private static void daily(String username) {
        choose(username, "DAILY");
    }

    private static void choose(String username, String frequency) {
        Given.run(
                "insert into digest values (?, ?, 1) on conflict (person_id) do update set frequency = excluded.frequency",
                Given.person(username),
                frequency);
    }

    /** One that is off track, in the school's plan. */
    private void troubledTarget() {
        Planned.post(
                        head(),
                        "/api/v1/priorities/" + priority + "/targets",
                        "{\"measureCode\":\"KS2_RWM_EXP\",\"cohort\":\"6\",\"pupilGroup\":\"ALL\",\"baselineValue\":60,"
                                + "\"baselineDate\":\"" + TODAY.minusDays(200) + "\",\"targetValue\":80,\"dueDate\":\""
                                + TODAY.plusDays(200) + "\"}")
                .statusCode(201);
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,"
                        + " value, cohort_size, coverage, result_status, dated)"
                        + " values (900001, 'KS2_RWM_EXP', 2025, 'spring', '6', 'ALL', 'computed', ?, 30, 1, 'final', ?)",
                new BigDecimal("55"),
                TODAY.minusDays(1));
    }

    @Test
    void aDigestArrivesOnceAndSaysHowMuchAndNeverWhat() throws Exception {
        troubledTarget();
        round.run();
        round.run();
        assertEquals(1, RunningMailServer.arrived().size());
        MimeMessage letter = RunningMailServer.arrived().getFirst();
        assertEquals("head.900001@example.org", letter.getAllRecipients()[0].toString());
        assertEquals("Uplift: 2 things wait for you", letter.getSubject());
        assertArrayEquals(
                new String[] {"<https://uplift.example.org/notifications>"}, letter.getHeader("List-Unsubscribe"));
        String whole = GreenMailUtil.getWholeMessage(letter);
        assertTrue(whole.contains("1 action is overdue."), whole);
        assertTrue(whole.contains("https://uplift.example.org/"), whole);
        assertFalse(whole.contains("Marker"), whole);
        assertFalse(whole.contains("short by"), whole);
    }

    @Test
    void whoWantsNoneAndWhomNothingWaitsForGetNone() {
        choose("head.900001", "NONE");
        As.inSchool("deputy.900001", "school-leader", 900001).get("/api/v1/me");
        daily("deputy.900001");
        round.run();
        assertEquals(List.of(), RunningMailServer.arrived());
    }

    @Test
    void whoseMembershipHasEndedGetsNone() {
        Given.run("update membership set valid_until = current_date");
        round.run();
        assertEquals(List.of(), RunningMailServer.arrived());
        assertEquals(0, Given.number("select count(*) from digest_day"));
    }

    @Test
    void anAdministratorIsSentWhatTheyAreToldWithoutAMembership() throws Exception {
        As.administrator().get("/api/v1/me").then().statusCode(200);
        daily("administrator");
        choose("head.900001", "NONE");
        Given.run(
                "insert into webhook (id, name, address, kinds, registered_at, counted_from, key_id, sealed_key)"
                        + " values (?, 'Marker', 'https://example.org/', '{CYCLE}', now(), now(), 'k', '')",
                WEBHOOK);
        Given.run(
                "insert into notification (id, person_id, at, kind, subject_kind, subject_id)"
                        + " values (new_id(), ?, now(), 'WEBHOOK_PAUSED', 'WEBHOOK', ?)",
                Given.person("administrator"),
                WEBHOOK);
        round.run();
        assertEquals(1, RunningMailServer.arrived().size());
        MimeMessage letter = RunningMailServer.arrived().getFirst();
        assertEquals("Uplift: unread notifications", letter.getSubject());
        String whole = GreenMailUtil.getWholeMessage(letter);
        assertTrue(whole.contains("1 notification is unread."), whole);
        assertFalse(whole.contains("Marker") || whole.contains("https://example.org/"), whole);
    }

    /** A membership counts only while the newest token had the role. */
    @Test
    void whoHasLostTheRoleGetsNone() {
        As.user("head.900001", "analyst").get("/api/v1/me").then().statusCode(200);
        round.run();
        assertEquals(List.of(), RunningMailServer.arrived());
    }

    @Test
    void twoReplicasAtOnceSendOne() throws Exception {
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            Callable<Void> run = () -> {
                round.run();
                return null;
            };
            for (Future<Void> done : replicas.invokeAll(List.of(run, run))) {
                done.get();
            }
        }
        assertEquals(1, RunningMailServer.arrived().size());
    }

    @Test
    void whatCouldNotBeSentIsTriedAgainLaterAndThenArrivesOnce() {
        RunningMailServer.away(round::run);
        assertEquals(1, Given.number("select attempts from digest_day"));
        assertEquals(0, Given.number("select count(*) from digest_day where done_at is not null"));
        round.run();
        assertEquals(List.of(), RunningMailServer.arrived(), "it waits before it is tried again");
        Given.run("update digest_day set not_before = now() - interval '1 minute'");
        round.run();
        round.run();
        assertEquals(1, RunningMailServer.arrived().size());
    }

    @Test
    void ofATargetInTroubleOneIsToldOncePerStatus() {
        choose("head.900001", "NONE");
        troubledTarget();
        round.run();
        Given.run("delete from digest_day");
        round.run();
        head().get("/api/v1/me/notifications")
                .then()
                .statusCode(200)
                .body("results.words", contains("The target is off track."))
                .body("unread", equalTo(1));
    }
}
