package org.uplift.expertise;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.uplift.expertise.Offered.NOW;
import static org.uplift.expertise.Offered.PATH;
import static org.uplift.expertise.Offered.change;
import static org.uplift.expertise.Offered.commission;
import static org.uplift.expertise.Offered.confirm;
import static org.uplift.expertise.Offered.deputy;
import static org.uplift.expertise.Offered.get;
import static org.uplift.expertise.Offered.list;
import static org.uplift.expertise.Offered.offered;
import static org.uplift.expertise.Offered.systemLeader;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.term.TermName;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** Who is found, and with how many days. */
@UpliftTest
class DirectoryTest {
    @Inject
    SessionFactory sessions;

    private String deputys;
    private String leaders;

    @BeforeEach
    void offer() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        Given.school(900003, "Cedar Primary", "IN_TRUST");
        deputys = offered(deputy(), 900001, "early-reading", 4);
        leaders = offered(systemLeader(), null, "send", 10);
        confirm(As.trustLeader(), deputys).statusCode(200);
    }

    private static void finds(String query, String... usernames) {
        List<String> names =
                Stream.of(usernames).map(username -> "Account " + username).toList();
        list(query).body("results.name", equalTo(names));
    }

    @Test
    void itIsFoundByWhatItSays() {
        finds("", "deputy.900001", "system.leader");
        finds("search=SYSTEM", "system.leader");
        finds("search=alder", "deputy.900001");
        finds("search=i lead it", "deputy.900001", "system.leader");
        finds("search=%25");
        finds("search=system_leader");
        finds("specialism=early-reading", "deputy.900001");
        finds("specialism=maths-primary");
        finds("area=inclusion", "system.leader");
        finds("schoolUrn=900001", "deputy.900001");
        finds("confirmed=true", "deputy.900001");
        finds("confirmed=false", "system.leader");
        finds("beyondTrust=true");
        finds("mine=true");
        change(systemLeader(), leaders, "*", "{\"designations\":[\"siams-inspector\"],\"beyondTrust\":true}");
        finds("designation=siams-inspector", "system.leader");
        finds("beyondTrust=true", "system.leader");
        finds("beyondTrust=false", "deputy.900001");
        systemLeader().get(PATH + "?mine=true").then().body("results.id", contains(leaders));
        list("pageSize=1&page=2").body("results.id", contains(leaders)).body("paging.totalResults", equalTo(2));
        As.head(900002).get(PATH + "?search=" + "x".repeat(101)).then().statusCode(422);
        As.head(900002).get(PATH + "?free=-1").then().statusCode(422);
        As.head(900002).get(PATH + "?sort=age").then().statusCode(422);
    }

    @Test
    void daysAreThoseLeftInTheTerm() {
        commission(leaders, "ACTIVE", "7", "2.5");
        commission(leaders, "CANCELLED", "3", "1");
        commission(leaders, "REQUESTED", "2", null);
        get(As.head(900002), leaders)
                .body("expert.capacity.academicYear", equalTo(NOW.academicYear().toString()))
                .body("expert.capacity.term", equalTo(NOW.term().code()))
                .body("expert.capacity.offered", equalTo(10f))
                .body("expert.capacity.promised", equalTo(8f))
                .body("expert.capacity.given", equalTo(3.5f))
                .body("expert.capacity.free", equalTo(2f))
                .body("expert.capacity.givenThisYear", equalTo(3.5f))
                .body("year.find { it.term == '" + NOW.term().code() + "' }.free", equalTo(2f))
                .body("year.findAll { it.free == 10 }.size()", equalTo(2));
        finds("free=2", "deputy.900001", "system.leader");
        finds("free=2.5", "deputy.900001");
        finds("sort=free", "deputy.900001", "system.leader");
        TermName other = NOW.term() == TermName.SUMMER ? TermName.SPRING : TermName.SUMMER;
        finds("free=8&term=" + other.code() + "&academicYear=" + NOW.academicYear(), "system.leader");
        finds("sort=free&term=" + other.code(), "system.leader", "deputy.900001");
        As.head(900002).get(PATH + "?term=winter").then().statusCode(422);
    }

    @Test
    void daysThatAreLoweredBelowWhatIsPromisedAreShownSo() {
        commission(leaders, "APPROVED", "7", null);
        change(systemLeader(), leaders, "*", "{\"daysPerTerm\":5}")
                .statusCode(200)
                .body("expert.capacity.free", equalTo(-2f));
        finds("free=0", "deputy.900001");
    }

    @Test
    void theCapacityIsThatOfWhoIsConfirmed() {
        As.head(900002)
                .get("/api/v1/expertise/capacity")
                .then()
                .statusCode(200)
                .body("experts", equalTo(1))
                .body("offered", equalTo(12f))
                .body("promised", equalTo(0))
                .body("unevenness", nullValue())
                .body("busiestFifthPercent", nullValue());
        confirm(As.trustLeader(), leaders).statusCode(200);
        commission(leaders, "ACTIVE", "6", "2.5");
        // Shares 0 and 0.2: half of the mean difference 0.1 by the mean 0.1.
        As.head(900002)
                .get("/api/v1/expertise/capacity")
                .then()
                .body("academicYear", equalTo(NOW.academicYear().toString()))
                .body("experts", equalTo(2))
                .body("offered", equalTo(42f))
                .body("promised", equalTo(6f))
                .body("given", equalTo(2.5f))
                .body("terms.term", contains("autumn", "spring", "summer"))
                .body("terms[" + (NOW.number() - 1) + "].offered", equalTo(14f))
                .body("terms[" + (NOW.number() - 1) + "].free", equalTo(8f))
                .body("unevenness", equalTo(0.5f))
                .body("busiestFifthPercent", equalTo(100f));
        As.head(900002)
                .get("/api/v1/expertise/capacity?academicYear=2019/2020")
                .then()
                .body("promised", equalTo(0))
                .body("experts", equalTo(2));
        As.head(900002)
                .get("/api/v1/expertise/capacity?academicYear=2019")
                .then()
                .statusCode(422);
    }

    @Test
    void aPageCostsAsManyStatementsHoweverManyThereAre() {
        long few = statements();
        for (int more = 0; more < 6; more++) {
            offered(As.inSchool("teacher." + more, "school-leader", 900003), 900003, "reading", 2);
        }
        assertEquals(few, statements());
        list("pageSize=200").body("paging.totalResults", equalTo(8));
    }

    private long statements() {
        RequestSpecification as = As.head(900002);
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        as.get(PATH + "?pageSize=200").then().statusCode(200);
        return statistics.getPrepareStatementCount();
    }
}
