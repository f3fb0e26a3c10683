package org.uplift.commission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;

/** Who can be asked from outside; the trust's, and no school's. */
@ApplicationScoped
class Partners implements PanacheRepositoryBase<Partner, UUID> {
    /** What came of it, as the schools say that the reader sees. */
    private static final String LINES = """
            select p.*, coalesce(u.commissions, 0) as commissions, u.rating, count(*) over () as total
            from partner p
            left join (select c.partner_id, count(*) as commissions, avg(i.rating) as rating
                       from commission c
                           left join commission_impact i on i.commission_id = c.id and i.party = 'SCHOOL'
                       where c.status = 'COMPLETED' and c.partner_id is not null
                       group by c.partner_id) u on u.partner_id = p.id
            where\s""";

    PartnerPage page(boolean ended, PageRequest page, LocalDate today) {
        List<Tuple> rows = rows(
                LINES + "(:ended or p.ended_on is null or p.ended_on > :today) order by lower(p.name), p.id"
                        + " limit :rows offset :skipped",
                Map.of("ended", ended, "today", today, "rows", page.pageSize, "skipped", page.offset()));
        long total =
                rows.isEmpty() ? 0 : rows.getFirst().get("total", Number.class).longValue();
        return new PartnerPage(rows.stream().map(row -> line(row, today)).toList(), Paging.of(page, total));
    }

    PartnerLine line(UUID id, LocalDate today) {
        return rows(LINES + "p.id = :id", Map.of("id", id)).stream()
                .findFirst()
                .map(row -> line(row, today))
                .orElseThrow(Problem::notFound);
    }

    Partner get(UUID id) {
        return findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    /** The one that a match names; 422 where there is none. */
    Partner named(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(
                        () -> Problem.invalid("/partnerId", "unknown-partner", "There is no partner with this id."));
    }

    /** Refuses with 409 a name that another partner has who can be asked. */
    void requireFree(PartnerTerms terms, UUID self) {
        if (terms.endedOn() == null
                && count(
                                "lower(name) = lower(?1) and endedOn is null and id <> ?2",
                                terms.name().strip(),
                                self)
                        > 0) {
            throw Problem.conflict("There is a partner called \"" + terms.name().strip() + "\" already.");
        }
    }

    private static PartnerLine line(Tuple row, LocalDate today) {
        LocalDate until = row.get("diligence_until", LocalDate.class);
        BigDecimal rating = row.get("rating", BigDecimal.class);
        return new PartnerLine(
                row.get("id", UUID.class),
                row.get("name", String.class),
                row.get("offers", String.class),
                row.get("day_rate", BigDecimal.class),
                row.get("diligence", String.class),
                until,
                until != null && !until.isBefore(today),
                row.get("ended_on", LocalDate.class),
                row.get("commissions", Number.class).intValue(),
                rating == null ? null : rating.setScale(1, RoundingMode.HALF_UP),
                row.get("version", Integer.class));
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, Map<String, Object> parameters) {
        NativeQuery<Tuple> query = getSession().createNativeQuery(sql, Tuple.class);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }
}
