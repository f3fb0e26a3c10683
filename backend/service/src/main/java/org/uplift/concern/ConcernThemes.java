package org.uplift.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.platform.Problem;

/** The open concerns of the caller's schools as a whole. Restricted ones are counted for nobody. */
@ApplicationScoped
public class ConcernThemes {
    private static final int LITTLE = 14;
    private static final int SOME = 28;
    private static final int MUCH = 84;
    private static final String OPEN = " where not c.restricted and c.status <> 'CLOSED' and {scope:c.school_urn}";

    private static final String THEMES = "select k.code, k.label, count(*) as open,"
            + " count(*) filter (where c.severity in ('HIGH', 'CRITICAL')) as grave,"
            + " count(distinct c.school_urn) as schools, min(c.raised_on) as oldest"
            + " from concern c join concern_category k on k.code = c.category_code" + OPEN
            + " group by k.code, k.label, k.position order by open desc, k.position";

    private static final String AGEING = "select width_bucket(cast(:day as date) - c.raised_on, array[" + LITTLE + ", "
            + SOME + ", " + MUCH + "]) as age, count(*) as open from concern c" + OPEN + " group by age";

    private static final String OWNERS = "select c.owner_id, p.name, count(*) as open,"
            + " count(*) filter (where c.review_on < :day) as overdue"
            + " from concern c left join person p on p.id = c.owner_id" + OPEN
            + " group by c.owner_id, p.name order by open desc, p.name nulls first limit 50";

    private static final String SCHOOLS = "select s.urn, s.name, count(*) as open,"
            + " count(*) filter (where c.severity in ('HIGH', 'CRITICAL')) as grave"
            + " from concern c join school s on s.urn = c.school_urn" + OPEN
            + " group by s.urn, s.name order by open desc, s.name limit 200";

    private static final String NUMBERS = "count(*) filter (where k.complaint) as complaints,"
            + " count(*) filter (where not k.complaint) as others"
            + " from concern c join concern_category k on k.code = c.category_code" + OPEN;

    private static final String COUNTS = "select " + NUMBERS + " and c.school_urn = :urn";
    private static final String BY_SCHOOL = "select c.school_urn, " + NUMBERS + " group by c.school_urn";

    @Inject
    ScopedSql sql;

    @Inject
    Clock clock;

    /** All of it today, in four statements. */
    ThemesDetail today() {
        Map<String, Object> day = Map.of("day", LocalDate.now(clock));
        return new ThemesDetail(
                sql.rows(Permission.READ_CONCERNS, THEMES, Map.of()).stream()
                        .map(row -> new Theme(
                                row.get("code", String.class),
                                row.get("label", String.class),
                                row.get("open", Number.class).intValue(),
                                row.get("grave", Number.class).intValue(),
                                row.get("schools", Number.class).intValue(),
                                row.get("oldest", LocalDate.class)))
                        .toList(),
                ageing(day),
                sql.rows(Permission.READ_CONCERNS, OWNERS, day).stream()
                        .map(row -> new Workload(
                                row.get("owner_id", UUID.class),
                                row.get("name", String.class),
                                row.get("open", Number.class).intValue(),
                                row.get("overdue", Number.class).intValue()))
                        .toList(),
                sql.rows(Permission.READ_CONCERNS, SCHOOLS, Map.of()).stream()
                        .map(row -> new SchoolConcerns(
                                row.get("urn", Integer.class),
                                row.get("name", String.class),
                                row.get("open", Number.class).intValue(),
                                row.get("grave", Number.class).intValue()))
                        .toList());
    }

    /** Those of a school as numbers. */
    ConcernCounts counts(int urn) {
        return sql.rows(Permission.COUNT_CONCERNS, COUNTS, Map.of("urn", urn)).stream()
                .map(row -> ConcernCounts.of(
                        urn,
                        row.get("complaints", Number.class).intValue(),
                        row.get("others", Number.class).intValue()))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** Those of each school that has any, as numbers, by URN. */
    public Map<Integer, ConcernCounts> countsBySchool() {
        return sql.rows(Permission.COUNT_CONCERNS, BY_SCHOOL, Map.of()).stream()
                .map(row -> ConcernCounts.of(
                        row.get("school_urn", Integer.class),
                        row.get("complaints", Number.class).intValue(),
                        row.get("others", Number.class).intValue()))
                .collect(Collectors.toMap(ConcernCounts::schoolUrn, counts -> counts));
    }

    private List<Ageing> ageing(Map<String, Object> day) {
        int[] open = new int[4];
        sql.rows(Permission.READ_CONCERNS, AGEING, day)
                .forEach(row -> open[row.get("age", Number.class).intValue()] =
                        row.get("open", Number.class).intValue());
        return List.of(
                new Ageing(0, LITTLE, open[0]),
                new Ageing(LITTLE, SOME, open[1]),
                new Ageing(SOME, MUCH, open[2]),
                new Ageing(MUCH, null, open[3]));
    }
}
