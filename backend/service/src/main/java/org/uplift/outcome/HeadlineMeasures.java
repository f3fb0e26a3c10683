package org.uplift.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;

/**
 * Computes the headline measures of a school and year from the rows of its pupils, for each group of them. It runs in
 * the transaction of the push that changed the rows, so that what is read is always what the rows say.
 */
@ApplicationScoped
public class HeadlineMeasures {
    private static final String KEY_STAGE_2 = statement("key-stage-2.sql");

    /** A school in an academic year, by the calendar year in which it starts. */
    public record SchoolYear(int schoolUrn, int academicYear) {}

    @Inject
    EntityManager entities;

    /** What measures follow from, besides the pupils themselves. */
    public static final Set<String> EVERY = Set.of("KS2");

    /** Computes again what belongs to these schools and years and follows from these sources. */
    public void refresh(Collection<SchoolYear> touched, Set<String> sources) {
        if (touched.isEmpty() || !sources.contains("KS2")) {
            return;
        }
        entities.createNativeQuery(KEY_STAGE_2)
                .setParameter(
                        "urns", touched.stream().map(SchoolYear::schoolUrn).toArray(Integer[]::new))
                .setParameter(
                        "years", touched.stream().map(SchoolYear::academicYear).toArray(Integer[]::new))
                .getResultList();
    }

    private static String statement(String name) {
        try (var stream = HeadlineMeasures.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("There is no " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
