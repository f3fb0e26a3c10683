package org.uplift.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Rows that cannot be used yet. They are kept, and taken in when what they refer to is known. */
@ApplicationScoped
public class Quarantine {
    private static final int BATCH = 500;

    /**
     * A row of a file to keep until its school is in the register.
     *
     * @param key what makes it the same row when it comes again
     * @param qualifier what the request said beside the row, for example an academic year
     * @param cells everything in the row
     */
    public record Entry(String key, String qualifier, int row, int schoolUrn, Map<String, String> cells, RowError why) {

        static Entry ofSchool(String qualifier, int row, int schoolUrn, Map<String, String> cells, RowError why) {
            return new Entry(qualifier + '\n' + schoolUrn, qualifier, row, schoolUrn, cells, why);
        }
    }

    /** A row that is taken in at last. */
    public record Released(String qualifier, int row, int schoolUrn, CsvRow cells) {}

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    void keep(UUID job, String kind, List<Entry> entries, Instant now) {
        if (entries.isEmpty()) {
            return;
        }
        entities.unwrap(Session.class).doWork(connection -> {
            String sql = "insert into quarantine (id, kind, fingerprint, job_id, line, school_urn, qualifier,"
                    + " cells, code, message, received_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict (kind, fingerprint) do update"
                    + " set job_id = excluded.job_id, line = excluded.line, cells = excluded.cells, code = excluded.code,"
                    + " message = excluded.message, received_at = excluded.received_at";
            try (var statement = connection.prepareStatement(sql)) {
                int waiting = 0;
                for (Entry entry : entries) {
                    statement.setObject(1, UuidVersion7Strategy.INSTANCE.generateUuid(null));
                    statement.setString(2, kind);
                    statement.setBytes(3, fingerprint(entry.key()));
                    statement.setObject(4, job);
                    statement.setInt(5, entry.row());
                    statement.setInt(6, entry.schoolUrn());
                    statement.setString(7, entry.qualifier());
                    statement.setString(8, write(entry.cells()));
                    statement.setString(9, entry.why().code());
                    statement.setString(10, entry.why().message());
                    statement.setObject(11, java.time.OffsetDateTime.ofInstant(now, java.time.ZoneOffset.UTC));
                    statement.addBatch();
                    if (++waiting % BATCH == 0) {
                        statement.executeBatch();
                    }
                }
                statement.executeBatch();
            }
        });
    }

    /** Takes the rows about these schools out of the quarantine; who calls takes them in, in the same transaction. */
    @SuppressWarnings("unchecked")
    public List<Released> release(String kind, Collection<Integer> schoolUrns) {
        List<Tuple> rows = entities.createNativeQuery(
                        "delete from quarantine where kind = :kind and school_urn = any(:wanted)"
                                + " returning qualifier, line, school_urn, cast(cells as text) as cells",
                        Tuple.class)
                .setParameter("kind", kind)
                .setParameter("wanted", schoolUrns.toArray(Integer[]::new))
                .getResultList();
        return rows.stream()
                .map(row -> new Released(
                        row.get("qualifier", String.class),
                        row.get("line", Integer.class),
                        row.get("school_urn", Integer.class),
                        CsvRow.of(row.get("line", Integer.class), read(row.get("cells", String.class)))))
                .toList();
    }

    private static byte[] fingerprint(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Map<String, String> cells) {
        try {
            return json.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> read(String cells) {
        try {
            return json.readValue(cells, new TypeReference<java.util.LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
