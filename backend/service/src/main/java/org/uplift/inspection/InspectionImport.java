package org.uplift.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.uplift.activity.Change;
import org.uplift.ingest.CsvFile;
import org.uplift.ingest.IngestReport;
import org.uplift.ingest.Quarantine;
import org.uplift.ingest.RowError;
import org.uplift.school.Schools;
import org.uplift.school.SchoolsRegistered;

/** Takes in Ofsted's monthly management information on state-funded schools. */
@ApplicationScoped
class InspectionImport {
    static final String KIND = "inspections";

    private static final Logger LOG = Logger.getLogger(InspectionImport.class);

    private record Numbered(int index, OfstedRow.Reading reading) {}

    private record Outcome(boolean created, List<Change> changes) {}

    @Inject
    Inspections inspections;

    @Inject
    Frameworks frameworks;

    @Inject
    Schools schools;

    @Inject
    Quarantine quarantine;

    @Inject
    Recording recording;

    /** Takes a file in; rows of schools that are not in the register wait until they are. */
    void run(CsvFile file, IngestReport report) {
        OfstedFile.requireColumns(file);
        report.keepRejected(file.columns());
        List<String> missing = OfstedFile.missingOptional(file);
        if (!missing.isEmpty()) {
            report.note("The file lacks " + String.join(", ", missing) + "; what is stored there stays as it is.");
        }
        Map<String, Framework> known = frameworks.all();
        Set<Integer> registered = schools.byUrn().keySet();
        List<Numbered> readings = new ArrayList<>();
        file.rows().forEach(row -> {
            OfstedRow.Reading reading = OfstedRow.read(row, known);
            if (!reading.errors().isEmpty()) {
                report.rejected(row, reading.errors());
            } else if (!registered.contains(reading.urn())) {
                report.quarantined(row.index(), reading.urn(), row.cells(), notRegistered(row.index(), reading.urn()));
            } else {
                readings.add(new Numbered(row.index(), reading));
            }
        });
        Map<String, Set<String>> unsaid = known.keySet().stream()
                .collect(Collectors.toMap(framework -> framework, framework -> OfstedFile.unsaid(file, framework)));
        store(readings.stream().map(Numbered::reading).toList(), unsaid, (place, outcome) -> {
            Numbered row = readings.get(place);
            if (outcome.created()) {
                report.created(row.index(), row.reading().name());
            } else if (!outcome.changes().isEmpty()) {
                report.updated(row.index(), row.reading().name(), outcome.changes());
            } else {
                report.unchanged(row.index());
            }
        });
        tell(report, readings.stream().map(Numbered::reading).toList());
    }

    /** Takes in what waited for schools that have come into the register. */
    void release(@Observes SchoolsRegistered event) {
        List<Quarantine.Released> waiting = quarantine.release(KIND, event.urns());
        if (waiting.isEmpty()) {
            return;
        }
        Map<String, Framework> known = frameworks.all();
        List<OfstedRow.Reading> readings = new ArrayList<>();
        for (Quarantine.Released released : waiting) {
            OfstedRow.Reading reading = OfstedRow.read(released.cells(), known);
            if (reading.errors().isEmpty()) {
                readings.add(reading);
            } else {
                LOG.warnf(
                        "The inspections of school %d that waited are no longer valid: %s",
                        released.schoolUrn(), reading.errors());
            }
        }
        store(readings, Map.of(), (place, outcome) -> {});
    }

    private interface Told {
        void tell(int place, Outcome outcome);
    }

    private void store(List<OfstedRow.Reading> readings, Map<String, Set<String>> unsaid, Told told) {
        Map<InspectionFacts.Key, Inspection> known = inspections.ofSchools(
                readings.stream().map(OfstedRow.Reading::urn).collect(Collectors.toSet()));
        for (int place = 0; place < readings.size(); place++) {
            OfstedRow.Reading reading = readings.get(place);
            boolean created = false;
            List<Change> changes = new ArrayList<>();
            for (InspectionFacts facts : reading.inspections()) {
                Set<String> silent = unsaid.getOrDefault(facts.framework(), Set.of());
                Outcome outcome = store(reading.urn(), facts, silent, known);
                created |= outcome.created();
                changes.addAll(outcome.changes());
            }
            told.tell(place, new Outcome(created, changes));
        }
        inspections.flush();
    }

    private Outcome store(
            int urn, InspectionFacts facts, Set<String> unsaid, Map<InspectionFacts.Key, Inspection> known) {
        Inspection inspection = known.get(facts.key(urn));
        if (inspection == null) {
            Inspection fresh = new Inspection(urn, facts);
            inspections.persist(fresh);
            known.put(facts.key(urn), fresh);
            recording.record(fresh, "took in", List.of());
            return new Outcome(true, List.of());
        }
        List<Change> changes = inspection.update(facts.keeping(inspection.facts(), unsaid));
        if (!changes.isEmpty()) {
            recording.record(inspection, "took over what Ofsted says of", changes);
        }
        return new Outcome(false, changes);
    }

    private static void tell(IngestReport report, List<OfstedRow.Reading> readings) {
        long undated = readings.stream().filter(OfstedRow.Reading::undated).count();
        if (undated > 0) {
            report.note(undated + " rows tell grades or an outcome of an earlier inspection without saying when it was;"
                    + " these are not taken in.");
        }
        Set<String> unrecognised = readings.stream()
                .flatMap(reading -> reading.unrecognised().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unrecognised.isEmpty()) {
            report.note("These types of inspection are not known and are kept as \"Other inspection\": "
                    + String.join("; ", unrecognised) + ".");
        }
    }

    private static RowError notRegistered(int row, int urn) {
        return RowError.at(
                row,
                OfstedFile.URN.name(),
                "school-not-registered",
                "School " + urn + " is not in the register; the row waits until it is.");
    }
}
