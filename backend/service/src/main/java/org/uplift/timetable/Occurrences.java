package org.uplift.timetable;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.Scope;
import org.uplift.access.ScopedRepository;
import org.uplift.access.ScopedSql;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;

/**
 * The planned activities that the caller may see: those of their schools, and all of the trust. Who leads them and what more is
 * said of them is for those who may record checkpoints there.
 */
@ApplicationScoped
public class Occurrences extends ScopedRepository<Occurrence, UUID> {
    /** How one stands, as a code. */
    static final String STATUS = """
            (case when o.cancelled is not null then 'CANCELLED'
                when o.held_on is not null or k.status = 'SIGNED_OFF' then 'DONE'
                when o.day >= :today then 'PLANNED'
                when end_of_term(o.school_urn, o.day) >= :today then 'OVERDUE'
                else 'MISSED' end)""";

    /** A checkpoint that is this near to a planned activity is taken to be of it. */
    private static final int NEAR_DAYS = 21;

    private static final int MOST_MOVED = 200;

    /** Those that count in {@code where}; of which schools, the scope says. */
    static final String FROM = """
            from occurrence o
            join activity_type t on t.code = o.type_code
            left join checkpoint k on k.occurrence_id = o.id
            left join school s on s.urn = o.school_urn
            left join person l on l.id = o.lead_id
            where ({scope:o.school_urn} or o.school_urn is null) and\s""";

    private static final String LINES = """
            select o.id, o.academic_year, o.school_urn, s.name as school_name, o.type_code, t.label, t.attended,
                t.checkpoint_type, o.title, o.day, o.starts_at, o.minutes, o.first_planned_on, o.lead_id, l.name as lead,
                k.id as checkpoint_id,
                coalesce(o.held_on, case when k.status = 'SIGNED_OFF' then k.dated end) as held_on, {status} as status
            """.replace("{status}", STATUS) + FROM;

    @Inject
    ScopedSql sql;

    @Inject
    Clock clock;

    @Override
    protected String permission() {
        return Permission.READ_TIMETABLE;
    }

    /** What the trust does is known in every school. */
    @Override
    protected boolean isOfTrustForAll() {
        return true;
    }

    /** Those that are wanted. */
    OccurrencePage page(OccurrenceFilter filter, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>();
        String where = filter.where(caller.personId(), parameters);
        // Who leads is for those who may record; so is asking by it.
        String permission = filter.personId == null ? permission() : Permission.RECORD_CHECKPOINTS;
        if (filter.status != null) {
            parameters.put("today", LocalDate.now(clock));
        }
        long total = sql.rows(permission, "select count(*) " + FROM + where, parameters)
                .getFirst()
                .get(0, Number.class)
                .longValue();
        return new OccurrencePage(
                lines(permission, where + filter.order(), parameters, page.pageSize, page.offset()),
                Paging.of(page, total));
    }

    /** Those of a condition with its order. */
    List<OccurrenceSummary> lines(
            String permission, String which, Map<String, Object> parameters, int most, int skipped) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("today", LocalDate.now(clock));
        all.put("rows", most);
        all.put("skipped", skipped);
        Scope whole = caller.scope(Permission.RECORD_CHECKPOINTS);
        return sql.rows(permission, LINES + which + " limit :rows offset :skipped", all).stream()
                .map(row -> seen(summary(row), whole))
                .toList();
    }

    /** Those of an academic year, of one school with the trust's or of everybody, by day. */
    List<OccurrenceSummary> of(AcademicYear year, @Nullable Integer schoolUrn, int most) {
        OccurrenceFilter filter = new OccurrenceFilter();
        filter.academicYear = year;
        filter.schoolUrn = schoolUrn;
        Map<String, Object> parameters = new HashMap<>();
        String where = filter.where(caller.personId(), parameters);
        return lines(permission(), where + filter.order(), parameters, most, 0);
    }

    /** What waits for the caller to see to: led by them, or by nobody where they see to everything. */
    List<OccurrenceSummary> toSeeTo(LocalDate until, Set<Integer> schools, boolean trust, int most) {
        return lines(
                permission(),
                "k.id is null and o.held_on is null and o.cancelled is null and o.day <= :until"
                        + " and o.day >= :since and (o.lead_id = :me or o.lead_id is null and"
                        + " (o.school_urn = any(:schools) or :trust and o.school_urn is null))"
                        + " order by o.day, o.id",
                Map.of(
                        "until",
                        until,
                        "since",
                        AcademicYear.of(LocalDate.now(clock)).firstDay(),
                        "me",
                        caller.personId(),
                        "schools",
                        schools.toArray(Integer[]::new),
                        "trust",
                        trust),
                most,
                0);
    }

    /** One as the caller sees it. */
    OccurrenceSummary summary(UUID id) {
        return lines(permission(), "o.id = :id", Map.of("id", id), 1, 0).getFirst();
    }

    /** Whether the caller may read it in full: who may record there may, and of the trust who may record anywhere. */
    boolean isWhole(@Nullable Integer schoolUrn) {
        return isWhole(schoolUrn, caller.scope(Permission.RECORD_CHECKPOINTS));
    }

    private static boolean isWhole(@Nullable Integer schoolUrn, Scope whole) {
        return schoolUrn == null ? !whole.isEmpty() : whole.covers(schoolUrn);
    }

    private static OccurrenceSummary seen(OccurrenceSummary line, Scope whole) {
        return isWhole(line.schoolUrn(), whole) ? line : line.assured();
    }

    /** The later ones of a type and place in its year that are still to come. */
    List<Occurrence> after(Occurrence one) {
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "year",
                one.year().start(),
                "type",
                one.type(),
                "day",
                one.day(),
                "id",
                one.id(),
                "today",
                LocalDate.now(clock)));
        if (one.schoolUrn() != null) {
            parameters.put("urn", one.schoolUrn());
        }
        return readable(
                        "academicYear = :year and type = :type and day > :day and day >= :today and id <> :id"
                                + " and heldOn is null and cancelReason is null and schoolUrn "
                                + (one.schoolUrn() == null ? "is null" : "= :urn"),
                        parameters,
                        Sort.by("day", "id"))
                .page(0, MOST_MOVED)
                .list();
    }

    /**
     * The planned activity that a new checkpoint records; 422 where the one that is named cannot be it.
     *
     * @param wanted the one that is named; null: the nearest of this type that nothing records yet, where there is one
     * @param type of the checkpoint
     */
    public @Nullable UUID recorded(
            @Nullable UUID wanted, @Nullable Integer schoolUrn, AcademicYear year, String type, LocalDate day) {
        String free = "k.id is null and o.held_on is null and o.cancelled is null and t.checkpoint_type = :type"
                + " and o.academic_year = :year and o.school_urn is not distinct from cast(:urn as int)";
        Map<String, Object> parameters = new HashMap<>(Map.of("type", type, "year", year.start()));
        parameters.put("urn", schoolUrn);
        if (wanted != null) {
            parameters.put("id", wanted);
            return lines(permission(), free + " and o.id = :id", parameters, 1, 0).stream()
                    .findFirst()
                    .map(OccurrenceSummary::id)
                    .orElseThrow(() -> Problem.invalid(
                            "/occurrenceId",
                            "not-free",
                            "There is no planned activity " + wanted
                                    + " of this type, place and year that nothing records" + " yet."));
        }
        parameters.put("on", day);
        return lines(
                        permission(),
                        free + " and abs(o.day - cast(:on as date)) <= " + NEAR_DAYS
                                + " order by abs(o.day - cast(:on as date)), o.day, o.id",
                        parameters,
                        1,
                        0)
                .stream()
                .findFirst()
                .map(OccurrenceSummary::id)
                .orElse(null);
    }

    /** Which of some schools the caller may see. */
    List<Integer> visible(Collection<Integer> urns) {
        Scope scope = caller.scope(permission());
        return new TreeSet<>(urns).stream().filter(scope::covers).toList();
    }

    private static OccurrenceSummary summary(Tuple row) {
        return new OccurrenceSummary(
                row.get("id", UUID.class),
                new AcademicYear(row.get("academic_year", Number.class).intValue()),
                row.get("school_urn", Integer.class),
                row.get("school_name", String.class),
                row.get("type_code", String.class),
                row.get("label", String.class),
                row.get("attended", Boolean.class),
                row.get("checkpoint_type", String.class),
                row.get("title", String.class),
                row.get("day", LocalDate.class),
                row.get("starts_at", LocalTime.class),
                row.get("minutes", Integer.class),
                row.get("first_planned_on", LocalDate.class),
                OccurrenceStatus.valueOf(row.get("status", String.class)),
                row.get("lead_id", UUID.class),
                row.get("lead", String.class),
                row.get("held_on", LocalDate.class),
                row.get("checkpoint_id", UUID.class));
    }
}
