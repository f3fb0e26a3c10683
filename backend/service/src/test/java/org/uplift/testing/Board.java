package org.uplift.testing;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The trust board with its clerk, which decides in meetings. */
public record Board(UUID id, List<String> trustees) {
    public static Board of(String... trustees) {
        Board board = new Board(Given.committee("Trust board"), List.of(trustees));
        board.clerk();
        board.trustees.forEach(board::trustee);
        return board;
    }

    public RequestSpecification trustee(String username) {
        return As.inCommittee(username, "trustee", id);
    }

    public RequestSpecification clerk() {
        return As.inCommittee("clerk.board", "clerk", id);
    }

    /** A meeting of today. */
    public String meeting() {
        return Planned.post(
                        clerk(),
                        "/api/v1/meetings",
                        "{\"committeeId\":\"" + id + "\",\"terms\":{\"day\":\"" + LocalDate.now()
                                + "\",\"startsAt\":\"18:00\",\"minutes\":120}}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** What the clerk records of the newest request for a subject, with a vote of each trustee. */
    public ValidatableResponse decide(String meeting, String subject, String outcome, String... votes) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < votes.length; at++) {
            lines.add("{\"personId\":\"" + Given.person(trustees.get(at)) + "\",\"vote\":\"" + votes[at] + "\"}");
        }
        return Planned.post(
                clerk(),
                "/api/v1/meetings/" + meeting + "/decisions",
                "{\"text\":\"The board has discussed it.\",\"outcome\":\"" + outcome + "\",\"approvalId\":\""
                        + approval(subject) + "\",\"votes\":[" + String.join(",", lines) + "]}");
    }

    /** The newest request for a subject. */
    public static UUID approval(String subject) {
        List<UUID> found = new ArrayList<>();
        Given.query(
                "select id from approval where subject_id = '" + UUID.fromString(subject)
                        + "' order by id desc limit 1",
                row -> found.add(row.getObject(1, UUID.class)));
        return found.getFirst();
    }
}
