package org.uplift.inspection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.access.ScopedSql;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;

/** The inspections of the schools that the caller may see. */
@ApplicationScoped
public class Inspections extends ScopedRepository<Inspection, UUID> {
    private static final int BATCH = 1_000;

    private static final String COLUMNS = """
            select i.id, s.urn, coalesce(i.inspected_urn, sole.urn) as inspected_urn, i.framework,
                f.label as framework_label, i.inspection_type, t.label as type_label, i.start_date, i.end_date,
                i.publication_date, i.overall_effectiveness, o.label as overall_label, i.ungraded_outcome, i.safeguarding,
                g.label as safeguarding_label, i.category_of_concern, c.label as concern_label, s.joined_on,
                i.inspected_urn is distinct from s.urn as predecessor, i.source, i.web_link, i.version,
                (select cast(json_agg(json_build_object('area', j.area, 'areaLabel', a.label, 'grade', j.grade,
                        'gradeLabel', jg.label) order by a.rank) as text)
                    from inspection_judgement j
                    join inspection_area a on a.framework = j.framework and a.code = j.area
                    join inspection_grade jg on jg.framework = j.framework and jg.code = j.grade
                    where j.inspection_id = i.id) as judgements
            """;

    private static final String LABELS = """
            join inspection_framework f on f.code = i.framework
            join inspection_type t on t.framework = i.framework and t.code = i.inspection_type
            left join inspection_grade o on o.framework = i.framework and o.code = i.overall_effectiveness
            left join inspection_safeguarding g on g.framework = i.framework and g.code = i.safeguarding
            left join category_of_concern c on c.framework = i.framework and c.code = i.category_of_concern
            """;

    // The URN that a school had before, when there is exactly one: history is followed to it and no further.
    private static final String SOLE_PREDECESSOR = """
            left join lateral (
                select min(l.linked_urn) as urn from school_link l
                where l.school_urn = s.urn and l.kind = 'PREDECESSOR' having count(*) = 1) sole on true
            """;

    // What was inspected under an earlier URN is the school's history only when it is clear which URN that was. The
    // same
    // inspection may be known under both URNs; it is told once.
    private static final String HISTORY = """
            from school s
            """ + SOLE_PREDECESSOR + """
            join inspection i on i.school_urn = any (array[s.urn, sole.urn])
            """ + LABELS + """
            where s.urn = any(:urns) and {scope:s.urn}
                and (i.inspected_urn = s.urn or sole.urn is not null)
                and (i.school_urn = s.urn or (i.inspected_urn = i.school_urn and not exists (
                    select 1 from inspection own
                    where own.school_urn = s.urn and own.framework = i.framework
                        and own.inspection_type = i.inspection_type and own.start_date = i.start_date
                        and own.inspected_urn is distinct from s.urn)))
            """;

    // An inspection is told from its school, or from the school whose history it is part of.
    private static final String ONE = """
            from inspection i
            join lateral (
                select i.school_urn as urn where {scope:i.school_urn}
                union all
                select l.school_urn from school_link l
                where l.linked_urn = i.school_urn and l.kind = 'PREDECESSOR' and {scope:l.school_urn}) told on true
            join school s on s.urn = told.urn
            """ + SOLE_PREDECESSOR + LABELS + """
            where i.id = :id
                and (i.school_urn = s.urn or (sole.urn = i.school_urn and i.inspected_urn = i.school_urn))
            order by i.school_urn = s.urn desc, s.urn
            limit 1
            """;

    @Inject
    ScopedSql sql;

    @Inject
    ObjectMapper json;

    @Override
    protected String permission() {
        return Permission.READ_INSPECTIONS;
    }

    /** The history of a school, newest first, with that of the URN that it had before. */
    InspectionPage history(int urn, PageRequest page) {
        List<InspectionSummary> results = sql
                .rows(
                        permission(),
                        COLUMNS + HISTORY + " order by i.start_date desc, i.id desc limit :rows offset :skipped",
                        Map.of("urns", new Integer[] {urn}, "rows", page.pageSize, "skipped", page.offset()))
                .stream()
                .map(this::summary)
                .toList();
        long total = page.page == 1 && results.size() < page.pageSize
                ? results.size()
                : sql.rows(permission(), "select count(*) " + HISTORY, Map.of("urns", new Integer[] {urn}))
                        .getFirst()
                        .get(0, Number.class)
                        .longValue();
        return new InspectionPage(results, Paging.of(page, total));
    }

    /** The newest of each of some schools, by URN; in one statement. */
    public Map<Integer, InspectionSummary> newest(Collection<Integer> urns) {
        return sql
                .rows(
                        permission(),
                        "select distinct on (h.urn) h.* from (" + COLUMNS + HISTORY
                                + ") h order by h.urn, h.start_date desc, h.id desc",
                        Map.of("urns", urns.toArray(Integer[]::new)))
                .stream()
                .map(this::summary)
                .collect(Collectors.toMap(InspectionSummary::schoolUrn, inspection -> inspection));
    }

    /** One inspection with its labels, or 404 when there is none that the caller may see. */
    InspectionSummary summary(UUID id) {
        return sql.rows(permission(), COLUMNS + ONE, Map.of("id", id)).stream()
                .findFirst()
                .map(this::summary)
                .orElseThrow(Problem::notFound);
    }

    /** Those of these schools, by what makes them the same when they come again. */
    Map<InspectionFacts.Key, Inspection> ofSchools(Collection<Integer> urns) {
        Map<InspectionFacts.Key, Inspection> known = new HashMap<>();
        List<Integer> all = List.copyOf(urns);
        for (int at = 0; at < all.size(); at += BATCH) {
            List<Integer> some = new ArrayList<>(all.subList(at, Math.min(all.size(), at + BATCH)));
            readable("schoolUrn in :urns", Map.of("urns", some), Sort.empty()).stream()
                    .forEach(inspection -> known.put(inspection.key(), inspection));
        }
        return known;
    }

    /** Whether this very inspection is there already. */
    boolean has(InspectionFacts.Key key) {
        return readable(
                        "schoolUrn = :urn and framework = :framework and inspectionType = :type and startDate = :start",
                        Map.of(
                                "urn", key.schoolUrn(),
                                "framework", key.framework(),
                                "type", key.inspectionType(),
                                "start", key.startDate()),
                        Sort.empty())
                .firstResultOptional()
                .isPresent();
    }

    /** The URN that the school had before, when there is exactly one. */
    Optional<Integer> solePredecessor(int urn) {
        List<Tuple> links = sql.rows(
                permission(),
                "select linked_urn from school_link where school_urn = :urn and kind = 'PREDECESSOR' and {scope:school_urn}",
                Map.of("urn", urn));
        return links.size() == 1 ? Optional.of(links.getFirst().get(0, Integer.class)) : Optional.empty();
    }

    private InspectionSummary summary(Tuple row) {
        LocalDate startDate = row.get("start_date", LocalDate.class);
        return new InspectionSummary(
                row.get("id", UUID.class),
                row.get("urn", Integer.class),
                row.get("inspected_urn", Integer.class),
                row.get("framework", String.class),
                row.get("framework_label", String.class),
                row.get("inspection_type", String.class),
                row.get("type_label", String.class),
                startDate,
                row.get("end_date", LocalDate.class),
                row.get("publication_date", LocalDate.class),
                row.get("overall_effectiveness", String.class),
                row.get("overall_label", String.class),
                row.get("ungraded_outcome", String.class),
                row.get("safeguarding", String.class),
                row.get("safeguarding_label", String.class),
                row.get("category_of_concern", String.class),
                row.get("concern_label", String.class),
                Joined.of(startDate, row.get("joined_on", LocalDate.class)),
                row.get("predecessor", Boolean.class),
                judgements(row.get("judgements", String.class)),
                Source.valueOf(row.get("source", String.class)),
                row.get("web_link", String.class),
                row.get("version", Integer.class));
    }

    private List<InspectionJudgement> judgements(@org.jspecify.annotations.Nullable String array) {
        try {
            return array == null ? List.of() : json.readValue(array, new TypeReference<List<InspectionJudgement>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
