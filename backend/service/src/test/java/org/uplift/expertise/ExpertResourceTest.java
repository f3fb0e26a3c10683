package org.uplift.expertise;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.uplift.expertise.Offered.PATH;
import static org.uplift.expertise.Offered.change;
import static org.uplift.expertise.Offered.confirm;
import static org.uplift.expertise.Offered.deputy;
import static org.uplift.expertise.Offered.get;
import static org.uplift.expertise.Offered.offer;
import static org.uplift.expertise.Offered.offered;
import static org.uplift.expertise.Offered.systemLeader;

import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;
import org.uplift.testing.UpliftTest;

@UpliftTest
class ExpertResourceTest {
    @BeforeEach
    void schools() {
        Given.school(900001, "Alder Primary", "IN_TRUST");
        Given.school(900002, "Beech Primary", "IN_TRUST");
        Given.school(900003, "Cedar Primary", "IN_TRUST");
    }

    @Test
    void thoseWhoDoNotWorkWithTheDirectoryAreRefused() {
        String id = offered(deputy(), 900001, "early-reading", 4);
        Given.person("committee.900001");
        for (String path :
                new String[] {PATH, PATH + "/" + id, "/api/v1/expertise/capacity", "/api/v1/expertise/schools"}) {
            As.anonymous().get(path).then().statusCode(401);
            As.inSchool("committee.900001", "committee-member", 900001)
                    .get(path)
                    .then()
                    .statusCode(403);
            As.inTrust("trustee", "trustee").get(path).then().statusCode(403);
            As.dataManager().get(path).then().statusCode(403);
            As.inTrust("analyst", "analyst").get(path).then().statusCode(403);
        }
        offer(As.anonymous(), 900001, "reading", 2).statusCode(401);
        offer(As.inTrust("trustee", "trustee"), null, "reading", 2).statusCode(403);
        confirm(As.anonymous(), id).statusCode(401);
        confirm(systemLeader(), id).statusCode(403);
        change(As.anonymous(), id, "*", "{}").statusCode(401);
        As.dataManager().get("/api/v1/specialisms").then().statusCode(200);
        As.anonymous().get("/api/v1/designations").then().statusCode(401);
    }

    @Test
    void whoHasARoleAndNoMembershipSeesNobodyElse() {
        String id = offered(deputy(), 900001, "early-reading", 4);
        Supplier<RequestSpecification> newcomer = () -> As.user("newcomer", "system-leader");
        newcomer.get().get(PATH).then().statusCode(200).body("results", empty());
        get(newcomer.get(), id).statusCode(404);
        String own = offered(newcomer.get(), null, "send", 2);
        newcomer.get().get(PATH).then().body("results.id", contains(own));
        get(newcomer.get(), own).statusCode(200).body("mayChange", equalTo(true));
        newcomer.get().get("/api/v1/expertise/schools").then().statusCode(200).body("", empty());
        newcomer.get()
                .get("/api/v1/expertise/capacity")
                .then()
                .statusCode(200)
                .body("experts", equalTo(0))
                .body("unevenness", nullValue());
    }

    @Test
    void aProfileIsOfferedOnce() {
        String id = offer(deputy(), 900001, "early-reading", 4)
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("expert.name", equalTo("Account deputy.900001"))
                .body("expert.schoolName", equalTo("Alder Primary"))
                .body("expert.specialisms.label", contains("Early reading and phonics"))
                .body("expert.confirmedOn", nullValue())
                .body("expert.capacity.free", equalTo(4f))
                .body("year.term", contains("autumn", "spring", "summer"))
                .body("mayChange", equalTo(true))
                .body("mayConfirm", equalTo(false))
                .extract()
                .path("expert.id");
        offer(deputy(), 900001, "reading", 2).statusCode(409);
        deputy().get("/api/v1/activity?subject=expert&subjectId=" + id)
                .then()
                .body("results.summary", contains("offered their expertise"));
        As.head(900002).get("/api/v1/activity?subject=expert").then().body("results", empty());
    }

    @Test
    void whatCannotBeChosenIsInvalid() {
        offer(deputy(), 900001, "alchemy", 4)
                .statusCode(422)
                .body("errors[0].path", equalTo("/specialisms/0"))
                .body("errors[0].code", equalTo("unknown-code"));
        Given.run("update specialism set valid_until = current_date where code = 'arts'");
        offer(deputy(), 900001, "arts", 4).statusCode(422).body("errors[0].path", equalTo("/specialisms/0"));
        Given.run("update specialism set valid_until = null where code = 'arts'");
        Planned.post(
                        deputy(),
                        PATH,
                        Offered.terms(900001, "reading", 4)
                                .replace("\"designations\":[]", "\"designations\":[\"npq-headship\",\"knight\"]"))
                .statusCode(422)
                .body("errors[0].path", equalTo("/designations/1"));
        offer(deputy(), 900001, "reading", 61).statusCode(422);
        offer(deputy(), 900001, "reading", -1).statusCode(422);
        Planned.post(deputy(), PATH, "{\"about\":\" \"}").statusCode(422);
    }

    @Test
    void oneOffersFromWhereOneWorks() {
        offer(deputy(), 900002, "reading", 4)
                .statusCode(422)
                .body("errors[0].path", equalTo("/schoolUrn"))
                .body("errors[0].code", equalTo("unknown-school"));
        offer(deputy(), null, "reading", 4).statusCode(422).body("errors[0].code", equalTo("required"));
        offer(systemLeader(), null, "reading", 4).statusCode(201).body("expert.schoolUrn", nullValue());
        offer(As.trustLeader(), 900002, "reading", 4)
                .statusCode(201)
                .body("expert.schoolName", equalTo("Beech Primary"));
    }

    @Test
    void itIsChangedByItsPersonWhoHasReadIt() {
        String id = offered(deputy(), 900001, "early-reading", 4);
        change(deputy(), id, null, "{\"daysPerTerm\":6}").statusCode(428);
        change(deputy(), id, "\"9\"", "{\"daysPerTerm\":6}")
                .statusCode(412)
                .body("current.expert.capacity.offered", equalTo(4f));
        change(deputy(), id, "\"0\"", "{\"daysPerTerm\":6}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("expert.capacity.offered", equalTo(6f))
                .body("expert.about", equalTo("I lead it here"));
        change(deputy(), id, "*", "{\"specialisms\":[]}").statusCode(422);
        change(As.head(900001), id, "*", "{\"about\":\"x\"}").statusCode(403);
        change(As.trustLeader(), id, "*", "{\"about\":\"x\"}").statusCode(403);
        change(deputy(), UUID.randomUUID().toString(), "*", "{\"about\":\"x\"}").statusCode(404);
        deputy().get("/api/v1/activity?subject=expert&subjectId=" + id)
                .then()
                .body("results[0].summary", equalTo("changed their profile"))
                .body("results[0].changes.field", contains("daysPerTerm"));
    }

    @Test
    void whoOffersNothingAnyMoreIsThereForThemselvesAndTheirLeaders() {
        String id = offered(deputy(), 900001, "early-reading", 4);
        change(deputy(), id, "*", "{\"offering\":false}").statusCode(200);
        Offered.list("").body("results", empty());
        get(As.head(900002), id).statusCode(404);
        change(As.head(900002), id, "*", "{\"about\":\"x\"}").statusCode(404);
        get(deputy(), id).statusCode(200).body("expert.offering", equalTo(false));
        get(As.head(900001), id).statusCode(200);
        get(As.trustLeader(), id).statusCode(200);
        deputy().get(PATH + "?mine=true").then().body("results.id", contains(id));
    }

    @Test
    void evidenceIsANoteOrAMeasure() {
        String id = offered(deputy(), 900001, "early-reading", 4);
        String path = PATH + "/" + id + "/evidence";
        Planned.post(deputy(), path, "{\"kind\":\"note\"}").statusCode(422).body("errors[0].path", equalTo("/label"));
        Planned.post(deputy(), path, "{\"kind\":\"note\",\"reference\":\"x\",\"label\":\" Trained five schools \"}")
                .statusCode(200)
                .body("evidence.label", contains("Trained five schools"))
                .body("evidence[0].reference", nullValue());
        Planned.post(deputy(), path, "{\"kind\":\"measure\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/reference"));
        Planned.post(deputy(), path, "{\"kind\":\"measure\",\"reference\":\"NONE\"}")
                .statusCode(422)
                .body("errors[0].path", equalTo("/reference"));
        String measure = Planned.post(
                        deputy(), path, "{\"kind\":\"measure\",\"reference\":\"KS2_RWM_EXP\",\"label\":\"Rose\"}")
                .body("evidence.kind", contains("note", "measure"))
                .extract()
                .path("evidence[1].id");
        get(As.head(900002), id).body("evidence.label", contains("Trained five schools", "Rose"));
        Planned.post(As.head(900001), path, "{\"kind\":\"note\",\"label\":\"x\"}")
                .statusCode(403);
        As.head(900002).delete(path + "/" + measure).then().statusCode(403);
        deputy().delete(path + "/" + UUID.randomUUID()).then().statusCode(404);
        deputy().delete(path + "/" + measure).then().statusCode(200).body("evidence", hasSize(1));
    }

    @Test
    void aCheckpointIsEvidenceOnceItIsSignedForWhoWasThere() {
        String id = offered(deputy(), 900001, "early-reading", 4);
        String cycle = Planned.cycle(As.head(900001), 900001);
        String checkpoint = Planned.post(
                        deputy(),
                        "/api/v1/checkpoints",
                        "{\"cycleId\":\"" + cycle + "\",\"type\":\"book-look\",\"plannedOn\":\"2026-01-20\"}")
                .statusCode(201)
                .extract()
                .path("id");
        String path = PATH + "/" + id + "/evidence";
        String body = "{\"kind\":\"checkpoint\",\"reference\":\"" + checkpoint + "\"}";
        Planned.post(deputy(), path, body).statusCode(422).body("errors[0].code", equalTo("unknown-checkpoint"));
        Given.run(
                "update checkpoint set status = 'SIGNED_OFF', held_on = '2026-01-20', leader_signed_at = now(), other_signed_at = now()");
        Planned.post(deputy(), path, body)
                .statusCode(200)
                .body("evidence[0].label", equalTo("Book look of 20 January 2026"))
                .body("evidence[0].reference", equalTo(checkpoint));
        String colleague = offered(As.head(900001), 900001, "reading", 1);
        Planned.post(As.head(900001), PATH + "/" + colleague + "/evidence", body)
                .statusCode(422);
        Planned.post(deputy(), path, "{\"kind\":\"checkpoint\",\"reference\":\"last week\"}")
                .statusCode(422);
    }
}
