package org.uplift.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.need.SchoolLevels;
import org.uplift.school.AcademicYear;

/** Who supports whom, and what that comes to. */
@ApplicationScoped
class Support {
    private static final Set<String> COSTS = Set.of("APPROVED", "ACTIVE", "COMPLETED");

    private static final String COMMISSIONS = """
            select c.school_urn, c.beyond, t.name as school_name, c.partner_id is not null as external, c.supporter_name,
                c.supporter_urn, o.name as supporter_school, c.status, c.cost,
                c.starts_on between :first and :last as begins,
                case when c.status in ('MATCHED', 'APPROVED', 'ACTIVE') then d.days else coalesce(g.days, 0) end as agreed,
                coalesce(g.days, 0) as given
            from commission c
                join (select commission_id, sum(days) as days from commission_days where academic_year = :year
                      group by commission_id) d on d.commission_id = c.id
                left join (select commission_id, sum(days) as days from commission_visit
                           where day between :first and :last group by commission_id) g on g.commission_id = c.id
                left join trust_schools() t on t.urn = c.school_urn
                left join trust_schools() o on o.urn = c.supporter_urn
            where c.status <> 'DECLINED' and {scope:c.school_urn}
            order by c.id limit 5000
            """;

    /** Days of a school's people for others: every leader of the school reads them, though not for whom they are. */
    private static final String GIVES = """
            select e.school_urn, sum(d.promised) as days
            from expert_days(:year) d join expert e on e.id = d.expert_id
            where d.academic_year = :year and {scope:e.school_urn}
            group by e.school_urn
            """;

    private static final String SCHOOLS =
            "select s.urn, s.name from school s where s.status = 'IN_TRUST' and {scope:s.urn} order by lower(s.name), s.urn";

    @Inject
    ScopedSql sql;

    @Inject
    SchoolLevels levels;

    /** Adds up what belongs together. */
    private static final class Sum {
        private BigDecimal agreed = BigDecimal.ZERO;
        private BigDecimal given = BigDecimal.ZERO;
        private BigDecimal gives = BigDecimal.ZERO;
        private BigDecimal spend = BigDecimal.ZERO;
        private int commissions;
        private int requested;
    }

    private record Way(
            @Nullable Integer fromUrn,
            String from,
            boolean external,
            @Nullable Integer toUrn,
            String to) {}

    SupportDetail in(AcademicYear year) {
        Map<Integer, Sum> schools = new LinkedHashMap<>();
        Map<Integer, String> names = new LinkedHashMap<>();
        sql.rows(Permission.READ_COMMISSIONS, SCHOOLS, Map.of()).forEach(row -> {
            names.put(row.get("urn", Integer.class), row.get("name", String.class));
            schools.put(row.get("urn", Integer.class), new Sum());
        });
        sql.rows(Permission.READ_COMMISSIONS, GIVES, Map.of("year", year.start()))
                .forEach(row -> {
                    Sum school = schools.get(row.get("school_urn", Integer.class));
                    if (school != null) {
                        school.gives = row.get("days", BigDecimal.class);
                    }
                });
        Map<Way, Sum> ways = new LinkedHashMap<>();
        BigDecimal spend = BigDecimal.ZERO;
        for (Tuple row : sql.rows(
                Permission.READ_COMMISSIONS,
                COMMISSIONS,
                Map.of("year", year.start(), "first", year.firstDay(), "last", year.lastDay()))) {
            BigDecimal cost = cost(row);
            spend = spend.add(cost);
            Sum school = schools.getOrDefault(row.get("school_urn", Integer.class), new Sum());
            school.spend = school.spend.add(cost);
            if (row.get("supporter_name", String.class) == null) {
                school.requested++;
                continue;
            }
            add(school, row);
            add(ways.computeIfAbsent(way(row), any -> new Sum()), row);
        }
        return new SupportDetail(year, lines(schools, names), links(ways), spend);
    }

    private static void add(Sum sum, Tuple row) {
        sum.agreed = sum.agreed.add(row.get("agreed", BigDecimal.class));
        sum.given = sum.given.add(row.get("given", BigDecimal.class));
        sum.commissions++;
    }

    private static BigDecimal cost(Tuple row) {
        BigDecimal cost = row.get("cost", BigDecimal.class);
        return cost != null && row.get("begins", Boolean.class) && COSTS.contains(row.get("status", String.class))
                ? cost
                : BigDecimal.ZERO;
    }

    private static Way way(Tuple row) {
        boolean external = row.get("external", Boolean.class);
        String school = row.get("supporter_school", String.class);
        String beyond = row.get("beyond", String.class);
        String to = row.get("school_name", String.class);
        Integer urn = row.get("school_urn", Integer.class);
        return new Way(
                row.get("supporter_urn", Integer.class),
                external ? row.get("supporter_name", String.class) : school == null ? "The trust" : school,
                external,
                urn,
                beyond != null ? beyond : to != null ? to : "School " + urn);
    }

    private List<SupportDetail.SchoolSupport> lines(Map<Integer, Sum> schools, Map<Integer, String> names) {
        Map<Integer, SchoolLevels.Entitlement> entitlements = levels.entitlements();
        List<SupportDetail.SchoolSupport> lines = new ArrayList<>();
        schools.forEach((urn, sum) -> {
            SchoolLevels.Entitlement entitlement = entitlements.get(urn);
            lines.add(new SupportDetail.SchoolSupport(
                    urn,
                    names.getOrDefault(urn, "School " + urn),
                    entitlement == null ? null : entitlement.level(),
                    entitlement == null ? null : entitlement.label(),
                    entitlement == null ? null : entitlement.days(),
                    sum.agreed,
                    sum.given,
                    sum.gives,
                    sum.requested,
                    sum.spend));
        });
        return lines;
    }

    private static List<SupportDetail.SupportLink> links(Map<Way, Sum> ways) {
        return ways.entrySet().stream()
                .map(entry -> new SupportDetail.SupportLink(
                        entry.getKey().fromUrn(),
                        entry.getKey().from(),
                        entry.getKey().external(),
                        entry.getKey().toUrn(),
                        entry.getKey().to(),
                        entry.getValue().commissions,
                        entry.getValue().agreed,
                        entry.getValue().given))
                .sorted(Comparator.comparing(SupportDetail.SupportLink::agreed)
                        .reversed()
                        .thenComparing(SupportDetail.SupportLink::from)
                        .thenComparing(SupportDetail.SupportLink::to))
                .toList();
    }
}
