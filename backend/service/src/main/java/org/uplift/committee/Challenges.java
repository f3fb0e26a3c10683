package org.uplift.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.CommitteeRepository;
import org.uplift.access.CommitteeSql;
import org.uplift.access.Permission;
import org.uplift.access.Role;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;

/** The challenges that the caller may see: of their committees, of the schools that they lead, and those that they are asked. */
@ApplicationScoped
class Challenges extends CommitteeRepository<Challenge> {
    private static final String SEEN = """
            select c.*, m.name as committee_name, s.name as school_name, count(*) over () as total,
                exists (select from challenge_entry e where e.challenge_id = c.id and e.kind = 'ANSWER'
                    and e.person_id = :me) as answered_by_me
            from challenge_today c
                left join committee m on m.id = c.committee_id
                left join school s on s.urn = c.school_urn
            where ({committee:c.committee_id} or c.asked_id = :me or c.school_urn = any(:led)) and\s""";

    private static final String ENTRIES = """
            select e.* from challenge_entry e
            join challenge c on c.id = e.challenge_id
            where e.challenge_id = :id and ({committee:c.committee_id} or c.asked_id = :me or c.school_urn = any(:led))
            order by e.id limit 500
            """;

    @Inject
    CommitteeSql sql;

    @Override
    protected String permission() {
        return Permission.READ_MEETINGS;
    }

    ChallengePage page(ChallengeFilter filter, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>();
        String where = filter.where(parameters);
        parameters.put("rows", page.pageSize);
        parameters.put("skipped", page.offset());
        List<Tuple> rows = rows(SEEN + where + " order by c.id desc limit :rows offset :skipped", parameters);
        long total =
                rows.isEmpty() ? 0 : rows.getFirst().get("total", Number.class).longValue();
        return new ChallengePage(rows.stream().map(this::summary).toList(), Paging.of(page, total));
    }

    /** One, or 404 when there is none that the caller may see. */
    ChallengeSummary get(UUID id) {
        return rows(SEEN + "c.id = :id", Map.of("id", id)).stream()
                .findFirst()
                .map(this::summary)
                .orElseThrow(Problem::notFound);
    }

    ChallengeDetail detail(UUID id) {
        ChallengeSummary challenge = get(id);
        return new ChallengeDetail(
                challenge,
                rows(ENTRIES, Map.of("id", id)).stream().map(Challenges::entry).toList());
    }

    /** What the caller is to answer, or may say of their committees whether they are satisfied, first due first. */
    List<ChallengeSummary> waiting(int most) {
        return rows(
                        SEEN + "c.status in ('OPEN', 'OVERDUE', 'ANSWERED') and (c.asked_id = :me"
                                + " or c.committee_id = any(:own) or (c.status = 'OVERDUE' and (:keeps or c.committee_id = any(:kept))))"
                                + " order by c.due_on, c.id limit :most",
                        Map.of(
                                "own", ids(Permission.RAISE_CHALLENGES),
                                "kept", ids(Permission.KEEP_MEETINGS),
                                "keeps",
                                        caller.committees(Permission.KEEP_MEETINGS)
                                                .trust(),
                                "most", most))
                .stream()
                .map(this::summary)
                .toList();
    }

    /** The committees of a permission that are the caller's own. */
    private UUID[] ids(String permission) {
        return caller.committees(permission).committees().toArray(UUID[]::new);
    }

    private List<Tuple> rows(String statement, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("me", caller.personId());
        all.put("led", caller.scope(Role.SCHOOL_LEADER).schools().toArray(Integer[]::new));
        return sql.rows(permission(), statement, all);
    }

    private ChallengeSummary summary(Tuple row) {
        UUID committee = row.get("committee_id", UUID.class);
        ChallengeStatus status = ChallengeStatus.valueOf(row.get("status", String.class));
        boolean settled = status == ChallengeStatus.SATISFIED || status == ChallengeStatus.WITHDRAWN;
        UUID me = caller.personId();
        String kind = row.get("link_kind", String.class);
        return new ChallengeSummary(
                row.get("id", UUID.class),
                committee,
                named(row.get("committee_name", String.class)),
                row.get("school_urn", Integer.class),
                row.get("school_name", String.class),
                row.get("meeting_id", UUID.class),
                row.get("question", String.class),
                row.get("asked_by_name", String.class),
                row.get("asked_id", UUID.class),
                row.get("asked_name", String.class),
                row.get("raised_on", LocalDate.class),
                status,
                row.get("due_on", LocalDate.class),
                row.get("reopened", Boolean.class),
                kind == null
                        ? null
                        : new ChallengeLink(
                                LinkKind.valueOf(kind),
                                row.get("link_id", String.class),
                                row.get("link_title", String.class)),
                !settled && me.equals(row.get("asked_id", UUID.class)),
                status == ChallengeStatus.ANSWERED
                        && caller.sitsOn(committee)
                        && !row.get("answered_by_me", Boolean.class),
                !settled && me.equals(row.get("asked_by", UUID.class)));
    }

    /** Who is asked may not see the committee itself. */
    private static String named(@Nullable String committee) {
        return committee == null ? "A committee of the trust" : committee;
    }

    private static ChallengeEntryLine entry(Tuple row) {
        return new ChallengeEntryLine(
                row.get("id", UUID.class),
                ChallengeEntryKind.valueOf(row.get("kind", String.class)),
                row.get("text", String.class),
                row.get("answer_by", LocalDate.class),
                row.get("person_id", UUID.class),
                row.get("author", String.class),
                row.get("at", Instant.class));
    }
}
