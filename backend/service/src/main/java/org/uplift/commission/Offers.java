package org.uplift.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.expertise.Specialism;
import org.uplift.school.AcademicYear;
import org.uplift.term.TermOfYear;

/** What is known of the experts of the trust where support is wanted: in two statements, however many they are. */
@ApplicationScoped
class Offers {
    private static final String EXPERTS = """
            select e.id, e.name, e.school_urn, e.school_name, e.offering, e.confirmed_on is not null as confirmed,
                e.beyond_trust, e.days_per_term, c.expert_id is not null as conflicted, h.expert_id is not null as present,
                exists (select from expert_specialism x where x.expert_id = e.id and x.specialism = :specialism)
                    as has_specialism,
                exists (select from expert_specialism x join specialism k on k.code = x.specialism
                        where x.expert_id = e.id and k.area = :area) as has_area,
                i.rating, coalesce(i.reviews, 0) as reviews,
                (select count(*) from expert_evidence v where v.expert_id = e.id) as evidence,
                a.kilometres, a.distance, coalesce(y.days, 0) as away
            from expert e
                left join expert_impact() i on i.expert_id = e.id and i.area = :area
                left join schools_around(cast(:urn as int), :year) a on a.urn = e.school_urn
                left join conflicted_experts(cast(:urn as int), :first, :last) c on c.expert_id = e.id
                left join expert_days_away(:first, :last) y on y.expert_id = e.id
                left join present_experts(:today) h on h.expert_id = e.id
            where e.offering and cast(:one as uuid) is null or e.id = cast(:one as uuid)
            """;

    private static final String DAYS =
            "select d.expert_id, d.academic_year, d.term, d.promised, d.given from expert_days(:since) d";

    private record Slot(UUID expert, TermOfYear term) {}

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** Of everybody who offers support. */
    List<Offer> all(Commission commission, Specialism specialism) {
        return of(commission, specialism, null);
    }

    /** Of one expert, whether they still offer support or not. */
    Offer one(Commission commission, Specialism specialism, UUID expert) {
        return of(commission, specialism, expert).getFirst();
    }

    private List<Offer> of(Commission commission, Specialism specialism, @Nullable UUID one) {
        AcademicYear year = AcademicYear.of(commission.startsOn());
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("specialism", specialism.code());
        parameters.put("area", specialism.area());
        parameters.put("urn", commission.schoolUrn());
        parameters.put("year", year.start());
        parameters.put("first", commission.startsOn());
        parameters.put("last", commission.endsOn());
        parameters.put("one", one);
        parameters.put("today", LocalDate.now(clock));
        Map<Slot, BigDecimal> promised = new HashMap<>();
        Map<UUID, BigDecimal> given = new HashMap<>();
        for (Tuple row : rows(DAYS, Map.of("since", year.start()))) {
            UUID expert = row.get("expert_id", UUID.class);
            TermOfYear term = TermOfYear.of(row.get("academic_year", Integer.class), row.get("term", Integer.class));
            promised.put(new Slot(expert, term), row.get("promised", BigDecimal.class));
            if (term.academicYear().equals(year)) {
                given.merge(expert, row.get("given", BigDecimal.class), BigDecimal::add);
            }
        }
        int weekdays = weekdays(commission.startsOn(), commission.endsOn());
        return rows(EXPERTS, parameters).stream()
                .map(row -> offer(row, commission, promised, given, weekdays))
                .toList();
    }

    private static Offer offer(
            Tuple row,
            Commission commission,
            Map<Slot, BigDecimal> promised,
            Map<UUID, BigDecimal> given,
            int weekdays) {
        UUID expert = row.get("id", UUID.class);
        BigDecimal offered = row.get("days_per_term", BigDecimal.class);
        boolean theirs = expert.equals(commission.expertId());
        return new Offer(
                expert,
                row.get("name", String.class),
                row.get("school_urn", Integer.class),
                row.get("school_name", String.class),
                row.get("present", Boolean.class),
                row.get("offering", Boolean.class),
                row.get("confirmed", Boolean.class),
                row.get("beyond_trust", Boolean.class),
                row.get("conflicted", Boolean.class),
                row.get("has_specialism", Boolean.class),
                row.get("has_area", Boolean.class),
                row.get("rating", BigDecimal.class),
                row.get("reviews", Number.class).intValue(),
                row.get("evidence", Number.class).intValue(),
                row.get("distance", BigDecimal.class),
                row.get("kilometres", BigDecimal.class),
                commission.days().stream()
                        .map(days -> new Offer.OfTerm(
                                days.termOfYear().words(),
                                days.days(),
                                offered,
                                // What is promised to this one already is not promised to another.
                                promised.getOrDefault(new Slot(expert, days.termOfYear()), BigDecimal.ZERO)
                                        .subtract(theirs ? days.days() : BigDecimal.ZERO)))
                        .toList(),
                given.getOrDefault(expert, BigDecimal.ZERO),
                weekdays,
                row.get("away", Number.class).intValue());
    }

    private static int weekdays(LocalDate first, LocalDate last) {
        return (int) first.datesUntil(last.plusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .count();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, Map<String, Object> parameters) {
        Query query = entities.createNativeQuery(sql, Tuple.class);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }
}
