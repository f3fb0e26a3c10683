package org.uplift.expertise;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Caller;
import org.uplift.access.Permission;
import org.uplift.access.Role;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;
import org.uplift.term.TermName;
import org.uplift.term.TermOfYear;

/** The directory of those who are in the trust today: for everybody who works with it, whichever schools they see otherwise. */
@ApplicationScoped
public class Experts implements PanacheRepositoryBase<Expert, UUID> {
    private static final String LINES = """
            select e.*, coalesce(d.promised, 0) as promised, coalesce(d.given, 0) as given,
                coalesce(y.given, 0) as given_this_year, count(*) over () as total,
                array(select x.specialism from expert_specialism x join specialism c on c.code = x.specialism
                      where x.expert_id = e.id order by c.position) as specialisms,
                array(select x.designation from expert_designation x join designation c on c.code = x.designation
                      where x.expert_id = e.id order by c.position) as designations
            from expert e
            left join expert_days(:year) d on d.expert_id = e.id and d.academic_year = :year and d.term = :term
            left join (select g.expert_id, sum(g.given) as given from expert_days(:year) g
                       where g.academic_year = :year group by g.expert_id) y on y.expert_id = e.id
            where (e.person_id = :caller
                   or :sees and e.id in (select h.expert_id from present_experts(:today) h)) and\s""";

    private static final String YEAR = """
            select d.term, d.promised, d.given from expert_days(:year) d
            where d.expert_id = :expert and d.academic_year = :year
            """;

    private static final String IMPACT =
            "select i.area, i.reviews, i.rating from expert_impact() i where i.expert_id = :expert order by i.area";

    private static final String TO_CONFIRM = """
            select e.* from expert e
            where e.offering and e.confirmed_on is null and e.person_id <> :me
                and (e.school_urn = any(cast(:urns as int[]))
                     or :trust and not exists (select from holders('SCHOOL_LEADER', e.school_urn, :today) h
                                               where h.headteacher and h.id <> e.person_id))
            order by lower(e.name), e.id limit :most
            """;

    @Inject
    Specialisms specialisms;

    @Inject
    Designations designations;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    ExpertPage page(ExpertFilter filter, PageRequest page) {
        TermOfYear term = filter.term(TermOfYear.of(today()));
        Map<String, Object> parameters = of(term);
        String where = filter.where(parameters);
        parameters.put("rows", page.pageSize);
        parameters.put("skipped", page.offset());
        List<Tuple> rows =
                rows(LINES + where + " order by " + filter.sort.order() + " limit :rows offset :skipped", parameters);
        long total =
                rows.isEmpty() ? 0 : rows.getFirst().get("total", Number.class).longValue();
        return new ExpertPage(summaries(rows, term), Paging.of(page, total));
    }

    /** One, or 404: who offers nothing any more is there for themselves and for those who confirm them. */
    ExpertSummary summary(UUID id) {
        TermOfYear term = TermOfYear.of(today());
        Map<String, Object> parameters = of(term);
        parameters.put("id", id);
        return summaries(rows(LINES + "e.id = :id", parameters), term).stream()
                .filter(expert -> expert.offering() || knows(expert.personId(), expert.schoolUrn()))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** The stored one behind what the caller may see, or 404. */
    Expert get(UUID id) {
        summary(id);
        return findById(id);
    }

    /** The caller's own. */
    Optional<Expert> own() {
        return find("personId", caller.personId()).firstResultOptional();
    }

    /** Those that wait for the caller before others; a trust leader stands in where nobody else heads the school. */
    List<Expert> toConfirm(int most) {
        return getSession()
                .createNativeQuery(TO_CONFIRM, Expert.class)
                .setParameter("me", caller.personId())
                .setParameter("urns", caller.headships().toArray(Integer[]::new))
                .setParameter("trust", caller.holds(Role.TRUST_LEADER, null))
                .setParameter("today", today())
                .setParameter("most", most)
                .getResultList();
    }

    /** One that nobody else promises days of until this transaction ends; 422 where there is none. */
    public Expert held(UUID id) {
        // Whoever matches need not be allowed to change the profile, as locking its row would ask for.
        getSession()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:id, 0))", Integer.class)
                .setParameter("id", "expert " + id)
                .getSingleResult();
        return findByIdOptional(id)
                .orElseThrow(() -> Problem.invalid("/expertId", "unknown-expert", "There is no expert with this id."));
    }

    /** Whether the caller may know what is not for everybody: it is theirs, or they lead the school or the trust. */
    boolean knows(UUID person, @Nullable Integer schoolUrn) {
        return person.equals(caller.personId())
                || caller.scope(Permission.CONFIRM_EXPERTISE).covers(schoolUrn);
    }

    /** The three terms of the present academic year. */
    List<Capacity> year(ExpertSummary expert) {
        AcademicYear year = AcademicYear.of(today());
        Map<Integer, Tuple> terms = new HashMap<>();
        rows(YEAR, Map.of("expert", expert.id(), "year", year.start()))
                .forEach(row -> terms.put(row.get("term", Integer.class), row));
        return Arrays.stream(TermName.values())
                .map(term -> {
                    Tuple row = terms.get(term.ordinal() + 1);
                    return capacity(
                            new TermOfYear(year, term),
                            expert.capacity().offered(),
                            row == null ? BigDecimal.ZERO : row.get("promised", BigDecimal.class),
                            row == null ? BigDecimal.ZERO : row.get("given", BigDecimal.class),
                            expert.capacity().givenThisYear());
                })
                .toList();
    }

    List<ExpertDetail.ImpactLine> impact(UUID id) {
        return rows(IMPACT, Map.of("expert", id)).stream()
                .map(row -> new ExpertDetail.ImpactLine(
                        row.get("area", String.class),
                        row.get("reviews", Number.class).intValue(),
                        row.get("rating", BigDecimal.class).setScale(1, RoundingMode.HALF_UP)))
                .toList();
    }

    /** What is offered, promised and given in each term of a year, and what each expert has promised of what they offer. */
    List<Tuple> loads(AcademicYear year) {
        return rows("""
                select e.id, e.days_per_term, d.term, d.promised, d.given
                from expert e left join expert_days(:year) d on d.expert_id = e.id and d.academic_year = :year
                where e.offering and e.confirmed_on is not null
                    and e.id in (select h.expert_id from present_experts(:today) h)
                """, Map.of("year", year.start(), "today", today()));
    }

    /** Who has a role and no membership sees what is their own alone. */
    private Map<String, Object> of(TermOfYear term) {
        return new HashMap<>(Map.of(
                "year", term.academicYear().start(),
                "term", term.number(),
                "sees", !caller.scope(Permission.READ_EXPERTS).isEmpty(),
                "caller", caller.personId(),
                "today", today()));
    }

    private List<ExpertSummary> summaries(List<Tuple> rows, TermOfYear term) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, Specialism> known = specialisms.byCode();
        Map<String, Designation> held = designations.byCode();
        return rows.stream()
                .map(row -> new ExpertSummary(
                        row.get("id", UUID.class),
                        row.get("person_id", UUID.class),
                        row.get("name", String.class),
                        row.get("school_urn", Integer.class),
                        row.get("school_name", String.class),
                        row.get("about", String.class),
                        Stream.of(row.get("specialisms", String[].class))
                                .map(code -> Objects.requireNonNull(known.get(code), code)
                                        .line())
                                .toList(),
                        Stream.of(row.get("designations", String[].class))
                                .map(code -> Objects.requireNonNull(held.get(code), code)
                                        .line())
                                .toList(),
                        row.get("beyond_trust", Boolean.class),
                        row.get("offering", Boolean.class),
                        row.get("confirmed_on", LocalDate.class),
                        row.get("confirmed_name", String.class),
                        capacity(
                                term,
                                row.get("days_per_term", BigDecimal.class),
                                row.get("promised", BigDecimal.class),
                                row.get("given", BigDecimal.class),
                                row.get("given_this_year", BigDecimal.class)),
                        row.get("version", Integer.class)))
                .toList();
    }

    private static Capacity capacity(
            TermOfYear term, BigDecimal offered, BigDecimal promised, BigDecimal given, BigDecimal givenThisYear) {
        return new Capacity(
                term.academicYear(), term.term(), offered, promised, given, offered.subtract(promised), givenThisYear);
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, Map<String, Object> parameters) {
        NativeQuery<Tuple> query = getSession().createNativeQuery(sql, Tuple.class);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
