package org.uplift.school;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.uplift.access.KeyedSql;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.access.ScopedSql;
import org.uplift.platform.Problem;

/** The schools of the register that the caller may see. */
@ApplicationScoped
public class Schools extends ScopedRepository<School, Integer> {
    private static final KeyedSql.Statement DETAIL = new KeyedSql.Statement("""
            select {school:e.urn}, e.name, e.status, e.phase, e.type, e.establishment_status, e.local_authority_code,
                e.local_authority, e.establishment_number, e.ukprn, e.religious_character, e.diocese, e.low_age, e.high_age,
                e.capacity, e.number_on_roll, e.town, e.postcode, e.region, e.opened_on, e.closed_on, e.joined_on, e.left_on,
                e.version, e.links, e.context
            from school_detail e
            where e.urn = ?
            """);

    @Inject
    KeyedSql keyed;

    @Inject
    ScopedSql sql;

    @Override
    protected String permission() {
        return Permission.READ_SCHOOLS;
    }

    @Override
    protected String school() {
        return "urn";
    }

    /** The school with this URN, or 404 when there is none that the caller may see. */
    public School get(int urn) {
        return readable(urn);
    }

    /** Refuses with 404 a school that is not in the register, or for which the caller does not have a permission. */
    public void require(String permission, int urn) {
        if (sql.rows(permission, "select s.urn from school s where s.urn = :urn and {scope:s.urn}", Map.of("urn", urn))
                .isEmpty()) {
            throw Problem.notFound();
        }
    }

    /** The URNs of the schools in the register for which the caller has a permission. */
    public Set<Integer> within(String permission) {
        return sql.rows(permission, "select s.urn from school s where {scope:s.urn}", Map.of()).stream()
                .map(row -> row.get(0, Integer.class))
                .collect(Collectors.toSet());
    }

    /** What schools are called, by their URNs. */
    public Map<Integer, String> names(Collection<Integer> urns) {
        return sql
                .rows(
                        Permission.READ_SCHOOLS,
                        "select s.urn, s.name from school s where s.urn = any(:urns) and {scope:s.urn}",
                        Map.of("urns", urns.toArray(Integer[]::new)))
                .stream()
                .collect(Collectors.toMap(row -> row.get(0, Integer.class), row -> row.get(1, String.class)));
    }

    /** The URNs of those by local authority (3 digits) and establishment (4 digits); of open schools first. */
    public Map<String, Integer> byLaEstab(String permission) {
        Map<String, Integer> schools = new HashMap<>();
        sql.rows(
                        permission,
                        "select s.urn, s.local_authority_code, s.establishment_number from school s"
                                + " where {scope:s.urn} and s.establishment_number is not null"
                                + " order by s.closed_on is null desc, s.urn desc",
                        Map.of())
                .forEach(row -> schools.putIfAbsent(
                        "%03d%04d".formatted(row.get(1, Integer.class), row.get(2, Integer.class)),
                        row.get(0, Integer.class)));
        return schools;
    }

    PanacheQuery<School> search(SchoolFilter filter) {
        List<String> where = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> parameters = new HashMap<>();
        if (filter.search != null && !filter.search.isBlank()) {
            String text = filter.search.strip().toLowerCase(Locale.ROOT);
            where.add(
                    "(lower(name) like :text escape '\\' or lower(town) like :text escape '\\' or str(urn) = :exact)");
            parameters.put(
                    "text", "%" + text.replace("\\", "").replace("%", "\\%").replace("_", "\\_") + "%");
            parameters.put("exact", text);
        }
        if (filter.status != null) {
            where.add("status = :status");
            parameters.put("status", filter.status);
        }
        if (filter.phase != null) {
            where.add("phase = :phase");
            parameters.put("phase", filter.phase);
        }
        if (filter.localAuthority != null) {
            where.add("localAuthorityCode = :localAuthority");
            parameters.put("localAuthority", filter.localAuthority);
        }
        return readable(String.join(" and ", where), parameters, filter.sort.order());
    }

    /** Every school of the register that the caller may see. */
    public Map<Integer, School> byUrn() {
        return readable("1 = 1", Map.of(), Sort.by("urn")).stream()
                .collect(Collectors.toMap(School::urn, school -> school));
    }

    /** What is shown of a school, or 404 when there is none that the caller may see. */
    CompletionStage<SchoolDetail> detail(int urn) {
        return keyed.find(Permission.READ_SCHOOLS, DETAIL, urn, SchoolDetail::of)
                .thenApply(found -> found.orElseThrow(Problem::notFound));
    }
}
