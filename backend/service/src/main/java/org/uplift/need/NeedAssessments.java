package org.uplift.need;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Permission;
import org.uplift.access.ScopedRepository;
import org.uplift.access.ScopedSql;
import org.uplift.need.NeedContribution.Without;
import org.uplift.platform.PageRequest;
import org.uplift.platform.Paging;
import org.uplift.platform.Problem;
import org.uplift.term.TermOfYear;

/** The assessments of need that the caller may see. They hold nothing that is hidden from some of their readers. */
@ApplicationScoped
public class NeedAssessments extends ScopedRepository<NeedAssessment, UUID> {
    /** The level that counts: the moderated one, but never below that of a school in concern. */
    static final String LEVEL = "case when a.floor is not null and ml.position < al.position then a.level"
            + " else coalesce(m.level, a.level) end";

    private static final int MOST_TERMS = 60;
    private static final BigDecimal STEADY = BigDecimal.valueOf(3);

    private static final String FROM = """
            from need_assessment a
            join school s on s.urn = a.school_urn
            left join need_level al on al.code = a.level
            left join need_moderation m on m.id = a.moderation_id
            left join need_level ml on ml.code = m.level
            where {scope:a.school_urn} and\s""";

    private static final String SUMMARIES = """
            select a.id, a.school_urn, s.name as school_name, a.academic_year, a.term, a.as_at, a.computed_at, a.score, a.possible,
                a.maximum, a.level as computed_level, a.floor, a.version, m.level as moderated_level,
                (select b.score from need_assessment b where b.school_urn = a.school_urn and b.ordinal = a.ordinal - 2) as earlier,
                (select b.score from need_assessment b where b.school_urn = a.school_urn and b.ordinal = a.ordinal - 1) as before,
                exists (select from need_moderation w join approval p on p.id = w.approval_id
                    where w.assessment_id = a.id and p.outcome is null) as waiting
            """ + FROM;

    /** Assessment by assessment: its indicators and those of the two terms before lie in the same order in an index. */
    private static final String CELLS = """
            select c.*
            from need_assessment a
            left join lateral (
                select b.id from need_assessment b where b.school_urn = a.school_urn and b.ordinal = a.ordinal - 1
                offset 0) b on true
            left join lateral (
                select d.id from need_assessment d where d.school_urn = a.school_urn and d.ordinal = a.ordinal - 2
                offset 0) d on true
            cross join lateral (
                select c.assessment_id, c.indicator_code, c.value, c.contribution, c.starts_at, c.full_at, c.maximum, c.basis,
                    p.value as before, q.value as before_that
                from need_contribution c
                left join need_contribution p on p.assessment_id = b.id and p.indicator_code = c.indicator_code
                left join need_contribution q on q.assessment_id = d.id and q.indicator_code = c.indicator_code
                where c.assessment_id = a.id
                offset 0) c
            join need_indicator i on i.code = c.indicator_code
            where a.id = any(:ids) and {scope:a.school_urn}
            order by i.position
            """;

    private static final String NEWEST_TWO = """
            a.id = any(array(
                select n.id
                from (select a.id, row_number() over (partition by a.school_urn order by a.ordinal desc) as nth
                    from need_assessment a where {scope:a.school_urn}) n
                where n.nth <= 2))
            order by a.school_urn, a.ordinal desc
            """;

    /** One look into an index for each term, rather than one at each assessment. */
    private static final String TERMS = """
            select (o - 1) / 3 as academic_year, (o - 1) % 3 + 1 as term
            from generate_series((select max(a.ordinal) from need_assessment a where {scope:a.school_urn}),
                (select min(a.ordinal) from need_assessment a where {scope:a.school_urn}), -1) o
            where (select a.ordinal from need_assessment a where a.ordinal = o and {scope:a.school_urn} limit 1) is not null
            order by o desc limit :most
            """;

    /** A row of what is stored, and how its indicators went. */
    private record Read(Tuple row, List<Cell> cells) {
        UUID id() {
            return row.get("id", UUID.class);
        }
    }

    /** An indicator of an assessment as it was kept. */
    private record Cell(
            NeedIndicator indicator,
            Weight weight,
            @Nullable BigDecimal value,
            BigDecimal contribution,
            String basis,
            Decline.Course course) {

        @Nullable
        NeedBand band() {
            return value == null ? null : NeedBand.of(contribution, weight.maximum());
        }

        @Nullable
        String display() {
            return value == null ? null : indicator.show(value);
        }

        NeedScore.Part part() {
            return new NeedScore.Part(value == null ? null : contribution, weight.maximum());
        }
    }

    @Inject
    ScopedSql sql;

    @Inject
    NeedIndicators indicators;

    @Inject
    NeedLevels levels;

    @Inject
    NeedModerations moderations;

    @Override
    protected String permission() {
        return Permission.READ_NEED;
    }

    /** Those that are wanted with their cells, in as many statements however many they are. */
    NeedPage page(NeedFilter filter, PageRequest page) {
        List<TermOfYear> terms = terms();
        Map<String, Object> parameters = new HashMap<>();
        String where = filter.where(parameters, terms.isEmpty() ? null : terms.getFirst());
        long total = sql.rows(permission(), "select count(*) " + FROM + where, Map.copyOf(parameters))
                .getFirst()
                .get(0, Number.class)
                .longValue();
        parameters.put("rows", page.pageSize);
        parameters.put("skipped", page.offset());
        Levels ranked = levels.all();
        List<NeedRow> rows = read(pageOf(where, filter.sort.order()), parameters).stream()
                .map(read -> new NeedRow(
                        summary(read, ranked),
                        read.cells().stream()
                                .filter(cell -> filter.indicatorCode == null
                                        || filter.indicatorCode.equals(
                                                cell.indicator().code()))
                                .map(NeedAssessments::cell)
                                .toList()))
                .toList();
        return new NeedPage(rows, terms, Paging.of(page, total));
    }

    /** The assessments of one page, found before anything is looked up for them. */
    private static String pageOf(String where, String order) {
        return "a.id = any(array(select a.id " + FROM + where + " order by " + order
                + " limit :rows offset :skipped)) order by " + order;
    }

    /** One with everything, or 404. */
    NeedDetail detail(UUID id) {
        return read("a.id = :id", new HashMap<>(Map.of("id", id))).stream()
                .findFirst()
                .map(this::detail)
                .orElseThrow(Problem::notFound);
    }

    /**
     * The need of a school in one term and over all of them.
     *
     * @param wanted the term; the newest where none is named
     */
    SchoolNeed ofSchool(int urn, @Nullable TermOfYear wanted) {
        List<Read> all = read(
                "a.school_urn = :urn order by a.ordinal desc limit :most",
                new HashMap<>(Map.of("urn", urn, "most", MOST_TERMS)));
        Levels ranked = levels.all();
        return new SchoolNeed(
                urn,
                all.stream()
                        .filter(read -> wanted == null || term(read.row()).equals(wanted))
                        .findFirst()
                        .map(this::detail)
                        .orElse(null),
                all.stream().map(read -> summary(read, ranked)).toList());
    }

    /** The newest of each school and the one before it, by URN; in as few statements. */
    public Map<Integer, NeedStanding> newest() {
        Levels ranked = levels.all();
        Map<Integer, NeedStanding> standings = new LinkedHashMap<>();
        read(NEWEST_TWO, new HashMap<>()).forEach(read -> {
            NeedSummary need = summary(read, ranked);
            standings.merge(
                    need.schoolUrn(),
                    NeedStanding.of(need),
                    (newest, before) -> newest.after(ranked.get(need.level()), ranked.get(newest.level())));
        });
        return standings;
    }

    /** Whether it is the newest of its school, which alone is moderated. */
    boolean isNewest(NeedAssessment assessment) {
        return readable(
                        "schoolUrn = :urn",
                        Map.of("urn", assessment.schoolUrn()),
                        Sort.descending("academicYear", "term"))
                .firstResultOptional()
                .map(NeedAssessment::id)
                .equals(Optional.of(assessment.id()));
    }

    private List<TermOfYear> terms() {
        return sql.rows(permission(), TERMS, Map.of("most", MOST_TERMS)).stream()
                .map(NeedAssessments::term)
                .toList();
    }

    private List<Read> read(String where, Map<String, Object> parameters) {
        List<Tuple> rows = sql.rows(permission(), SUMMARIES + where, parameters);
        Map<UUID, List<Cell>> cells =
                cells(rows.stream().map(row -> row.get("id", UUID.class)).toList());
        return rows.stream()
                .map(row -> new Read(row, cells.getOrDefault(row.get("id", UUID.class), List.of())))
                .toList();
    }

    private Map<UUID, List<Cell>> cells(Collection<UUID> ids) {
        Map<String, NeedIndicator> known = indicators.byCode();
        Map<UUID, List<Cell>> cells = new LinkedHashMap<>();
        for (Tuple row : sql.rows(permission(), CELLS, Map.of("ids", ids.toArray(UUID[]::new)))) {
            NeedIndicator indicator = known.get(row.get("indicator_code", String.class));
            if (indicator != null) {
                cells.computeIfAbsent(row.get("assessment_id", UUID.class), any -> new ArrayList<>())
                        .add(cell(row, indicator));
            }
        }
        return cells;
    }

    private static Cell cell(Tuple row, NeedIndicator indicator) {
        BigDecimal value = row.get("value", BigDecimal.class);
        return new Cell(
                indicator,
                new Weight(
                        row.get("starts_at", BigDecimal.class),
                        row.get("full_at", BigDecimal.class),
                        row.get("maximum", BigDecimal.class)),
                value,
                row.get("contribution", BigDecimal.class),
                row.get("basis", String.class),
                new Decline.Course(
                        indicator,
                        value,
                        row.get("before", BigDecimal.class),
                        row.get("before_that", BigDecimal.class)));
    }

    private static NeedCell cell(Cell cell) {
        return new NeedCell(
                cell.indicator().code(),
                cell.display(),
                shown(cell.contribution()),
                cell.weight().maximum(),
                cell.band(),
                cell.course().change());
    }

    private NeedDetail detail(Read read) {
        Levels ranked = levels.all();
        NeedAssessment assessment = readable(read.id());
        return new NeedDetail(
                summary(read, ranked),
                read.cells().stream()
                        .sorted(Comparator.comparing((Cell cell) -> cell.value() == null)
                                .thenComparing(
                                        Comparator.comparing(Cell::contribution).reversed()))
                        .map(cell -> contribution(cell, read, ranked))
                        .toList(),
                moderations.lines(assessment, ranked),
                isNewest(assessment),
                moderations.waitForCaller(assessment));
    }

    private static NeedContribution contribution(Cell cell, Read read, Levels ranked) {
        NeedIndicator indicator = cell.indicator();
        Weight weight = cell.weight();
        return new NeedContribution(
                indicator.code(),
                indicator.label(),
                indicator.line().area(),
                indicator.line().source(),
                indicator.measureCodes(),
                cell.value() == null ? null : cell.value().stripTrailingZeros(),
                cell.display(),
                cell.basis(),
                indicator.show(weight.startsAt()),
                indicator.show(weight.fullAt()),
                shown(cell.contribution()),
                weight.maximum(),
                cell.band(),
                cell.course().change(),
                cell.contribution().signum() == 0 ? null : without(cell, read, ranked));
    }

    private static Without without(Cell gone, Read read, Levels ranked) {
        NeedScore score = NeedScore.of(read.cells().stream()
                .map(cell -> cell.equals(gone)
                        ? new NeedScore.Part(BigDecimal.ZERO, cell.weight().maximum())
                        : cell.part())
                .toList());
        NeedLevel level = ranked.of(score.score(), read.row().get("floor", String.class) != null)
                .orElse(null);
        return new Without(score.score(), level == null ? null : level.code(), level == null ? null : level.label());
    }

    private static NeedSummary summary(Read read, Levels ranked) {
        Tuple row = read.row();
        TermOfYear term = term(row);
        BigDecimal score = row.get("score", BigDecimal.class);
        String floor = row.get("floor", String.class);
        NeedLevel computed = ranked.get(row.get("computed_level", String.class));
        NeedLevel moderated = ranked.get(row.get("moderated_level", String.class));
        NeedLevel level = ranked.inForce(computed, moderated, floor != null);
        List<String> reasons = ranked.isFirst(level)
                ? Decline.reasons(read.cells().stream().map(Cell::course).toList())
                : List.of();
        return new NeedSummary(
                read.id(),
                row.get("school_urn", Integer.class),
                row.get("school_name", String.class),
                term.academicYear(),
                term.term(),
                row.get("as_at", LocalDate.class),
                row.get("computed_at", Instant.class),
                score,
                row.get("possible", BigDecimal.class),
                row.get("maximum", BigDecimal.class),
                level == null ? null : level.code(),
                level == null ? null : level.label(),
                computed == null ? null : computed.code(),
                computed == null ? null : computed.label(),
                moderated != null,
                row.get("waiting", Boolean.class),
                floor,
                level == null ? null : level.entitlementDays(),
                direction(score, row.get("before", BigDecimal.class), row.get("earlier", BigDecimal.class)),
                !reasons.isEmpty(),
                reasons,
                row.get("version", Integer.class));
    }

    /** The sign of the slope over three terms, which is that of the way from the first to the last. */
    static @Nullable NeedChange direction(
            @Nullable BigDecimal score, @Nullable BigDecimal before, @Nullable BigDecimal earlier) {
        if (score == null || before == null || earlier == null) {
            return null;
        }
        return NeedChange.of(score.subtract(earlier), STEADY);
    }

    private static TermOfYear term(Tuple row) {
        return TermOfYear.of(
                row.get("academic_year", Number.class).intValue(),
                row.get("term", Number.class).intValue());
    }

    private static BigDecimal shown(BigDecimal contribution) {
        return contribution.setScale(1, RoundingMode.HALF_UP);
    }
}
