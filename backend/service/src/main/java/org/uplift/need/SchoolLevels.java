package org.uplift.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;

/** The level of need that counts in each school now. */
@ApplicationScoped
public class SchoolLevels {
    private static final String NEWEST = """
            select distinct on (a.school_urn) a.school_urn, {level} as level
            from need_assessment a
            left join need_level al on al.code = a.level
            left join need_moderation m on m.id = a.moderation_id
            left join need_level ml on ml.code = m.level
            where {scope:a.school_urn}
            order by a.school_urn, a.ordinal desc
            """;

    @Inject
    ScopedSql sql;

    @Inject
    NeedLevels levels;

    /** The codes of all levels, from the least need to the most. */
    public List<String> codes() {
        return levels.all().ranked().stream().map(NeedLevel::code).toList();
    }

    /** The code of the newest level by school; schools without one are left out. */
    public Map<Integer, String> inForce() {
        Map<Integer, String> found = new HashMap<>();
        sql.rows(Permission.READ_NEED, NEWEST.replace("{level}", NeedAssessments.LEVEL), Map.of())
                .forEach(row -> {
                    String level = row.get("level", String.class);
                    if (level != null) {
                        found.put(row.get("school_urn", Integer.class), level);
                    }
                });
        return found;
    }

    /** What the level of a school gives it in an academic year. */
    public record Entitlement(String level, String label, int days) {}

    /** What each school is entitled to by the level that counts now; schools without one are left out. */
    public Map<Integer, Entitlement> entitlements() {
        Levels known = levels.all();
        Map<Integer, Entitlement> found = new HashMap<>();
        inForce().forEach((urn, code) -> {
            NeedLevel level = known.get(code);
            if (level != null) {
                found.put(urn, new Entitlement(level.code(), level.label(), level.entitlementDays()));
            }
        });
        return found;
    }
}
