package org.uplift.pupil;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.uplift.ingest.Settlement;
import org.uplift.outcome.HeadlineMeasures;
import org.uplift.outcome.HeadlineMeasures.SchoolYear;

/** What a request has changed: the headline measures that follow from it are computed again. */
final class Touched implements Settlement.Changed {
    private final Map<String, Set<SchoolYear>> bySource = new HashMap<>();

    @Override
    public void rows(int schoolUrn, int academicYear, String source) {
        bySource.computeIfAbsent(source, none -> new HashSet<>()).add(new SchoolYear(schoolUrn, academicYear));
    }

    /** Everything that can follow from the rows of a school and year, as when its pupils change. */
    void everything(int schoolUrn, int academicYear) {
        HeadlineMeasures.EVERY.forEach(source -> rows(schoolUrn, academicYear, source));
    }

    boolean isEmpty() {
        return bySource.isEmpty();
    }

    /** Lets the measures follow: at once, or right after the transaction. */
    void follow(HeadlineMeasures measures, boolean atOnce) {
        bySource.keySet().stream()
                .collect(Collectors.groupingBy(bySource::get, Collectors.toSet()))
                .forEach((touched, sources) -> measures.follow(touched, sources, atOnce));
    }
}
