package org.uplift.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.uplift.ingest.Settlement;
import org.uplift.need.Assessed.Counted;
import org.uplift.outcome.Measure;
import org.uplift.outcome.Measures;
import org.uplift.outcome.OpenOutcome;
import org.uplift.outcome.OpenOutcomes;
import org.uplift.term.TermOfYear;

/**
 * Computes the need of every school that the running transaction reaches, in as many statements however many schools there are. What it
 * computes from is what everybody may see, so that each reader may see the whole of it.
 */
@ApplicationScoped
class NeedComputing {
    /** Whoever computes holds this lock, so that it is done once at a time. */
    static final long LOCK = 20_261_128L;

    private static final String FACTS = Settlement.sql(NeedComputing.class, "facts.sql");
    private static final String KEEP = Settlement.sql(NeedComputing.class, "keep.sql");
    private static final String KEEP_CONTRIBUTIONS = Settlement.sql(NeedComputing.class, "keep-contributions.sql");

    @Inject
    EntityManager entities;

    @Inject
    NeedIndicators indicators;

    @Inject
    NeedLevels levels;

    @Inject
    Measures measures;

    @Inject
    OpenOutcomes outcomes;

    @Inject
    Clock clock;

    /** Takes the scheduler's turn for the running transaction, which reaches every school then; false when another replica has it. */
    boolean takeRound() {
        return (Boolean) entities.createNativeQuery("select take_turn(:key)", Boolean.class)
                .setParameter("key", LOCK)
                .getSingleResult();
    }

    /** Waits until nobody else computes, for the running transaction. */
    void waitForTurn() {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(:key) as text)", String.class)
                .setParameter("key", LOCK)
                .getSingleResult();
    }

    /**
     * Computes a term as at today, or as at its last day when it is over. What is over is computed where it never was, and else stays
     * as it is.
     */
    NeedComputation compute(TermOfYear term) {
        LocalDate today = LocalDate.now(clock);
        boolean over = term.lastDay().isBefore(today);
        LocalDate day = over ? term.lastDay() : today;
        List<Assessed> assessed = assess(term, day);
        Map<Integer, UUID> kept = keep(term, day, assessed, !over);
        keepContributions(kept, assessed);
        return new NeedComputation(term.academicYear(), term.term(), day, kept.size(), assessed.size() - kept.size());
    }

    private List<Assessed> assess(TermOfYear term, LocalDate day) {
        Levels ranked = levels.all();
        List<NeedIndicator> valid = indicators.all().stream()
                .filter(indicator -> indicator.isValidIn(term.academicYear()))
                .toList();
        List<String> codes = valid.stream()
                .flatMap(indicator -> indicator.measureCodes().stream())
                .distinct()
                .toList();
        Map<String, Measure> catalogue = measures.byCode(codes);
        Map<Integer, List<OpenOutcome>> bySchool = outcomes
                .of(
                        codes,
                        OutcomeFigures.GROUPS,
                        term.academicYear().minus(OutcomeFigures.OLDEST + OutcomeFigures.TREND),
                        term.academicYear(),
                        day)
                .stream()
                .collect(Collectors.groupingBy(OpenOutcome::schoolUrn));
        return facts(term, day).stream()
                .map(facts -> Assessed.of(
                        facts,
                        new OutcomeFigures(
                                bySchool.getOrDefault(facts.urn(), List.of()), catalogue, term.academicYear()),
                        valid,
                        ranked))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<SchoolFacts> facts(TermOfYear term, LocalDate day) {
        List<Tuple> rows = entities.createNativeQuery(FACTS, Tuple.class)
                .setParameter("year", term.academicYear().start())
                .setParameter("day", day)
                .getResultList();
        return rows.stream().map(row -> new SchoolFacts(row, day)).toList();
    }

    /** The assessments of which something is to be kept, by school. */
    @SuppressWarnings("unchecked")
    private Map<Integer, UUID> keep(TermOfYear term, LocalDate day, List<Assessed> assessed, boolean renew) {
        List<Tuple> rows = entities.createNativeQuery(KEEP, Tuple.class)
                .setParameter("year", term.academicYear().start())
                .setParameter("term", term.number())
                .setParameter("day", day)
                .setParameter("now", clock.instant())
                .setParameter("renew", renew)
                .setParameter("ids", of(assessed, UUID[]::new, one -> UuidVersion7Strategy.INSTANCE.generateUuid(null)))
                .setParameter("urns", of(assessed, Integer[]::new, Assessed::schoolUrn))
                .setParameter(
                        "scores",
                        of(assessed, BigDecimal[]::new, one -> one.score().score()))
                .setParameter(
                        "possible",
                        of(assessed, BigDecimal[]::new, one -> one.score().possible()))
                .setParameter(
                        "maxima",
                        of(assessed, BigDecimal[]::new, one -> one.score().maximum()))
                .setParameter(
                        "levels",
                        of(
                                assessed,
                                String[]::new,
                                one -> one.level() == null ? null : one.level().code()))
                .setParameter("floors", of(assessed, String[]::new, Assessed::floor))
                .getResultList();
        Map<Integer, UUID> kept = new HashMap<>();
        rows.forEach(row -> kept.put(row.get("school_urn", Integer.class), row.get("id", UUID.class)));
        return kept;
    }

    private record Line(UUID assessment, int schoolUrn, Counted counted) {}

    private void keepContributions(Map<Integer, UUID> kept, List<Assessed> assessed) {
        List<Line> lines = assessed.stream()
                .flatMap(one -> Optional.ofNullable(kept.get(one.schoolUrn())).stream()
                        .flatMap(id -> one.counted().stream().map(counted -> new Line(id, one.schoolUrn(), counted))))
                .toList();
        entities.createNativeQuery(KEEP_CONTRIBUTIONS)
                .setParameter("kept", kept.values().toArray(UUID[]::new))
                .setParameter("assessments", of(lines, UUID[]::new, Line::assessment))
                .setParameter("urns", of(lines, Integer[]::new, Line::schoolUrn))
                .setParameter(
                        "indicators",
                        of(
                                lines,
                                String[]::new,
                                line -> line.counted().indicator().code()))
                .setParameter(
                        "figures",
                        of(
                                lines,
                                BigDecimal[]::new,
                                line -> line.counted().figure().value()))
                .setParameter(
                        "contributions",
                        of(lines, BigDecimal[]::new, line -> line.counted().contribution()))
                .setParameter(
                        "starts",
                        of(lines, BigDecimal[]::new, line -> weight(line).startsAt()))
                .setParameter(
                        "fulls",
                        of(lines, BigDecimal[]::new, line -> weight(line).fullAt()))
                .setParameter(
                        "maxima",
                        of(lines, BigDecimal[]::new, line -> weight(line).maximum()))
                .setParameter(
                        "bases",
                        of(lines, String[]::new, line -> line.counted().figure().basis()))
                .executeUpdate();
    }

    private static Weight weight(Line line) {
        return line.counted().indicator().weight();
    }

    private static <T, C> C[] of(Collection<T> all, IntFunction<C[]> array, Function<T, @Nullable C> column) {
        return all.stream().map(column).toArray(array);
    }
}
