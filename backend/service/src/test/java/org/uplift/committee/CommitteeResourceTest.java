package org.uplift.committee;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class CommitteeResourceTest {
    private static final String PATH = "/api/v1/committees";

    @BeforeEach
    void schools() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
    }

    private static String of(int urn) {
        return "{\"kind\":\"development\",\"name\":\"Committee of Alder\",\"schools\":[{\"schoolUrn\":" + urn
                + ",\"from\":\"2024-09-01\"}]}";
    }

    @Test
    void anAdministratorCreatesItAndItsMembersReachItsSchools() {
        String id = Seats.post(As.administrator(), PATH, of(900001))
                .statusCode(201)
                .body("schools.schoolName", contains("Alder Primary"))
                .body("openChallenges", nullValue())
                .extract()
                .path("id");
        UUID person = Given.person("new.member");
        As.user("new.member", "committee-member")
                .get("/api/v1/schools/900001")
                .then()
                .statusCode(404);
        Seats.post(
                        As.administrator(),
                        "/api/v1/memberships",
                        "{\"personId\":\"" + person + "\",\"role\":\"committee-member\",\"scope\":\"committee\","
                                + "\"committeeId\":\"" + id + "\"}")
                .statusCode(201)
                .body("office", equalTo("member"));
        As.user("new.member", "committee-member").get("/api/v1/schools").then().body("results.urn", contains(900001));
        As.user("new.member", "committee-member")
                .get("/api/v1/schools/900001/need")
                .then()
                .statusCode(200);
        As.user("new.member", "committee-member")
                .get("/api/v1/schools/900002")
                .then()
                .statusCode(404);
        As.user("new.member", "committee-member").get(PATH).then().body("results.members", contains(1));
        Seats.patch(
                        As.administrator(),
                        PATH + "/" + id,
                        "{\"schools\":[{\"schoolUrn\":900001,\"from\":\"2024-09-01\",\"until\":\"2025-09-01\"},"
                                + "{\"schoolUrn\":900002,\"from\":\"2025-09-01\"}]}")
                .statusCode(200);
        As.user("new.member", "committee-member").get("/api/v1/schools").then().body("results.urn", contains(900002));
        Seats.patch(As.administrator(), PATH + "/" + id, "{\"endedOn\":\"2025-10-01\"}")
                .statusCode(200);
        As.user("new.member", "committee-member").get("/api/v1/schools").then().body("results", hasSize(0));
    }

    @Test
    void theBoardIsOfTheWholeTrustAndThereIsOne() {
        String board = "{\"kind\":\"trust-board\",\"name\":\"Trust board\",\"schools\":[]}";
        String id = Seats.post(As.administrator(), PATH, board)
                .statusCode(201)
                .body("wholeTrust", equalTo(true))
                .extract()
                .path("id");
        Seats.post(As.administrator(), PATH, board).statusCode(409);
        As.inCommittee("trustee", "trustee", UUID.fromString(id))
                .get("/api/v1/schools")
                .then()
                .body("results.urn", contains(900001, 900002));
        As.inCommittee("clerk.board", "clerk", UUID.fromString(id))
                .get("/api/v1/schools")
                .then()
                .statusCode(403);
    }

    @Test
    void whoMayDoWhat() {
        Seats seats = Seats.ofAlder();
        As.anonymous().get(PATH).then().statusCode(401);
        As.head(900001).get(PATH).then().statusCode(403);
        As.trustLeader().get(PATH).then().statusCode(200).body("results", hasSize(1));
        seats.member().get(PATH + "/" + seats.id()).then().statusCode(200).body("openChallenges", equalTo(0));
        UUID other = Given.committee("Committee of Beech", 900002);
        seats.member().get(PATH + "/" + other).then().statusCode(404);
        seats.member().get(PATH + "/" + other + "/members").then().statusCode(404);
        seats.clerk().get(PATH + "/" + other + "/conflicts").then().statusCode(404);
        Seats.post(seats.clerk(), PATH, of(900001)).statusCode(403);
        Seats.post(As.anonymous(), PATH, of(900001)).statusCode(401);
        Seats.post(As.administrator(), PATH, of(900009))
                .statusCode(422)
                .body("errors[0].path", equalTo("/schools/0/schoolUrn"));
        As.administrator().get(PATH + "/" + seats.id()).then().statusCode(200);
        As.administrator().get("/api/v1/meetings").then().statusCode(403);
        Seats.patch(seats.clerk(), PATH + "/" + seats.id(), "{}").statusCode(403);
        Seats.patch(As.administrator(), PATH + "/" + seats.id(), "{\"schools\":[]}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/schools"));
        As.administrator()
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch(PATH + "/" + seats.id())
                .then()
                .statusCode(428);
    }

    @Test
    void aMembershipNeedsACommitteeAndARoleOfOne() {
        UUID person = Given.person("somebody");
        String wanted =
                "{\"personId\":\"" + person + "\",\"scope\":\"committee\",\"committeeId\":\"%s\",\"role\":\"%s\"}";
        Seats.post(As.administrator(), "/api/v1/memberships", wanted.formatted(UUID.randomUUID(), "committee-member"))
                .statusCode(422)
                .body("errors[0].path", equalTo("/committeeId"));
        UUID committee = Given.committee("Committee of Alder", 900001);
        Seats.post(As.administrator(), "/api/v1/memberships", wanted.formatted(committee, "trust-leader"))
                .statusCode(422)
                .body("errors[0].path", equalTo("/role"));
        Seats.post(
                        As.administrator(),
                        "/api/v1/memberships",
                        wanted.formatted(committee, "clerk").replace("}", ",\"office\":\"chair\"}"))
                .statusCode(422)
                .body("errors[0].path", equalTo("/office"));
    }

    @Test
    void theClerkGivesOfficesAndIsWarnedOfTermsThatEnd() {
        Seats seats = Seats.ofAlder();
        UUID membership = Given.committeeMembership("leaver", "committee-member", seats.id());
        LocalDate soon = LocalDate.now().plusDays(30);
        Given.run("update membership set valid_until = ? where id = ?", soon, membership);
        String path = PATH + "/" + seats.id() + "/members";
        seats.member()
                .get(path)
                .then()
                .statusCode(200)
                .body("results.name[0]", equalTo("Account chair"))
                .body("results.find { it.name == 'Account leaver' }.standing", equalTo("ending"));
        seats.clerk()
                .get("/api/v1/me/work")
                .then()
                .body(
                        "results.find { it.kind == 'term-of-office' }.title",
                        equalTo("Term of office of Account leaver"));
        seats.member().get("/api/v1/me/work").then().body("results.kind", not(hasItem("term-of-office")));
        String office = path + "/" + membership + "/office";
        Seats.put(seats.member(), office, "{\"office\":\"vice-chair\"}").statusCode(403);
        Seats.put(As.anonymous(), office, "{\"office\":\"vice-chair\"}").statusCode(401);
        Seats.put(seats.clerk(), office, "{\"office\":\"clerk\"}").statusCode(422);
        Seats.put(seats.clerk(), office, "{\"office\":\"vice-chair\"}")
                .statusCode(200)
                .body("office", equalTo("vice-chair"));
        seats.member()
                .get("/api/v1/activity?subject=committee")
                .then()
                .body("results.summary", hasItem("made Account leaver vice chair"));
        As.head(900001).get("/api/v1/activity?subject=committee").then().body("results", hasSize(0));
    }

    @Test
    void interestsAreForTheCommitteeAndItsClerk() {
        Seats seats = Seats.ofAlder();
        String membership = seats.clerk()
                .get(PATH + "/" + seats.id() + "/members")
                .then()
                .extract()
                .path("results.find { it.name == 'Account member' }.membershipId");
        String path = PATH + "/" + seats.id() + "/conflicts";
        String body = "{\"membershipId\":\"" + membership
                + "\",\"what\":\"Director of a firm that sells to the trust\",\"from\":\"2024-01-01\",\"declaredOn\":\"2025-09-10\"}";
        Seats.post(seats.member(), path, body).statusCode(403);
        Seats.post(As.anonymous(), path, body).statusCode(401);
        String id =
                Seats.post(seats.clerk(), path, body).statusCode(201).extract().path("id");
        seats.chair().get(path).then().statusCode(200).body("results.name", contains("Account member"));
        As.trustLeader().get(path).then().statusCode(403);
        As.administrator().get(path).then().statusCode(403);
        Seats.post(seats.clerk(), "/api/v1/conflicts/" + id + "/end", "{\"until\":\"2023-01-01\"}")
                .statusCode(422);
        Seats.post(seats.member(), "/api/v1/conflicts/" + id + "/end", "{\"until\":\"2026-01-01\"}")
                .statusCode(403);
        Seats.post(seats.clerk(), "/api/v1/conflicts/" + id + "/end", "{\"until\":\"2026-01-01\"}")
                .statusCode(200)
                .body("until", equalTo("2026-01-01"));
        Seats.post(seats.clerk(), "/api/v1/conflicts/" + id + "/end", "{\"until\":\"2026-01-01\"}")
                .statusCode(409);
    }
}
