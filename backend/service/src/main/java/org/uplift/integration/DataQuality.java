package org.uplift.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.ingest.Settlement;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.school.AcademicYear;

/** What is known of the data itself, school by school; however many schools a page has, it asks six times. */
@ApplicationScoped
class DataQuality {
    private static final String ROWS = Settlement.sql(DataQuality.class, "stored-rows.sql");
    private static final String COMPLETENESS = Settlement.sql(DataQuality.class, "completeness.sql");
    private static final String RESULTS = "assessment-results";
    private static final List<String> KINDS = List.of("pupils", RESULTS, "attendance", "suspensions", "measure-values");
    private static final String SCHOOLS = " from school s where {scope:s.urn} and (s.status = 'IN_TRUST'"
            + " or exists (select from delivery d where d.school_urn = s.urn))";

    private record Sender(String integration, String contactName, String contactEmail) {}

    /** What of one kind is expected of one machine. */
    private record Expected(Sender sender, String kind, int everyDays, Instant registeredAt) {}

    @Inject
    ScopedSql sql;

    @Inject
    Clock clock;

    DataQualityPage page(@Nullable Integer schoolUrn, PageRequest page) {
        Map<String, Object> asked = new HashMap<>();
        String schools = SCHOOLS;
        if (schoolUrn != null) {
            schools += " and s.urn = :urn";
            asked.put("urn", schoolUrn);
        }
        long total = rows("select count(*)" + schools, asked).getFirst().get(0, Long.class);
        asked.put("limit", page.pageSize);
        asked.put("offset", page.offset());
        List<Tuple> found = rows(
                "select s.urn, s.name, (select min(d.since) from outdated_outcome d where d.school_urn = s.urn and d.attempts > 0)"
                        + " as outdated_since" + schools
                        + " order by lower(s.name), s.urn limit :limit offset :offset",
                asked);
        return new DataQualityPage(found.isEmpty() ? List.of() : of(found), Paging.of(page, total));
    }

    private List<SchoolDataQuality> of(List<Tuple> found) {
        AcademicYear present = AcademicYear.of(LocalDate.now(clock));
        List<AcademicYear> years = List.of(present, present.minus(1));
        Map<String, Object> schools = Map.of(
                "urns", found.stream().map(row -> row.get("urn", Integer.class)).toArray(Integer[]::new));
        Map<String, Object> schoolYears = new HashMap<>(schools);
        schoolYears.put("years", years.stream().map(AcademicYear::start).toArray(Integer[]::new));
        var stored = bySchool(ROWS, schoolYears);
        var completeness = bySchool(COMPLETENESS, schoolYears);
        var waiting = bySchool(
                "select q.school_urn, q.kind, q.code, count(*) as number from quarantine q"
                        + " where q.school_urn = any(:urns) and {scope:q.school_urn} group by 1, 2, 3 order by 1, 2, 3",
                schools);
        var senders = bySchool(
                "select s.school_urn, i.name, i.contact_name, i.contact_email, i.registered_at, k.kind, k.expected_every_days"
                        + " from integration_school s join integration i on i.id = s.integration_id"
                        + " join integration_kind k on k.integration_id = i.id"
                        + " where i.revoked_at is null and s.school_urn = any(:urns) and {scope:s.school_urn}"
                        + " order by 1, lower(i.name), i.id, k.kind",
                schools);
        return found.stream()
                .map(school -> {
                    Integer urn = school.get("urn", Integer.class);
                    List<Expected> expected = expected(senders.getOrDefault(urn, List.of()));
                    return new SchoolDataQuality(
                            urn,
                            school.get("name", String.class),
                            kinds(
                                    years,
                                    stored.getOrDefault(urn, List.of()),
                                    waiting.getOrDefault(urn, List.of()),
                                    expected),
                            completeness.getOrDefault(urn, List.of()).stream()
                                    .map(DataQuality::completeness)
                                    .toList(),
                            school.get("outdated_since", Instant.class),
                            contacts(expected));
                })
                .toList();
    }

    private List<KindQuality> kinds(
            List<AcademicYear> years, List<Tuple> stored, List<Tuple> waiting, List<Expected> expected) {
        return KINDS.stream()
                .map(kind -> {
                    List<Tuple> rows = of(kind, stored);
                    List<YearQuality> known =
                            years.stream().map(year -> year(year, rows)).toList();
                    @Nullable
                    Instant last = known.stream()
                            .map(YearQuality::lastPushAt)
                            .filter(Objects::nonNull)
                            .max(Instant::compareTo)
                            .orElse(null);
                    List<Expected> awaited = expected.stream()
                            .filter(one ->
                                    one.everyDays() > 0 && kind(one.kind()).equals(kind))
                            .toList();
                    @Nullable
                    Integer everyDays = awaited.stream()
                            .map(Expected::everyDays)
                            .min(Integer::compare)
                            .orElse(null);
                    boolean late = awaited.stream()
                            .anyMatch(one ->
                                    KindPushes.isLate(one.everyDays(), last, one.registeredAt(), clock.instant()));
                    return new KindQuality(
                            kind,
                            known,
                            everyDays,
                            late,
                            of(kind, waiting).stream()
                                    .map(row -> new WaitingRows(
                                            row.get("code", String.class), row.get("number", Long.class)))
                                    .toList());
                })
                .toList();
    }

    private static YearQuality year(AcademicYear year, List<Tuple> rows) {
        return rows.stream()
                .filter(row -> row.get("academic_year", Number.class).intValue() == year.start())
                .findFirst()
                .map(row -> new YearQuality(
                        year,
                        row.get("number", Long.class),
                        row.get("at", Instant.class),
                        row.get("sender", String.class)))
                .orElseGet(() -> new YearQuality(year, 0, null, null));
    }

    private static Completeness completeness(Tuple row) {
        int eligible = row.get("cohort_size", Integer.class);
        return new Completeness(
                new AcademicYear(row.get("academic_year", Number.class).intValue()),
                row.get("key_stage", String.class),
                row.get("cohort", String.class),
                row.get("measure_code", String.class),
                row.get("label", String.class),
                eligible,
                row.get("coverage", BigDecimal.class)
                        .multiply(BigDecimal.valueOf(eligible))
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValueExact());
    }

    private static List<Expected> expected(List<Tuple> senders) {
        return senders.stream()
                .map(row -> new Expected(
                        new Sender(
                                row.get("name", String.class),
                                row.get("contact_name", String.class),
                                row.get("contact_email", String.class)),
                        row.get("kind", String.class),
                        row.get("expected_every_days", Integer.class),
                        row.get("registered_at", Instant.class)))
                .toList();
    }

    private static List<DataContact> contacts(List<Expected> expected) {
        Map<Sender, List<String>> bySender = expected.stream()
                .collect(Collectors.groupingBy(
                        Expected::sender, LinkedHashMap::new, Collectors.mapping(Expected::kind, Collectors.toList())));
        return bySender.entrySet().stream()
                .map(one -> new DataContact(
                        one.getKey().integration(),
                        one.getValue(),
                        one.getKey().contactName(),
                        one.getKey().contactEmail()))
                .toList();
    }

    private static List<Tuple> of(String kind, List<Tuple> rows) {
        return rows.stream()
                .filter(row -> kind(row.get("kind", String.class)).equals(kind))
                .toList();
    }

    /** Results come in files of their own sort too. */
    private static String kind(String sent) {
        return sent.equals("ctf") ? RESULTS : sent;
    }

    private Map<Integer, List<Tuple>> bySchool(String statement, Map<String, Object> parameters) {
        return rows(statement, parameters).stream()
                .collect(Collectors.groupingBy(row -> row.get("school_urn", Integer.class)));
    }

    private List<Tuple> rows(String statement, Map<String, Object> parameters) {
        return sql.rows(Permission.READ_DATA_QUALITY, statement, parameters);
    }
}
