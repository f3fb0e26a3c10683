package org.uplift.outcome;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.ingest.Settlement;
import org.uplift.outcome.HeadlineMeasures.SchoolYear;

/**
 * The measures that rows of a file, or of a large request, have outdated: they are computed again as soon as no rows come
 * for a second, while rows keep coming after a minute, a few schools at a time; readers are told until then.
 */
@ApplicationScoped
public class OutdatedOutcomes {
    private static final int SCHOOLS_AT_ONCE = 10;

    /** Schools in a year, and what of theirs is to be computed. */
    record Taken(Set<SchoolYear> touched, String source) {}

    /** How often measures could not be computed, and how long they wait until they are tried again. */
    record PutOff(int attempts, Duration pause) {}

    @Inject
    EntityManager entities;

    @Inject
    AgroalDataSource database;

    @Inject
    ScopedSql sql;

    @Inject
    Clock clock;

    /** Notes in the running transaction what its rows have outdated. What has failed before is tried again at once with them. */
    void add(Collection<SchoolYear> touched, Set<String> sources) {
        entities.createNativeQuery("insert into outdated_outcome (school_urn, academic_year, source, since)"
                        + " select urn, year, source, :now from unnest(cast(:urns as int[]), cast(:years as int[])) t (urn, year),"
                        + " unnest(cast(:sources as text[])) s (source)"
                        + " on conflict (school_urn, academic_year, source)"
                        + " do update set not_before = null, last_at = excluded.last_at")
                .setParameter("now", clock.instant())
                .setParameter(
                        "urns", touched.stream().map(SchoolYear::schoolUrn).toArray(Integer[]::new))
                .setParameter(
                        "years", touched.stream().map(SchoolYear::academicYear).toArray(Integer[]::new))
                .setParameter("sources", sources.toArray(String[]::new))
                .executeUpdate();
    }

    /**
     * Takes the next of them, for the running transaction to compute; empty when nothing is left that has waited long enough, that no
     * push holds and that has not stepped back.
     */
    Taken take() {
        Set<SchoolYear> touched = new HashSet<>();
        String source = "";
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("select * from take_outdated_outcomes(?, ?)")) {
            statement.setInt(1, SCHOOLS_AT_ONCE);
            statement.setInt(2, Settlement.LOCK);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    touched.add(new SchoolYear(rows.getInt(1), rows.getInt(2)));
                    source = rows.getString(3);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Taken(touched, source);
    }

    /**
     * Lets measures step back that could not be computed, each time twice as long as before, up to five minutes; nothing when
     * another replica has taken them meanwhile.
     */
    Optional<PutOff> putOff(Taken failed) {
        Integer[] urns = failed.touched().stream().map(SchoolYear::schoolUrn).toArray(Integer[]::new);
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("select * from put_off_outdated_outcomes(?, ?, ?)")) {
            statement.setArray(1, connection.createArrayOf("int", urns));
            statement.setInt(2, failed.touched().iterator().next().academicYear());
            statement.setString(3, failed.source());
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new PutOff(rows.getInt(1), Duration.ofSeconds(rows.getInt(2))))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which of some schools have measures that do not count all of their rows yet. */
    public Set<Integer> among(Collection<Integer> urns) {
        return sql
                .rows(
                        Permission.READ_OUTCOMES,
                        "select distinct o.school_urn from outdated_outcome o where {scope:o.school_urn}"
                                + " and o.school_urn = any(cast(:urns as int[]))",
                        Map.of("urns", urns.toArray(Integer[]::new)))
                .stream()
                .map(row -> row.get(0, Integer.class))
                .collect(Collectors.toSet());
    }
}
