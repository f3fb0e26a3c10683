package org.uplift.practice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;

/** What schools have published: for everybody who may see a school of the trust, whichever that is. */
@ApplicationScoped
class GoodPractices implements PanacheRepositoryBase<GoodPractice, UUID> {
    private static final String LINES = """
            select g.id, g.school_urn, g.school_name, g.title, g.what, g.area, g.impact, g.context, g.published_on,
                g.publisher, g.withdrawn_on, g.withdrawal_reason, g.version, p.cycle_id, p.id as priority_id
            from good_practice g
            left join evaluation v on v.id = g.evaluation_id
            left join priority p on p.id = v.priority_id
            where\s""";

    @Inject
    Caller caller;

    /** Those that are wanted, the newest first. */
    GoodPracticePage page(GoodPracticeFilter filter, PageRequest page) {
        if (caller.scope(Permission.READ_SCHOOLS).isEmpty()) {
            return new GoodPracticePage(List.of(), Paging.of(page, 0));
        }
        Map<String, Object> parameters = new HashMap<>();
        String where = filter.where(parameters);
        long total = rows("select count(*) from good_practice g where " + where, parameters)
                .getFirst()
                .get(0, Number.class)
                .longValue();
        parameters.put("rows", page.pageSize);
        parameters.put("skipped", page.offset());
        return new GoodPracticePage(
                rows(LINES + where + " order by g.id desc limit :rows offset :skipped", parameters).stream()
                        .map(this::summary)
                        .toList(),
                Paging.of(page, total));
    }

    /** One as the caller may read it, or 404: what is taken back is there for those of its school alone. */
    GoodPracticeSummary summary(UUID id) {
        return rows(LINES + "g.id = :id", Map.of("id", id)).stream()
                .map(this::summary)
                .filter(practice -> practice.withdrawnOn() == null
                        ? !caller.scope(Permission.READ_SCHOOLS).isEmpty()
                        : caller.scope(Permission.READ_CYCLES).covers(practice.schoolUrn()))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** Whether an evaluation has something published that is not taken back. */
    boolean isPublished(UUID evaluation) {
        return count("evaluationId = ?1 and withdrawnOn is null", evaluation) > 0;
    }

    private List<Tuple> rows(String sql, Map<String, Object> parameters) {
        NativeQuery<Tuple> query = getSession().createNativeQuery(sql, Tuple.class);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    private GoodPracticeSummary summary(Tuple row) {
        GoodPracticeSummary practice = new GoodPracticeSummary(
                row.get("id", UUID.class),
                row.get("school_urn", Integer.class),
                row.get("school_name", String.class),
                row.get("title", String.class),
                row.get("what", String.class),
                row.get("area", String.class),
                row.get("impact", String.class),
                row.get("context", String.class),
                row.get("published_on", LocalDate.class),
                row.get("publisher", String.class),
                row.get("cycle_id", UUID.class),
                row.get("priority_id", UUID.class),
                row.get("withdrawn_on", LocalDate.class),
                row.get("withdrawal_reason", String.class),
                row.get("version", Integer.class));
        return caller.scope(Permission.READ_CYCLES).covers(practice.schoolUrn()) ? practice : practice.elsewhere();
    }
}
