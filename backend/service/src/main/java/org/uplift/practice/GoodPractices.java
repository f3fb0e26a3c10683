package org.uplift.practice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
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
import org.hibernate.query.NativeQuery;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;

/** What schools have published: for everybody who may see a school of the trust, whichever that is. */
@ApplicationScoped
class GoodPractices implements PanacheRepositoryBase<GoodPractice, UUID> {
    private static final String LINES = """
            select g.id, g.school_urn, g.school_name, g.title, g.what, g.area, g.impact, g.context, g.evidence,
                g.contact, g.contact_id, g.published_on, g.review_on, g.reviewed_on, g.publisher, g.withdrawn_on, g.withdrawal_reason, g.version, p.cycle_id, p.id as priority_id,
                n.distance
            from good_practice g
            {near}
            left join evaluation v on v.id = g.evaluation_id
            left join priority p on p.id = v.priority_id
            where\s""";

    static final String NOWHERE = "cross join (select cast(null as numeric) as distance) n";

    @Inject
    Caller caller;

    @Inject
    PracticeVisits visits;

    @Inject
    Clock clock;

    /** Those that are wanted: what answers a search best first, else the newest. Three statements at most. */
    GoodPracticePage page(GoodPracticeFilter filter, PageRequest page) {
        if (caller.scope(Permission.READ_SCHOOLS).isEmpty()) {
            return new GoodPracticePage(List.of(), Paging.of(page, 0), List.of(), List.of());
        }
        PracticeSearch asked = filter.isSearch() ? asked(filter.words()) : PracticeSearch.NONE;
        Map<String, Object> parameters = new HashMap<>();
        String near = filter.nearness(AcademicYear.of(LocalDate.now(clock)), parameters);
        String where = filter.where(asked, parameters);
        long total = rows("select count(*) from good_practice g" + near + "where " + where, parameters)
                .getFirst()
                .get(0, Number.class)
                .longValue();
        parameters.put("rows", page.pageSize);
        parameters.put("skipped", page.offset());
        return new GoodPracticePage(
                rows(
                                LINES.replace("{near}", near) + where + " order by " + filter.order()
                                        + " limit :rows offset :skipped",
                                parameters)
                        .stream()
                        .map(this::summary)
                        .toList(),
                Paging.of(page, total),
                asked.meant(),
                asked.also());
    }

    private PracticeSearch asked(String search) {
        Tuple row = rows(
                        "select cast(query as text) as query, meant, also from practice_query(:search)",
                        Map.of("search", search))
                .getFirst();
        return new PracticeSearch(
                row.get("query", String.class),
                List.of(row.get("meant", String[].class)),
                List.of(row.get("also", String[].class)));
    }

    /** One as the caller may read it, or 404: what is retired is there for those of its school, and who was to come and see it. */
    GoodPracticeSummary summary(UUID id) {
        return rows(LINES.replace("{near}", NOWHERE) + "g.id = :id", Map.of("id", id)).stream()
                .map(this::summary)
                .filter(practice -> practice.withdrawnOn() == null
                        ? !caller.scope(Permission.READ_SCHOOLS).isEmpty()
                        : caller.scope(Permission.READ_CYCLES).covers(practice.schoolUrn())
                                || visits.isVisitor(id, caller.personId()))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** Whether an evaluation has something published that is not retired. */
    boolean isPublished(UUID evaluation) {
        return count("evaluationId = ?1 and withdrawnOn is null", evaluation) > 0;
    }

    /** When good practice of today is usually looked at again. */
    LocalDate usualReview() {
        return LocalDate.now(clock)
                .plusMonths(getSession()
                        .createNativeQuery(
                                "select value from practice_rule where code = 'review-months'", Integer.class)
                        .getSingleResult());
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
                row.get("evidence", String.class),
                row.get("contact", String.class),
                row.get("contact_id", UUID.class),
                row.get("published_on", LocalDate.class),
                row.get("review_on", LocalDate.class),
                row.get("reviewed_on", LocalDate.class),
                row.get("review_on", LocalDate.class).isBefore(LocalDate.now(clock)),
                row.get("publisher", String.class),
                row.get("cycle_id", UUID.class),
                row.get("priority_id", UUID.class),
                row.get("withdrawn_on", LocalDate.class),
                row.get("withdrawal_reason", String.class),
                row.get("distance", BigDecimal.class),
                row.get("version", Integer.class));
        return caller.scope(Permission.READ_CYCLES).covers(practice.schoolUrn()) ? practice : practice.elsewhere();
    }
}
