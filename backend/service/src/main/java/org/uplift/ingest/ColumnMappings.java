package org.uplift.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.uplift.access.Caller;

/** The mappings that the caller has used, by kind and by the fingerprint of the headings. They are nobody else's. */
@ApplicationScoped
class ColumnMappings {
    /** What a fingerprint looks like. */
    static final String FINGERPRINT = "[0-9a-f]{64}";

    private static final int MOST = 100;

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** The mapping of a file with these headings; empty when there is none. */
    @SuppressWarnings("unchecked")
    ColumnMapping find(String kind, String fingerprint) {
        List<String> found = entities.createNativeQuery(
                        "select cast(fields as text) from column_mapping"
                                + " where person_id = :person and kind = :kind and fingerprint = :fingerprint",
                        String.class)
                .setParameter("person", caller.personId())
                .setParameter("kind", kind)
                .setParameter("fingerprint", fingerprint)
                .getResultList();
        return new ColumnMapping(found.isEmpty() ? Map.of() : read(found.getFirst()));
    }

    /** Remembers a mapping; of a person's many, those that were changed longest ago are forgotten. */
    void keep(String kind, String fingerprint, ColumnMapping mapping) {
        entities.createNativeQuery("insert into column_mapping (person_id, kind, fingerprint, fields, changed_at)"
                        + " values (:person, :kind, :fingerprint, cast(:fields as jsonb), :now)"
                        + " on conflict (person_id, kind, fingerprint)"
                        + " do update set fields = excluded.fields, changed_at = excluded.changed_at")
                .setParameter("person", caller.personId())
                .setParameter("kind", kind)
                .setParameter("fingerprint", fingerprint)
                .setParameter("fields", write(mapping.fields()))
                .setParameter("now", clock.instant())
                .executeUpdate();
        entities.createNativeQuery("delete from column_mapping where (person_id, kind, fingerprint) in"
                        + " (select person_id, kind, fingerprint from column_mapping where person_id = :person"
                        + " order by changed_at desc offset :most)")
                .setParameter("person", caller.personId())
                .setParameter("most", MOST)
                .executeUpdate();
    }

    private String write(Map<String, String> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> read(String fields) {
        try {
            return json.readValue(fields, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
