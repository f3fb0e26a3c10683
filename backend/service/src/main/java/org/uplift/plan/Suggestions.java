package org.uplift.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.cycle.Cycle;
import org.uplift.ingest.Settlement;
import org.uplift.plan.Suggestion.Supporting;
import org.uplift.school.AcademicYear;

/** What the trust's cycle could be about, from the cycles of its schools, their outcomes and their need. */
@ApplicationScoped
class Suggestions {
    private static final String SUGGESTIONS = Settlement.sql(Suggestions.class, "suggestions.sql");
    private static final int SEVERAL = 2;
    private static final int MOST = 10;
    private static final int NAMED = 5;

    @Inject
    ScopedSql sql;

    /** The best supported first. Only for those who see every value: nothing in them is suppressed. */
    List<Suggestion> of(Cycle cycle) {
        Map<Long, List<Tuple>> found = sql
                .rows(
                        Permission.READ_PUPIL_ROWS,
                        SUGGESTIONS,
                        Map.of(
                                "year",
                                cycle.academicYear().start(),
                                "cycle",
                                cycle.id(),
                                "several",
                                SEVERAL,
                                "most",
                                MOST))
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("place", Number.class).longValue(), LinkedHashMap::new, Collectors.toList()));
        return found.values().stream().map(Suggestions::suggestion).toList();
    }

    private static Suggestion suggestion(List<Tuple> rows) {
        Tuple first = rows.getFirst();
        String kind = first.get("kind", String.class);
        String label = first.get("label", String.class);
        boolean area = kind.equals("common-area");
        boolean need = kind.equals("high-need");
        List<Supporting> schools = rows.stream().map(Suggestions::supporting).toList();
        return new Suggestion(
                kind,
                label,
                area || need ? null : first.get("code", String.class),
                need ? first.get("code", String.class) : null,
                area ? label : null,
                why(kind, label, schools),
                schools);
    }

    private static Supporting supporting(Tuple row) {
        Number year = row.get("of_year", Number.class);
        Integer decimals = row.get("decimals", Integer.class);
        return new Supporting(
                row.get("school_urn", Integer.class),
                row.get("school_name", String.class),
                row.get("priority", String.class),
                shown(row.get("value", BigDecimal.class), decimals),
                shown(row.get("england", BigDecimal.class), decimals),
                year == null ? null : new AcademicYear(year.intValue()),
                shown(row.get("contribution", BigDecimal.class), 1),
                row.get("maximum", BigDecimal.class));
    }

    private static @Nullable BigDecimal shown(@Nullable BigDecimal value, @Nullable Integer decimals) {
        return value == null || decimals == null ? value : value.setScale(decimals, RoundingMode.HALF_UP);
    }

    private static String why(String kind, String label, List<Supporting> schools) {
        String count = schools.size() + " schools ";
        String what = switch (kind) {
            case "common-measure" -> count + "work on it this year: ";
            case "common-area" -> count + "have a priority in the area " + label + ": ";
            case "high-need" -> count + "have a high need in this, by what it contributes to it: ";
            default -> count + "were not as good as England when it was last measured: ";
        };
        String named = schools.stream().limit(NAMED).map(Supporting::words).collect(Collectors.joining(", "));
        return what + named + (schools.size() > NAMED ? " and " + (schools.size() - NAMED) + " more." : ".");
    }
}
