package org.uplift.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.access.CommitteeRepository;
import org.uplift.access.CommitteeSql;
import org.uplift.access.Permission;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;

/** The committees that the caller may see. */
@ApplicationScoped
class Committees extends CommitteeRepository<Committee> {
    private static final String LISTED = """
            select c.id, c.kind, c.name, c.whole_trust, c.warn_days, c.ended_on, c.version, count(*) over () as total,
                (select count(*) from membership m where m.committee_id = c.id
                    and m.valid_from <= :today and (m.valid_until is null or m.valid_until > :today)) as members,
                (select count(*) from challenge_today h where h.committee_id = c.id
                    and h.status in ('OPEN', 'OVERDUE', 'ANSWERED')) as challenges,
                (select min(t.day) from meeting t where t.committee_id = c.id and t.status = 'PLANNED'
                    and t.day >= :today) as next_on
            from committee c
            where {committee:c.id} and (cast(:id as uuid) is null or c.id = :id)
                and (cast(:kind as text) is null or c.kind = :kind)
                and (cast(:urn as int) is null or c.whole_trust or exists (select from committee_school s
                    where s.committee_id = c.id and s.school_urn = :urn
                    and s.valid_from <= :today and (s.valid_until is null or s.valid_until > :today)))
            order by c.ended_on is not null and c.ended_on <= :today, c.kind <> 'TRUST_BOARD', lower(c.name), c.id
            limit :rows offset :skipped
            """;

    private static final String SCHOOLS = """
            select s.committee_id, s.school_urn, s.valid_from, s.valid_until, n.name
            from committee_school s left join school n on n.urn = s.school_urn
            where {committee:s.committee_id} and s.committee_id = any(:ids)
            order by s.school_urn, s.valid_from
            """;

    @Inject
    CommitteeSql sql;

    @Inject
    Clock clock;

    @Override
    protected String permission() {
        return Permission.READ_COMMITTEES;
    }

    CommitteePage page(@Nullable CommitteeKind kind, @Nullable Integer schoolUrn, PageRequest page) {
        List<Tuple> rows = rows(null, kind, schoolUrn, page.pageSize, page.offset());
        long total =
                rows.isEmpty() ? 0 : rows.getFirst().get("total", Number.class).longValue();
        return new CommitteePage(summaries(rows), Paging.of(page, total));
    }

    /** Whether there is a trust board that goes on. */
    boolean hasBoard() {
        return !sql.rows(
                        permission(),
                        "select c.id from committee c where {committee:c.id} and c.kind = 'TRUST_BOARD' and c.ended_on is null",
                        Map.of())
                .isEmpty();
    }

    /** One as it is told. */
    CommitteeSummary summary(UUID id) {
        List<CommitteeSummary> found = summaries(rows(id, null, null, 1, 0));
        if (found.isEmpty()) {
            throw Problem.notFound();
        }
        return found.getFirst();
    }

    private List<Tuple> rows(
            @Nullable UUID id, @Nullable CommitteeKind kind, @Nullable Integer schoolUrn, int rows, int skipped) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", id);
        parameters.put("kind", kind == null ? null : kind.name());
        parameters.put("urn", schoolUrn);
        parameters.put("today", today());
        parameters.put("rows", rows);
        parameters.put("skipped", skipped);
        return sql.rows(permission(), LISTED, parameters);
    }

    private List<CommitteeSummary> summaries(List<Tuple> rows) {
        UUID[] ids = rows.stream().map(row -> row.get("id", UUID.class)).toArray(UUID[]::new);
        Map<UUID, List<CommitteeSummary.SchoolLine>> schools =
                sql.rows(permission(), SCHOOLS, Map.of("ids", ids)).stream()
                        .collect(Collectors.groupingBy(
                                row -> row.get("committee_id", UUID.class),
                                Collectors.mapping(Committees::school, Collectors.toList())));
        boolean challenges = !caller.committees(Permission.READ_MEETINGS).isEmpty();
        return rows.stream()
                .map(row -> new CommitteeSummary(
                        row.get("id", UUID.class),
                        CommitteeKind.valueOf(row.get("kind", String.class)),
                        row.get("name", String.class),
                        row.get("whole_trust", Boolean.class),
                        schools.getOrDefault(row.get("id", UUID.class), List.of()),
                        row.get("warn_days", Integer.class),
                        row.get("ended_on", LocalDate.class),
                        row.get("members", Number.class).intValue(),
                        challenges ? row.get("challenges", Number.class).intValue() : null,
                        row.get("next_on", LocalDate.class),
                        row.get("version", Integer.class)))
                .toList();
    }

    private static CommitteeSummary.SchoolLine school(Tuple row) {
        return new CommitteeSummary.SchoolLine(
                row.get("school_urn", Integer.class),
                row.get("name", String.class),
                row.get("valid_from", LocalDate.class),
                row.get("valid_until", LocalDate.class));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
