package org.uplift.outcome;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a measure is elsewhere: in the trust as the reader may see it, and in similar schools. */
record Elsewhere(Map<Key, TrustValue> trust, Map<Key, BigDecimal> similarSchools) {
    static final Elsewhere NOWHERE = new Elsewhere(Map.of(), Map.of());

    /** What both are looked up by; the source is empty for what is published of similar schools. */
    record Key(int academicYear, String assessmentPoint, String cohort, String pupilGroup, String source) {
        static Key of(Tuple row, String source) {
            return new Key(
                    row.get("academic_year", Number.class).intValue(),
                    row.get("assessment_point", String.class),
                    row.get("cohort", String.class),
                    row.get("pupil_group", String.class),
                    source);
        }
    }

    Elsewhere(List<TrustValue> trust, Map<Key, BigDecimal> similarSchools) {
        this(
                trust.stream().collect(java.util.stream.Collectors.toMap(TrustValue::key, value -> value)),
                similarSchools);
    }

    @Nullable
    BigDecimal trust(Tuple row) {
        TrustValue value = trust.get(Key.of(row, row.get("source", String.class)));
        return value == null ? null : value.value();
    }

    @Nullable
    BigDecimal similarSchools(Tuple row) {
        return similarSchools.get(Key.of(row, ""));
    }
}
