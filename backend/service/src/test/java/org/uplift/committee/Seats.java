package org.uplift.committee;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;

/** A committee of school 900001 with a chair, a member and a clerk. */
public record Seats(UUID id) {
    public static Seats ofAlder() {
        Seats seats = new Seats(Given.committee("Committee of Alder", 900001));
        seats.chair();
        Given.run(
                "update membership set office = 'CHAIR' where committee_id = ? and person_id = ?",
                seats.id,
                Given.person("chair"));
        seats.member();
        seats.clerk();
        return seats;
    }

    public RequestSpecification chair() {
        return As.inCommittee("chair", "committee-member", id);
    }

    public RequestSpecification member() {
        return As.inCommittee("member", "committee-member", id);
    }

    public RequestSpecification clerk() {
        return As.inCommittee("clerk.alder", "clerk", id);
    }

    public String meeting(String day) {
        return post(
                        clerk(),
                        "/api/v1/meetings",
                        "{\"committeeId\":\"" + id + "\",\"terms\":{\"day\":\"" + day
                                + "\",\"startsAt\":\"17:30\",\"minutes\":90}}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    public String challenge(RequestSpecification by, String asked) {
        return post(
                        by,
                        "/api/v1/challenges",
                        "{\"committeeId\":\"" + id + "\",\"schoolUrn\":900001,\"askedPersonId\":\""
                                + Given.person(asked)
                                + "\",\"question\":\"Why has absence risen?\",\"answerBy\":\"2099-01-31\"}")
                .statusCode(201)
                .extract()
                .path("challenge.id");
    }

    public static ValidatableResponse post(RequestSpecification as, String path, String body) {
        return Planned.post(as.header("If-Match", "*"), path, body);
    }

    public static ValidatableResponse put(RequestSpecification as, String path, String body) {
        return as.header("If-Match", "*")
                .contentType("application/json")
                .body(body)
                .put(path)
                .then();
    }

    public static ValidatableResponse patch(RequestSpecification as, String path, String body) {
        return as.header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(path)
                .then();
    }
}
