package org.uplift.outcome;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.uplift.access.Scope;
import org.uplift.access.ScopedSql;
import org.uplift.outcome.HeadlineMeasures.SchoolYear;
import org.uplift.outcome.Suppression.Cell;

/**
 * Keeps which cells are hidden from who may not see pupils, for questions about many schools and years. They are found out when
 * they are first asked for, by one transaction at a time, from a state of the outcomes that is kept beside them: where that is not the
 * present one, everything is taken for hidden.
 */
@ApplicationScoped
public class HiddenCells {
    private static final int SCHOOL_YEARS_AT_ONCE = 50;

    private static final long TURN = 20261204;

    /**
     * Those whose hidden cells are not known, held against changes until the end of the transaction. Nobody is waited for who is
     * changing some: they may be waiting for one of these.
     */
    private static final String UNKNOWN = """
            select r.school_urn, r.academic_year, r.revision from outcome_revision r
            where r.hidden_at is distinct from r.revision and {scope:r.school_urn}
                and not r.school_urn = any(:pupils)
            order by r.school_urn, r.academic_year limit :most for update skip locked""";

    private static final String FORGET = """
            delete from hidden_cell h using unnest(cast(:urns as int[]), cast(:years as int[])) known (urn, year)
            where h.school_urn = known.urn and h.academic_year = known.year""";

    private static final String KEEP = """
            insert into hidden_cell (school_urn, academic_year, family, cohort, pupil_group)
            select * from unnest(cast(:urns as int[]), cast(:years as smallint[]), cast(:families as text[]),
                cast(:cohorts as text[]), cast(:groups as text[]))""";

    private static final String KNOWN = """
            update outcome_revision r set hidden_at = r.revision
            from unnest(cast(:urns as int[]), cast(:years as int[])) known (urn, year)
            where r.school_urn = known.urn and r.academic_year = known.year""";

    private record Hidden(SchoolYear school, String family, Cell cell) {}

    @Inject
    EntityManager entities;

    @Inject
    ScopedSql sql;

    @Inject
    Sights sights;

    /**
     * Finds out what is not known yet of the schools that a scope of the caller covers, a few at a time, each in a transaction
     * of its own.
     *
     * @param pupils where the caller sees the pupils, from whom nothing is hidden there
     */
    public void findOut(Scope scope, Scope pupils) {
        if (!pupils.trust()) {
            while (QuarkusTransaction.requiringNew().call(() -> findOutSome(scope, pupils)) == SCHOOL_YEARS_AT_ONCE) {
                // more may be waiting
            }
        }
    }

    private int findOutSome(Scope scope, Scope pupils) {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(:turn) as text)", String.class)
                .setParameter("turn", TURN)
                .getSingleResult();
        List<SchoolYear> unknown = sql
                .rows(
                        scope,
                        UNKNOWN,
                        Map.of("pupils", pupils.schools().toArray(Integer[]::new), "most", SCHOOL_YEARS_AT_ONCE))
                .stream()
                .map(Sight::schoolYear)
                .toList();
        if (unknown.isEmpty()) {
            return 0;
        }
        Sight sight = sights.ofOutsiders(scope, unknown);
        List<Hidden> hidden = new ArrayList<>();
        for (SchoolYear school : unknown) {
            Map<String, Set<Cell>> families = sight.hidden(school);
            Set<Cell> everywhere = families.getOrDefault("", Set.of());
            families.forEach((family, cells) -> cells.stream()
                    .filter(cell -> family.isEmpty() || !everywhere.contains(cell))
                    .forEach(cell -> hidden.add(new Hidden(school, family, cell))));
        }
        Integer[] urns = unknown.stream().map(SchoolYear::schoolUrn).toArray(Integer[]::new);
        Integer[] years = unknown.stream().map(SchoolYear::academicYear).toArray(Integer[]::new);
        entities.createNativeQuery(FORGET)
                .setParameter("urns", urns)
                .setParameter("years", years)
                .executeUpdate();
        entities.createNativeQuery(KEEP)
                .setParameter(
                        "urns",
                        hidden.stream().map(one -> one.school().schoolUrn()).toArray(Integer[]::new))
                .setParameter(
                        "years",
                        hidden.stream()
                                .map(one -> (short) one.school().academicYear())
                                .toArray(Short[]::new))
                .setParameter("families", hidden.stream().map(Hidden::family).toArray(String[]::new))
                .setParameter(
                        "cohorts",
                        hidden.stream().map(one -> one.cell().cohort()).toArray(String[]::new))
                .setParameter(
                        "groups", hidden.stream().map(one -> one.cell().group()).toArray(String[]::new))
                .executeUpdate();
        entities.createNativeQuery(KNOWN)
                .setParameter("urns", urns)
                .setParameter("years", years)
                .executeUpdate();
        return unknown.size();
    }
}
