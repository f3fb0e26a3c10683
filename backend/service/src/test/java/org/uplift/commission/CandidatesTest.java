package org.uplift.commission;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.uplift.commission.Supporting.COMMISSIONS;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

/** The ranking over a whole trust: what the database knows of each, and how fairly the days are spread. */
@UpliftTest
class CandidatesTest {
    @Inject
    EntityManagerFactory factory;

    private static void place(int urn, int easting, int northing) {
        Given.run("update school set easting = ?, northing = ? where urn = ?", easting, northing, urn);
    }

    /**
     * By hand: 3 km east and 4 km north are 5 km, so nearness is 0.9; nothing promised, so capacity is 1; no evidence, so impact is 0;
     * two schools that differ in nothing but the roll, 210 and 110: the deviation is 50, they are 2 apart, beside a region that is
     * the same, so the distance is the root of (4 + 0) / 2, and context 1 - 1.4142 / 2 = 0.2929. (4 + 0 + 1.5 x 0.2929 + 1.5 + 0.9) / 10.
     */
    @Test
    void whatTheDatabaseKnowsMakesTheScoreThatOneComputesByHand() {
        Supporting.schools();
        Given.run("update school set region = 'South East'");
        Given.run("update school set number_on_roll = 110 where urn = 900002");
        place(900001, 500_000, 150_000);
        place(900002, 503_000, 154_000);
        UUID expert = Supporting.expert("reading.lead", "4");
        String commission = Supporting.requested(As.head(900001), "2");
        As.head(900001)
                .get(COMMISSIONS + "/" + commission + "/candidates")
                .then()
                .statusCode(200)
                .body("fitting", equalTo(1))
                .body("results[0].expertId", equalTo(expert.toString()))
                .body("results[0].parts.find { it.part == 'nearness' }.value", equalTo(0.9f))
                .body("results[0].parts.find { it.part == 'nearness' }.why", equalTo("Their school is 5 km away."))
                .body("results[0].parts.find { it.part == 'context' }.value", equalTo(0.2929f))
                .body("results[0].score", equalTo(68.4f));
        Planned.post(As.head(900001), COMMISSIONS + "/candidates", Supporting.wanted("\"schoolUrn\":900001", "2", ""))
                .statusCode(200)
                .body("results[0].score", equalTo(68.4f));
        assertEquals(1, Given.number("select count(*) from commission"));
        Planned.post(As.head(900002), COMMISSIONS + "/candidates", Supporting.wanted("\"schoolUrn\":900001", "2", ""))
                .statusCode(404);
    }

    @Test
    void conflictsAndAbsencesStandAgainstSomebodyWithoutSayingWhatTheyAre() {
        Supporting.schools();
        UUID conflicted = Supporting.expert("reading.lead", "4");
        UUID away = Supporting.expert("other.lead", "4");
        Given.run(
                "insert into expert_conflict (id, expert_id, about_urn, about_name, what, valid_from)"
                        + " values (?, ?, 900001, 'Alder Primary', 'A secret reason', date '2020-09-01')",
                UUID.randomUUID(),
                conflicted);
        Given.run(
                "insert into expert_absence (id, expert_id, valid_from, valid_until) values (?, ?, ?, ?)",
                UUID.randomUUID(),
                away,
                LocalDate.now().minusDays(3),
                LocalDate.now().plusDays(60));
        String commission = Supporting.requested(As.head(900001), "2");
        String told = As.head(900001)
                .get(COMMISSIONS + "/" + commission + "/candidates")
                .then()
                .body("fitting", equalTo(0))
                .body("results", hasSize(2))
                .extract()
                .asString();
        assertTrue(told.contains("Has a conflict of interest with the school."), told);
        assertTrue(told.contains("Is there on 0 of the "), told);
        assertTrue(!told.contains("secret"), told);
        Supporting.match(As.trustLeader(), commission, conflicted).statusCode(409);
        Supporting.match(As.trustLeader(), commission, away).statusCode(409);
    }

    /** 300 experts in 100 schools: a page of the ranking takes as many statements as with few, and days spread over many. */
    @Test
    void threeHundredExpertsForAHundredSchoolsAreRankedByAFewStatementsAndShareTheDays() {
        As.trustLeader().get("/api/v1/me").then().statusCode(200);
        manySchools(100);
        manyExperts(300, 100);
        String first = requested(900_101);
        long statements = statements(first);
        List<Map<String, Object>> ranked = As.trustLeader()
                .get(COMMISSIONS + "/" + first + "/candidates?pageSize=200")
                .then()
                .statusCode(200)
                .body("paging.totalResults", equalTo(300))
                .extract()
                .path("results");
        for (int at = 1; at < ranked.size(); at++) {
            boolean before = (boolean) ranked.get(at - 1).get("fits");
            assertTrue(before || !(boolean) ranked.get(at).get("fits"), "who cannot comes last");
            assertTrue(
                    before != (boolean) ranked.get(at).get("fits")
                            || number(ranked.get(at - 1)) >= number(ranked.get(at)),
                    "better comes first");
        }
        Given.run("delete from expert where name > 'Expert 010'");
        assertEquals(statements, statements(first));
        manyMore();
        Set<String> chosen = new HashSet<>();
        List<String> none = new ArrayList<>();
        for (int school = 0; school < 100; school++) {
            String commission = school == 0 ? first : requested(900_101 + school);
            Map<String, Object> best = As.trustLeader()
                    .get(COMMISSIONS + "/" + commission + "/candidates?pageSize=1")
                    .then()
                    .extract()
                    .path("results[0]");
            if (!(boolean) best.get("fits")) {
                none.add(commission);
                continue;
            }
            chosen.add((String) best.get("expertId"));
            Supporting.step(As.trustLeader(), commission, "match", "{\"expertId\":\"" + best.get("expertId") + "\"}")
                    .statusCode(200);
        }
        assertEquals(List.of(), none);
        // Nobody is overdrawn, and a hundred schools are not carried by a few.
        assertEquals(
                0,
                Given.number("select count(*) from (select c.expert_id, sum(d.days) as days from commission c"
                        + " join commission_days d on d.commission_id = c.id where c.expert_id is not null group by c.expert_id) p"
                        + " join expert e on e.id = p.expert_id where p.days > e.days_per_term"));
        assertTrue(chosen.size() >= 50, "only " + chosen.size() + " experts share 100 commissions");
        As.trustLeader()
                .get("/api/v1/expertise/capacity")
                .then()
                .statusCode(200)
                .body("experts", equalTo(300))
                .body("promised", equalTo(200.0f))
                .body("unevenness", lessThan(0.85f));
    }

    private long statements(String commission) {
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            statistics.clear();
            As.trustLeader()
                    .get(COMMISSIONS + "/" + commission + "/candidates?pageSize=200")
                    .then()
                    .statusCode(200);
            return statistics.getPrepareStatementCount();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private static double number(Map<String, Object> candidate) {
        return ((Number) candidate.get("score")).doubleValue();
    }

    private static String requested(int urn) {
        return Planned.post(As.trustLeader(), COMMISSIONS, Supporting.wanted("\"schoolUrn\":" + urn, "2", ""))
                .statusCode(201)
                .extract()
                .path("commission.id");
    }

    private static void manySchools(int schools) {
        Given.run(
                "insert into school (urn, name, status, phase, type, establishment_status, local_authority_code, local_authority,"
                        + " establishment_number, number_on_roll, joined_on, easting, northing)"
                        + " select 900100 + n, 'School ' || n, 'IN_TRUST', 'Primary', 'Academy converter', 'Open', 936, 'Surrey',"
                        + " 3000 + n, 100 + (n * 37) % 300, date '2020-09-01', 480000 + (n * 7919) % 60000, 140000 + (n * 104729) % 60000"
                        + " from generate_series(1, ?) n",
                schools);
    }

    private static void manyExperts(int experts, int schools) {
        Given.run(
                "insert into person (id, subject, username, name, first_seen)"
                        + " select gen_random_uuid(), 'expert ' || n, 'expert.' || n, 'Expert ' || lpad(n::text, 3, '0'), now()"
                        + " from generate_series(1, ?) n",
                experts);
        Given.run("insert into membership (id, person_id, role, scope, school_urn, valid_from)"
                + " select gen_random_uuid(), p.id, 'SCHOOL_LEADER', 'SCHOOL', 900101, date '2020-09-01' from person p"
                + " where p.subject like 'expert %'");
        fill(schools);
    }

    private static void manyMore() {
        fill(100);
    }

    /** A profile for everybody who has none yet. */
    private static void fill(int schools) {
        Given.run(
                "insert into expert (id, person_id, name, school_urn, school_name, about, days_per_term, beyond_trust, offering,"
                        + " confirmed_by, confirmed_name, confirmed_on)"
                        + " select gen_random_uuid(), p.id, p.name, 900101 + n % ?, 'School', 'x', 2 + n % 5, false, true, p.id, 'x',"
                        + " date '2025-09-01' from (select *, cast(substr(subject, 8) as int) as n from person"
                        + " where subject like 'expert %') p where not exists (select from expert e where e.person_id = p.id)",
                schools);
        Given.run("insert into expert_specialism (expert_id, specialism) select e.id, s.code from expert e"
                + " join specialism s on s.code = (array['early-reading', 'reading', 'send'])[1"
                + " + cast(substr(e.name, 8) as int) % 3] on conflict do nothing");
    }
}
