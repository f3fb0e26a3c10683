package org.uplift.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.access.CommitteeRepository;
import org.uplift.access.CommitteeSql;
import org.uplift.access.Permission;
import org.uplift.delegation.Outcome;

/** What was decided in meetings, with who voted how. */
@ApplicationScoped
class MeetingDecisions extends CommitteeRepository<MeetingDecision> {
    private static final int LAST = 50;

    private static final String TAKEN = """
            select d.* from meeting_decision d left join agenda_item i on i.id = d.item_id
            where {committee:d.committee_id} and (d.meeting_id = :of or d.committee_id = :of)
                and (i.confidential is not true or :keeps or d.committee_id = any(:own))
            order by d.id desc limit :most
            """;

    private static final String VOTES = """
            select v.* from meeting_vote v where {committee:v.committee_id} and v.decision_id = any(:ids)
            order by lower(v.name), v.person_id
            """;

    private static final String VOTED = """
            insert into meeting_vote (decision_id, person_id, meeting_id, committee_id, name, vote)
            select d.id, :person, d.meeting_id, d.committee_id, :name, :vote
            from meeting_decision d where d.id = :decision and {committee:d.committee_id}
            """;

    @Inject
    CommitteeSql sql;

    @Override
    protected String permission() {
        return Permission.READ_MEETINGS;
    }

    /** Those of a meeting, in the order in which they were taken. */
    List<MeetingDecisionLine> ofMeeting(UUID meeting) {
        return taken(meeting, 500).reversed();
    }

    /** The last ones of a committee, newest first. */
    List<MeetingDecisionLine> ofCommittee(UUID committee) {
        return taken(committee, LAST);
    }

    void record(MeetingDecision decision, List<VoteLine> votes) {
        persistAndFlush(decision);
        for (VoteLine vote : votes) {
            sql.write(
                    permission(),
                    VOTED,
                    Map.of(
                            "decision",
                            decision.id(),
                            "person",
                            vote.personId(),
                            "name",
                            String.valueOf(vote.name()),
                            "vote",
                            vote.vote().name()));
        }
    }

    private List<MeetingDecisionLine> taken(UUID of, int most) {
        List<Tuple> rows = sql.rows(
                permission(),
                TAKEN,
                Map.of(
                        "of",
                        of,
                        "most",
                        most,
                        "keeps",
                        caller.committees(Permission.KEEP_MEETINGS).trust(),
                        "own",
                        caller.ownCommittees()));
        UUID[] ids = rows.stream().map(row -> row.get("id", UUID.class)).toArray(UUID[]::new);
        Map<UUID, List<VoteLine>> votes = sql.rows(permission(), VOTES, Map.of("ids", ids)).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("decision_id", UUID.class),
                        Collectors.mapping(MeetingDecisions::vote, Collectors.toList())));
        return rows.stream()
                .map(row -> new MeetingDecisionLine(
                        row.get("id", UUID.class),
                        row.get("meeting_id", UUID.class),
                        row.get("item_id", UUID.class),
                        row.get("text", String.class),
                        votes.getOrDefault(row.get("id", UUID.class), List.of()),
                        row.get("approval_id", UUID.class),
                        outcome(row.get("outcome", String.class)),
                        row.get("recorded_by", String.class),
                        row.get("recorded_at", Instant.class)))
                .toList();
    }

    private static @Nullable Outcome outcome(@Nullable String name) {
        return name == null ? null : Outcome.valueOf(name);
    }

    private static VoteLine vote(Tuple row) {
        return new VoteLine(
                row.get("person_id", UUID.class),
                row.get("name", String.class),
                VoteKind.valueOf(row.get("vote", String.class)));
    }
}
