package org.uplift.school;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.activity.Activities;
import org.uplift.activity.Change;
import org.uplift.activity.Subject;
import org.uplift.ingest.CsvFile;
import org.uplift.ingest.CsvRow;
import org.uplift.ingest.IngestReport;
import org.uplift.ingest.RowError;

/** Takes in the public register of schools (Get Information about Schools): who they are, their links, their intake. */
@ApplicationScoped
class RegisterImport {
    private static final String URN = "URN";
    private static final String LINKS = "Linked establishments";
    private static final Pattern LINK = Pattern.compile("(\\d{6})\\s+(Predecessor|Successor)\\b.*");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");

    @Inject
    Schools schools;

    @Inject
    RegisterStore store;

    @Inject
    Activities activities;

    @Inject
    Event<SchoolsRegistered> registered;

    /** Takes a file in. A school that is no longer in it stays as it is; one of the trust is told. */
    void run(CsvFile file, IngestReport report) {
        file.require(Stream.concat(
                        Stream.of(URN),
                        School.REGISTER.stream().filter(RegisterField::needed).map(RegisterField::column))
                .toList());
        report.keepRejected(file.columns());
        tellMissingColumns(file, report);
        Map<Integer, School> known = schools.byUrn();
        Set<Integer> seen = new HashSet<>();
        Set<Integer> fresh = new LinkedHashSet<>();
        RegisterLinks links = new RegisterLinks();
        RegisterContext context = new RegisterContext();
        for (CsvRow row : file.rows()) {
            List<RowError> errors = check(row, seen);
            if (!errors.isEmpty()) {
                report.rejected(row, errors);
                continue;
            }
            int urn = urn(row);
            @Nullable School school = known.get(urn);
            if (school == null) {
                school = School.registered(urn);
                school.describe(row);
                schools.persist(school);
                fresh.add(urn);
                report.created(row.index(), school.label());
            } else {
                take(school, row, report);
            }
            links.read(urn, row);
            context.read(urn, row);
        }
        schools.flush();
        store.replace(links);
        store.add(context);
        tellAbsent(known, seen, report);
        if (!fresh.isEmpty()) {
            registered.fire(new SchoolsRegistered(fresh));
        }
    }

    private void take(School school, CsvRow row, IngestReport report) {
        List<Change> changes = school.describe(row);
        if (changes.isEmpty()) {
            report.unchanged(row.index());
            return;
        }
        report.updated(row.index(), school.label(), changes);
        activities.record(
                Subject.SCHOOL,
                String.valueOf(school.urn()),
                school.urn(),
                "took over what the public register says",
                null,
                changes);
    }

    private static List<RowError> check(CsvRow row, Set<Integer> seen) {
        List<RowError> errors = new ArrayList<>();
        String urn = row.value(URN);
        if (urn == null || !urn.matches("[1-9]\\d{5}")) {
            errors.add(RowError.at(
                    row.index(),
                    URN,
                    "urn",
                    urn == null ? "There is no URN." : "A URN has six digits; this row has \"" + urn + "\"."));
        } else if (!seen.add(Integer.valueOf(urn))) {
            errors.add(RowError.at(row.index(), URN, "duplicate", "The file has school " + urn + " twice."));
        }
        School.REGISTER.forEach(field -> field.check(row).ifPresent(errors::add));
        return errors;
    }

    private static int urn(CsvRow row) {
        return Integer.parseInt(java.util.Objects.requireNonNull(row.value(URN)));
    }

    private static void tellMissingColumns(CsvFile file, IngestReport report) {
        List<String> missing = School.REGISTER.stream()
                .map(RegisterField::column)
                .filter(column -> !file.has(column))
                .toList();
        if (!missing.isEmpty()) {
            report.note("The file lacks " + String.join(", ", missing) + "; what is stored there stays as it is.");
        }
    }

    private static void tellAbsent(Map<Integer, School> known, Set<Integer> seen, IngestReport report) {
        for (School school : known.values()) {
            if (school.status() != SchoolStatus.IN_TRUST) {
                continue;
            }
            if (!seen.contains(school.urn())) {
                report.note(school.label() + " is in the trust and is not in this file. It stays as it is; if it has"
                        + " left, say since when on its page.");
            } else if (school.closedOn() != null) {
                report.note(school.label() + " is in the trust, and the register says that it closed on "
                        + school.closedOn() + ". If it has left, say since when on its page.");
            }
        }
    }

    /** Links as the register has them: {@code 125007 Predecessor,140540 Successor}. */
    static final class RegisterLinks {
        record Link(int urn, int linked, SchoolDetail.Kind kind) {}

        final Set<Integer> read = new HashSet<>();
        final Set<Link> links = new LinkedHashSet<>();

        void read(int urn, CsvRow row) {
            if (!row.says(LINKS)) {
                return;
            }
            read.add(urn);
            String value = row.value(LINKS);
            for (String link : value == null ? new String[0] : value.split(",")) {
                Matcher matcher = LINK.matcher(link.strip());
                if (matcher.matches()) {
                    links.add(new Link(
                            urn,
                            Integer.parseInt(matcher.group(1)),
                            matcher.group(2).equals("Predecessor")
                                    ? SchoolDetail.Kind.PREDECESSOR
                                    : SchoolDetail.Kind.SUCCESSOR));
                }
            }
        }
    }

    /** The intake at the census, by the academic year of the census. */
    static final class RegisterContext {
        record Intake(
                AcademicYear year,
                Integer numberOnRoll,
                @Nullable BigDecimal freeMealsPercent) {}

        final Map<Integer, Intake> intakes = new LinkedHashMap<>();

        void read(int urn, CsvRow row) {
            String day = row.value("CensusDate");
            String pupils = row.value("NumberOfPupils");
            if (day == null || pupils == null) {
                return;
            }
            try {
                String freeMeals = row.value("PercentageFSM");
                intakes.put(
                        urn,
                        new Intake(
                                AcademicYear.of(LocalDate.parse(day, DAY)),
                                Integer.valueOf(pupils),
                                freeMeals == null ? null : percent(freeMeals)));
            } catch (DateTimeParseException | NumberFormatException e) {
                return;
            }
        }

        private static @Nullable BigDecimal percent(String text) {
            BigDecimal percent = new BigDecimal(text);
            return percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0 ? null : percent;
        }
    }
}
