package org.uplift.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The versions of data sets: finds them, says what is another in them, and makes them. */
@ApplicationScoped
class DataSetVersions {
    private static final String VERSIONS =
            "select position, major, minor, made_at, changes, facets, state from data_set_version"
                    + " where data_set = ? and ";

    private static final String KEPT_CHANGES = """
            select c.version, count(distinct c.key)
            from (select r.key, r.from_version as version, r.school_urn from data_set_row r
                  where r.data_set = '%1$s' and r.from_version = any (?)
                  union all
                  select r.key, r.until_version, r.school_urn from data_set_row r
                  where r.data_set = '%1$s' and r.until_version = any (?)) c
            where {scope:c.school_urn}
            group by c.version""";

    /** What changed between two moments is of the version of the later one. */
    private static final String OUTCOME_CHANGES = """
            select c.version, count(*)
            from (select distinct width_bucket(o.changed_at, ?) as version, o.school_urn, o.measure_code, o.academic_year,
                         o.assessment_point, o.cohort, o.pupil_group, o.source
                  from outcome_change o
                  where o.changed_at >= ? and o.changed_at < ? and o.measure_code in (select m.code from measure m where {measures}) and {scope:o.school_urn}) c
            group by c.version""";

    /** Ends what is no longer so, and begins what is new; says how much that is. */
    private static final String KEEP = """
            with present as materialized (
                select jsonb_build_array({key})::text as key, d.school_urn, to_jsonb(d) as row from ({rows}) d
            ), ended as (
                update data_set_row r set until_version = {version}
                where r.data_set = '{set}' and r.until_version is null
                  and not exists (select from present p where p.key = r.key and p.row = r.row)
                returning 1
            ), begun as (
                insert into data_set_row (data_set, school_urn, key, from_version, row)
                select '{set}', p.school_urn, p.key, {version}, p.row
                from present p
                where not exists (select from data_set_row r
                                  where r.data_set = '{set}' and r.until_version is null and r.key = p.key and r.row = p.row)
                returning 1
            )
            select (select count(*) from ended) + (select count(*) from begun)""";

    /** One of them, as it is stored. */
    record Version(
            int position,
            int major,
            int minor,
            Instant madeAt,
            String changes,
            String facets,
            @Nullable String state) {
        String name() {
            return major + "." + minor;
        }
    }

    @Inject
    ObjectMapper json;

    /** The newest one. */
    static Optional<Version> newest(Connection connection, DataSet set) throws SQLException {
        return first(connection, set, "true order by position desc limit 1", statement -> {});
    }

    /** The one of a name such as 1.4. */
    Optional<Version> named(Connection connection, DataSet set, String name) throws SQLException {
        return first(connection, set, "major || '.' || minor = ?", statement -> statement.setString(2, name));
    }

    /** The newest one that had been made at a moment. */
    Optional<Version> at(Connection connection, DataSet set, Instant moment) throws SQLException {
        return first(
                connection,
                set,
                "made_at <= ? order by position desc limit 1",
                statement -> statement.setTimestamp(2, Timestamp.from(moment)));
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private static Optional<Version> first(Connection connection, DataSet set, String which, Binding binding)
            throws SQLException {
        return read(connection, set, which, binding).stream().findFirst();
    }

    private static List<Version> read(Connection connection, DataSet set, String which, Binding binding)
            throws SQLException {
        List<Version> versions = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(VERSIONS + which)) {
            statement.setString(1, set.id());
            binding.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    versions.add(new Version(
                            rows.getInt(1),
                            rows.getInt(2),
                            rows.getInt(3),
                            rows.getTimestamp(4).toInstant(),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getString(7)));
                }
            }
        }
        return versions;
    }

    /** How many there are. */
    static long count(Connection connection, DataSet set) throws SQLException {
        return newest(connection, set).map(Version::position).orElse(0);
    }

    /** Some of them, newest first, each with what of it the reader may know. */
    List<DataSetVersion> list(Connection connection, DataSetReader.Reach reach, int most, int skipped)
            throws SQLException, JsonProcessingException {
        List<Version> versions =
                read(connection, reach.set(), "true order by position desc limit ? offset ?", statement -> {
                    statement.setInt(2, most);
                    statement.setInt(3, skipped);
                });
        Map<Integer, Long> rows = versions.isEmpty() ? Map.of() : changed(connection, reach, versions);
        List<DataSetVersion> list = new ArrayList<>();
        for (Version version : versions) {
            list.add(new DataSetVersion(
                    version.name(),
                    version.minor() == 0 ? VersionKind.MAJOR : VersionKind.MINOR,
                    version.madeAt(),
                    json.readValue(version.changes(), new TypeReference<List<FacetChange>>() {}).stream()
                            .filter(reach::tells)
                            .toList(),
                    rows.getOrDefault(version.position(), 0L)));
        }
        return list;
    }

    private static Map<Integer, Long> changed(
            Connection connection, DataSetReader.Reach reach, List<Version> newestFirst) throws SQLException {
        if (reach.set().memory() == Memory.VERSIONS) {
            Object[] positions = newestFirst.stream().map(Version::position).toArray();
            return counts(
                    connection,
                    reach.scoped(KEPT_CHANGES.formatted(reach.set().id())),
                    0,
                    connection.createArrayOf("int", positions),
                    connection.createArrayOf("int", positions));
        }
        Version oldest = newestFirst.getLast();
        Timestamp start = first(
                        connection,
                        reach.set(),
                        "position = ?",
                        statement -> statement.setInt(2, oldest.position() - 1))
                .map(before -> Timestamp.from(before.madeAt()))
                .orElse(new Timestamp(0));
        List<Timestamp> bounds = new ArrayList<>(List.of(start));
        newestFirst.reversed().forEach(version -> bounds.add(Timestamp.from(version.madeAt())));
        return counts(
                connection,
                reach.scoped(OUTCOME_CHANGES.replace(
                        "{measures}", String.valueOf(reach.set().measures()))),
                oldest.position() - 1,
                connection.createArrayOf("timestamptz", bounds.toArray()),
                start,
                bounds.getLast());
    }

    private static Map<Integer, Long> counts(Connection connection, String select, int offset, Object... parameters)
            throws SQLException {
        Map<Integer, Long> counts = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            for (int at = 0; at < parameters.length; at++) {
                switch (parameters[at]) {
                    case Array array -> statement.setArray(at + 1, array);
                    case Timestamp moment -> statement.setTimestamp(at + 1, moment);
                    default -> statement.setObject(at + 1, parameters[at]);
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getInt(1) + offset, rows.getLong(2));
                }
            }
        }
        return counts;
    }

    /**
     * Makes a version where anything is another than in the one before.
     *
     * @param rows the statement that gives its present rows
     * @param state of a set whose rows have a history of their own, a text that is another one whenever they are
     * @return its name; nothing where everything is as it was
     */
    Optional<String> keep(
            Connection connection, DataSet set, Facets facets, String rows, @Nullable String state, Instant now)
            throws SQLException, JsonProcessingException {
        Optional<Version> before = newest(connection, set);
        int position = before.map(Version::position).orElse(0) + 1;
        long kept = set.memory() == Memory.VERSIONS ? keep(connection, set, position, rows) : 0;
        List<FacetChange> changes = before.isEmpty()
                ? List.of()
                : facets.since(json.readValue(before.get().facets(), Facets.class));
        if (before.isPresent()
                && kept == 0
                && changes.isEmpty()
                && String.valueOf(before.get().state()).equals(String.valueOf(state))) {
            return Optional.empty();
        }
        boolean major =
                before.isEmpty() || changes.stream().anyMatch(change -> change.kind() == FacetChange.Kind.REMOVED);
        Version made = new Version(
                position,
                before.map(Version::major).orElse(0) + (major ? 1 : 0),
                major ? 0 : before.get().minor() + 1,
                now,
                json.writeValueAsString(changes),
                json.writeValueAsString(facets),
                state);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into data_set_version (data_set, position, major, minor, made_at, changes, facets, state)"
                        + " values (?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?)")) {
            insert.setString(1, set.id());
            insert.setInt(2, made.position());
            insert.setInt(3, made.major());
            insert.setInt(4, made.minor());
            insert.setTimestamp(5, Timestamp.from(now));
            insert.setString(6, made.changes());
            insert.setString(7, made.facets());
            insert.setString(8, state);
            insert.execute();
        }
        return Optional.of(made.name());
    }

    private static long keep(Connection connection, DataSet set, int position, String rows) throws SQLException {
        String keep = KEEP.replace(
                        "{key}", set.key().stream().map(name -> "d." + name).collect(Collectors.joining(", ")))
                .replace("{set}", set.id())
                .replace("{version}", String.valueOf(position))
                .replace("{rows}", rows);
        try (var statement = connection.createStatement();
                ResultSet counted = statement.executeQuery(keep)) {
            counted.next();
            return counted.getLong(1);
        }
    }
}
