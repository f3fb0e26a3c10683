package org.uplift.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The inspection frameworks and their code lists, as they are in the database now. */
@ApplicationScoped
class Frameworks {
    private static final String CODES = """
            select 'type' as list, framework, code, label, valid_from, valid_to, rank, judges, outcome,
                cast(null as boolean) as concern, cast(null as boolean) as where_it_applies,
                cast(null as text) as implied_grade, pattern, recognition
            from inspection_type
            union all
            select 'area', framework, code, label, valid_from, valid_to, rank, null, null, null, where_it_applies, null,
                null, 0 from inspection_area
            union all
            select 'grade', framework, code, label, valid_from, valid_to, rank, judged, null, concern, null, null, null, 0
            from inspection_grade
            union all
            select 'safeguarding', framework, code, label, valid_from, valid_to, rank, null, null, concern, null, null,
                null, 0 from inspection_safeguarding
            union all
            select 'category', framework, code, label, valid_from, valid_to, rank, null, null, null, null, null, null, 0
            from category_of_concern
            union all
            select 'outcome', framework, code, label, valid_from, valid_to, rank, null, null, null, null, implied_grade,
                null, 0 from ungraded_outcome
            order by rank, code
            """;

    private record Entry(String list, String framework, int recognition, Code code) {}

    @Inject
    EntityManager entities;

    /** Every framework by its code, in the order in which they are shown. */
    @SuppressWarnings("unchecked")
    Map<String, Framework> all() {
        List<Entry> entries = ((List<Tuple>)
                        entities.createNativeQuery(CODES, Tuple.class).getResultList())
                .stream().map(Frameworks::entry).toList();
        List<Tuple> rows = entities.createNativeQuery(
                        "select code, label, inspectorate, valid_from, valid_to, overall_until"
                                + " from inspection_framework order by rank",
                        Tuple.class)
                .getResultList();
        Map<String, Framework> frameworks = new LinkedHashMap<>();
        for (Tuple row : rows) {
            String code = row.get("code", String.class);
            List<Entry> own =
                    entries.stream().filter(e -> e.framework().equals(code)).toList();
            frameworks.put(code, framework(row, code, own));
        }
        return frameworks;
    }

    Optional<Framework> get(String code) {
        return Optional.ofNullable(all().get(code));
    }

    private static Framework framework(Tuple row, String code, List<Entry> own) {
        return new Framework(
                code,
                row.get("label", String.class),
                row.get("inspectorate", String.class),
                row.get("valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                row.get("overall_until", LocalDate.class),
                list(own, "type"),
                list(own, "area"),
                list(own, "grade"),
                list(own, "safeguarding"),
                list(own, "category"),
                list(own, "outcome"),
                own.stream()
                        .filter(e -> e.list().equals("type"))
                        .sorted(Comparator.comparingInt(Entry::recognition))
                        .map(Entry::code)
                        .toList());
    }

    private static List<Code> list(List<Entry> entries, String list) {
        return entries.stream()
                .filter(e -> e.list().equals(list))
                .map(Entry::code)
                .toList();
    }

    private static Entry entry(Tuple row) {
        @Nullable String pattern = row.get("pattern", String.class);
        Code code = new Code(
                row.get("code", String.class),
                row.get("label", String.class),
                row.get("valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                row.get("judges", Boolean.class),
                row.get("outcome", Boolean.class),
                row.get("concern", Boolean.class),
                row.get("where_it_applies", Boolean.class),
                row.get("implied_grade", String.class),
                pattern == null ? null : Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
        return new Entry(
                row.get("list", String.class),
                row.get("framework", String.class),
                row.get("recognition", Integer.class),
                code);
    }
}
