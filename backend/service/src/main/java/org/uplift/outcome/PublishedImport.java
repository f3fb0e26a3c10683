package org.uplift.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.uplift.activity.Activities;
import org.uplift.activity.Subject;
import org.uplift.ingest.CsvFile;
import org.uplift.ingest.CsvRow;
import org.uplift.ingest.IngestReport;
import org.uplift.ingest.Quarantine;
import org.uplift.ingest.RowError;
import org.uplift.outcome.PublishedStore.Stored;
import org.uplift.platform.Problem;
import org.uplift.school.AcademicYear;
import org.uplift.school.Schools;
import org.uplift.school.SchoolsRegistered;

/**
 * Takes in the published results of schools: a file for a local authority and a year. Its rows for the authority and for
 * England's state-funded schools are what the schools are compared with.
 */
@ApplicationScoped
class PublishedImport {
    static final String KIND = "published-results";

    /** What a file is about, as it is said beside the file and kept with its waiting rows. */
    record About(String keyStage, AcademicYear year) {
        static About of(String qualifier) {
            String[] parts = qualifier.split(" ", 2);
            return new About(parts[0], AcademicYear.fromString(parts[1]));
        }

        String qualifier() {
            return keyStage + " " + year;
        }
    }

    @Inject
    PublishedColumns columns;

    @Inject
    PublishedStore store;

    @Inject
    Schools schools;

    @Inject
    Quarantine quarantine;

    @Inject
    Activities activities;

    @Inject
    Clock clock;

    /** Takes a file in; rows of schools that are not in the register wait until they are. */
    void run(About about, CsvFile file, IngestReport report) {
        String cohort = columns.cohort(about.keyStage());
        requireEnded(about.year());
        List<PublishedColumn> mapped = columns.of(about.keyStage(), about.year());
        PublishedLayout layout = PublishedLayout.of(file, mapped, about.year());
        report.keepRejected(file.columns());
        tellMissing(layout, report);
        PublishedCodes codes = columns.codes();
        Set<Integer> registered = schools.byUrn().keySet();
        Set<String> seen = new HashSet<>();
        Map<Integer, PublishedRow> taken = new LinkedHashMap<>();
        int notUsed = 0;
        for (CsvRow csv : file.rows()) {
            PublishedRow row = PublishedRow.read(csv, layout, codes);
            if (!row.errors().isEmpty()) {
                report.rejected(csv, row.errors());
            } else if (row.kind() == PublishedRow.Kind.ENGLAND_ALL_SCHOOLS) {
                notUsed++;
                report.unchanged(csv.index());
            } else if (!seen.add(row.kind() + " " + row.code())) {
                report.rejected(csv, List.of(duplicate(csv.index(), row)));
            } else if (row.kind() == PublishedRow.Kind.SCHOOL && !registered.contains(row.code())) {
                report.quarantined(csv.index(), row.code(), layout.kept(csv), notRegistered(csv.index(), row.code()));
            } else {
                taken.put(csv.index(), row);
            }
        }
        if (notUsed > 0) {
            report.note("The row for all schools of England is not used; state-funded schools are the benchmark.");
        }
        store(about, cohort, taken, report);
    }

    /** Takes in what waited for schools that have come into the register. */
    void release(@Observes SchoolsRegistered event) {
        quarantine.release(KIND, event.urns()).stream()
                .collect(Collectors.groupingBy(Quarantine.Released::qualifier))
                .forEach(this::takeReleased);
    }

    private void takeReleased(String qualifier, List<Quarantine.Released> waiting) {
        About about = About.of(qualifier);
        List<PublishedColumn> mapped = columns.of(about.keyStage(), about.year());
        PublishedCodes codes = columns.codes();
        List<PublishedRow> rows = waiting.stream()
                .map(Quarantine.Released::cells)
                .map(kept -> PublishedRow.read(kept, PublishedLayout.of(kept, mapped), codes))
                .filter(row -> row.errors().isEmpty())
                .toList();
        record(about, rows, store.schools(rows, about.year(), columns.cohort(about.keyStage())));
    }

    private void store(About about, String cohort, Map<Integer, PublishedRow> taken, IngestReport report) {
        List<PublishedRow> ofSchools = new ArrayList<>();
        List<PublishedRow> ofAreas = new ArrayList<>();
        taken.values().forEach(row -> (row.kind() == PublishedRow.Kind.SCHOOL ? ofSchools : ofAreas).add(row));
        Map<Integer, Stored> schoolsStored = store.schools(ofSchools, about.year(), cohort);
        Map<Integer, Stored> areasStored = store.areas(ofAreas, about.year());
        taken.forEach((index, row) -> {
            Stored stored = (row.kind() == PublishedRow.Kind.SCHOOL ? schoolsStored : areasStored).get(row.code());
            if (stored == null) {
                report.unchanged(index);
            } else if (stored.known()) {
                report.updated(index, row.label(), stored.changes());
            } else {
                report.created(index, row.label());
            }
        });
        record(about, ofSchools, schoolsStored);
    }

    private void record(About about, List<PublishedRow> rows, Map<Integer, Stored> stored) {
        for (PublishedRow row : rows) {
            Stored of = stored.get(row.code());
            if (of != null) {
                activities.record(
                        Subject.OUTCOME,
                        row.code() + " " + about.qualifier(),
                        row.code(),
                        "took over the published results of " + about.keyStage().replace("KS", "key stage ") + " in "
                                + about.year(),
                        null,
                        of.known() ? of.changes() : List.of());
            }
        }
    }

    private void requireEnded(AcademicYear year) {
        if (!year.lastDay().isBefore(LocalDate.now(clock))) {
            throw Problem.invalid(
                    "/academicYear",
                    "out-of-range",
                    "Nothing is published of " + year + " before it ends on " + year.lastDay() + ".");
        }
    }

    private static void tellMissing(PublishedLayout layout, IngestReport report) {
        if (!layout.missing().isEmpty()) {
            report.note(
                    "The file lacks " + String.join(", ", layout.missing()) + "; what is stored there stays as it is.");
        }
    }

    private static RowError duplicate(int index, PublishedRow row) {
        return RowError.at(
                index,
                row.kind() == PublishedRow.Kind.SCHOOL ? PublishedLayout.URN : PublishedLayout.RECORD_TYPE,
                "duplicate",
                "The file has " + row.label() + " twice.");
    }

    private static RowError notRegistered(int index, int urn) {
        return RowError.at(
                index,
                PublishedLayout.URN,
                "school-not-registered",
                "School " + urn + " is not in the register; the row waits until it is.");
    }
}
