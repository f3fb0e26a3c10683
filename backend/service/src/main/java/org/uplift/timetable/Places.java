package org.uplift.timetable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.school.AcademicYear;

/** Where activities take place: the schools of the trust, and the trust itself, each with its half-terms. */
@ApplicationScoped
class Places {
    private static final String DAYS = """
            select p.urn, p.name, h.term, h.half, h.assumed, d.day
            from (select s.urn, s.name from school s where s.status = 'IN_TRUST' and {scope:s.urn}
                union all select null, null) p
            cross join lateral half_terms(p.urn, :year) h
            left join lateral school_days(p.urn, h.first_day, h.last_day) d on true
            order by p.urn nulls first, h.term, h.half, d.day
            """;

    /**
     * A school, or the trust.
     *
     * @param urn null for the trust
     * @param assumed its terms are not known
     * @param halves by term from 1 autumn to 3 summer and half, as {@code 1/2}
     */
    record Place(@Nullable Integer urn, @Nullable String name, boolean assumed, Map<String, HalfTerm> halves) {
        HalfTerm half(EntryTerms entry) {
            return halves.getOrDefault((entry.term().ordinal() + 1) + "/" + entry.half(), new HalfTerm(List.of()));
        }
    }

    @Inject
    ScopedSql sql;

    /** The trust first, then its schools by URN, in an academic year. */
    List<Place> in(AcademicYear year) {
        Map<Integer, Place> places = new LinkedHashMap<>();
        for (Tuple row : sql.rows(Permission.PLAN_TIMETABLE, DAYS, Map.of("year", year.start()))) {
            Place place = places.computeIfAbsent(
                    row.get("urn", Integer.class),
                    urn -> new Place(
                            urn, row.get("name", String.class), row.get("assumed", Boolean.class), new HashMap<>()));
            HalfTerm half = place.halves()
                    .computeIfAbsent(
                            row.get("term", Integer.class) + "/" + row.get("half", Integer.class),
                            key -> new HalfTerm(new ArrayList<>()));
            LocalDate day = row.get("day", LocalDate.class);
            if (day != null) {
                half.schoolDays().add(day);
            }
        }
        return List.copyOf(places.values());
    }
}
