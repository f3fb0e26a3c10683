package org.uplift.commission;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.access.ScopedSql;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;

/** The support that the caller may see: of their schools, and what they give themselves. */
@ApplicationScoped
class Commissions extends ScopedRepository<Commission, UUID> {
    private static final String LINES = """
            select c.*, s.name as school_name, o.name as supporter_school, sp.label as specialism_label,
                coalesce((select sum(d.days) from commission_days d where d.commission_id = c.id), 0) as agreed,
                coalesce((select sum(v.days) from commission_visit v where v.commission_id = c.id), 0) as given,
                (select i.rating from commission_impact i where i.commission_id = c.id and i.party = 'SCHOOL') as school_rating,
                (select i.rating from commission_impact i where i.commission_id = c.id and i.party = 'SUPPORTER')
                    as supporter_rating,
                exists (select from approval a where a.subject_id = c.id and a.outcome is null) as asked,
                count(*) over () as total
            from commission c
                join specialism sp on sp.code = c.specialism
                left join trust_schools() s on s.urn = c.school_urn
                left join trust_schools() o on o.urn = c.supporter_urn
            where ({scope:c.school_urn} or c.expert_person_id = :me) and\s""";

    @Inject
    ScopedSql sql;

    @Inject
    Clock clock;

    @Override
    protected String permission() {
        return Permission.READ_COMMISSIONS;
    }

    /** Who gives it reads it, wherever the school is. */
    @Override
    protected boolean isCallers(Commission commission) {
        return caller.personId().equals(commission.expertPersonId());
    }

    CommissionPage page(CommissionFilter filter, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>();
        String where = filter.where(parameters);
        parameters.put("rows", page.pageSize);
        parameters.put("skipped", page.offset());
        List<Tuple> rows = rows(where + " order by c.id desc limit :rows offset :skipped", parameters);
        long total =
                rows.isEmpty() ? 0 : rows.getFirst().get("total", Number.class).longValue();
        return new CommissionPage(rows.stream().map(this::summary).toList(), Paging.of(page, total));
    }

    /**
     * One that may wait for the caller.
     *
     * @param mine whether they give it
     * @param asked whether approval is asked for
     * @param agreed whether what is agreed is written down
     */
    record Waiting(CommissionSummary commission, boolean mine, boolean asked, boolean agreed) {}

    /** Those that have not ended and are not simply under way, first to end first. */
    List<Waiting> waiting(LocalDate today, int most) {
        return rows(
                        "(c.status in ('REQUESTED', 'MATCHED', 'APPROVED') or c.status = 'ACTIVE' and c.ends_on < :today)"
                                + " order by c.ends_on, c.id limit :most",
                        Map.of("today", today, "most", most))
                .stream()
                .map(row -> new Waiting(
                        summary(row),
                        caller.personId().equals(row.get("expert_person_id", UUID.class)),
                        row.get("asked", Boolean.class),
                        row.get("agreement", String.class) != null))
                .toList();
    }

    CommissionSummary summary(UUID id) {
        return rows("c.id = :id", Map.of("id", id)).stream()
                .findFirst()
                .map(this::summary)
                .orElseThrow(Problem::notFound);
    }

    /** What came from one need, priority or checkpoint, and has not ended. */
    boolean isAskedFor(UUID source) {
        return !readable(
                        "sourceId = :source and status in ('REQUESTED', 'MATCHED', 'APPROVED', 'ACTIVE')",
                        Map.of("source", source),
                        Sort.by("id"))
                .page(0, 1)
                .list()
                .isEmpty();
    }

    private List<Tuple> rows(String where, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("me", caller.personId());
        return sql.rows(permission(), LINES + where, all);
    }

    private CommissionSummary summary(Tuple row) {
        CommissionStatus status = CommissionStatus.valueOf(row.get("status", String.class));
        LocalDate ends = row.get("ends_on", LocalDate.class);
        return new CommissionSummary(
                row.get("id", UUID.class),
                row.get("title", String.class),
                row.get("school_urn", Integer.class),
                row.get("school_name", String.class),
                row.get("beyond", String.class),
                row.get("specialism", String.class),
                row.get("specialism_label", String.class),
                status,
                row.get("starts_on", LocalDate.class),
                ends,
                status == CommissionStatus.ACTIVE && ends.isBefore(LocalDate.now(clock)),
                row.get("requester_id", UUID.class),
                row.get("requester_name", String.class),
                row.get("requested_on", LocalDate.class),
                row.get("source_id", UUID.class),
                row.get("expert_id", UUID.class),
                row.get("partner_id", UUID.class),
                row.get("supporter_name", String.class),
                row.get("supporter_urn", Integer.class),
                row.get("supporter_school", String.class),
                row.get("cost", BigDecimal.class),
                row.get("agreed", BigDecimal.class),
                row.get("given", BigDecimal.class),
                row.get("school_rating", Integer.class),
                row.get("supporter_rating", Integer.class),
                row.get("version", Integer.class));
    }
}
