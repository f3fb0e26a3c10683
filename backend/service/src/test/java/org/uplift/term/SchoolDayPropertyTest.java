package org.uplift.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.flywaydb.core.Flyway;
import org.uplift.school.AcademicYear;
import org.uplift.stack.Database;
import org.uplift.testing.Given;

/** School days as the database counts them, under any term dates, held against counting them one by one. */
class SchoolDayPropertyTest {
    private static final int SCHOOL = 900001;
    private static final AcademicYear YEAR = new AcademicYear(2026);
    private static final LocalDate FIRST = YEAR.firstDay();

    private static Connection owner;
    private static Connection application;
    private static final Set<LocalDate> HOLIDAYS = new HashSet<>();

    /**
     * What somebody says of the year, in days from its first.
     *
     * @param bounds of three terms: first day, half-term, last day; none where there are no terms
     */
    record Said(List<Integer> bounds, Set<Integer> closed) {
        boolean isInTerm(LocalDate day) {
            int at = (int) (day.toEpochDay() - FIRST.toEpochDay());
            for (int term = 0; term < bounds.size(); term += 4) {
                boolean inside = at >= bounds.get(term) && at <= bounds.get(term + 3);
                if (inside && (at < bounds.get(term + 1) || at > bounds.get(term + 2))) {
                    return true;
                }
            }
            return false;
        }

        boolean isClosed(LocalDate day) {
            return closed.contains((int) (day.toEpochDay() - FIRST.toEpochDay()));
        }
    }

    @BeforeContainer
    static void migrated() throws SQLException {
        String database = Given.emptyDatabase("school_days");
        Flyway.configure()
                .dataSource(database, Database.OWNER, Database.OWNER)
                .placeholders(Map.of("app_role", Database.APPLICATION))
                .load()
                .migrate();
        owner = DriverManager.getConnection(database, Database.OWNER, Database.OWNER);
        application = DriverManager.getConnection(database, Database.APPLICATION, Database.APPLICATION);
        asked("select set_config('uplift.person', gen_random_uuid()::text, false)", String.class);
        try (ResultSet rows = owner.createStatement().executeQuery("select day from bank_holiday")) {
            while (rows.next()) {
                HOLIDAYS.add(rows.getObject(1, LocalDate.class));
            }
        }
    }

    @AfterContainer
    static void closed() throws SQLException {
        application.close();
        owner.close();
    }

    @Property(tries = 150)
    void theDatabaseCountsAsSomebodyWithACalendarDoes(
            @ForAll("said") Said trust,
            @ForAll("said") Said school,
            @ForAll @IntRange(min = -60, max = 420) int start,
            @ForAll @IntRange(min = 1, max = 220) int days)
            throws SQLException {
        given(trust, school);
        LocalDate day = FIRST.plusDays(start);
        LocalDate counted = day;
        for (int passed = 0; passed < days; passed++) {
            do {
                counted = counted.plusDays(1);
            } while (!isSchoolDay(trust, school, counted));
        }
        assertEquals(counted, after(day, days));
        assertTrue(asked("select is_school_day(?, ?)", Boolean.class, SCHOOL, counted));
        assertEquals(isSchoolDay(trust, school, day), asked("select is_school_day(?, ?)", Boolean.class, SCHOOL, day));
    }

    @Property(tries = 150)
    void itIsLaterForMoreDaysAndNothingLiesBetween(
            @ForAll("said") Said trust,
            @ForAll("said") Said school,
            @ForAll @IntRange(min = -60, max = 420) int start,
            @ForAll @IntRange(min = 1, max = 60) int days)
            throws SQLException {
        given(trust, school);
        LocalDate day = FIRST.plusDays(start);
        LocalDate earlier = after(day, days);
        LocalDate later = after(day, days + 1);
        assertTrue(earlier.isAfter(day));
        assertTrue(later.isAfter(earlier));
        for (LocalDate between = earlier.plusDays(1); between.isBefore(later); between = between.plusDays(1)) {
            assertFalse(asked("select is_school_day(?, ?)", Boolean.class, SCHOOL, between));
        }
    }

    @Property(tries = 150)
    void someDaysAndThenSomeMoreAreAllOfThemTogether(
            @ForAll("said") Said trust,
            @ForAll("said") Said school,
            @ForAll @IntRange(min = -60, max = 420) int start,
            @ForAll @IntRange(min = 1, max = 60) int some,
            @ForAll @IntRange(min = 1, max = 60) int more)
            throws SQLException {
        given(trust, school);
        LocalDate day = FIRST.plusDays(start);
        assertEquals(after(day, some + more), after(after(day, some), more));
    }

    @Property(tries = 50)
    void aYearWithoutTermsIsAssumed(@ForAll("said") Said trust, @ForAll("said") Said school) throws SQLException {
        given(trust, school);
        assertEquals(
                trust.bounds().isEmpty() && school.bounds().isEmpty(),
                asked("select school_days_assumed(?, ?, ?)", Boolean.class, SCHOOL, YEAR.firstDay(), YEAR.lastDay()));
        assertTrue(asked(
                "select school_days_assumed(?, ?, ?)",
                Boolean.class,
                SCHOOL,
                YEAR.firstDay(),
                YEAR.lastDay().plusDays(1)));
    }

    private static boolean isSchoolDay(Said trust, Said school, LocalDate day) {
        if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 || HOLIDAYS.contains(day)) {
            return false;
        }
        if (!YEAR.contains(day)) {
            return true;
        }
        Said terms = school.bounds().isEmpty() ? trust : school;
        return !trust.isClosed(day) && !school.isClosed(day) && (terms.bounds().isEmpty() || terms.isInTerm(day));
    }

    private static LocalDate after(LocalDate day, int days) throws SQLException {
        return asked("select school_day_after(?, ?, ?)", LocalDate.class, SCHOOL, day, days);
    }

    private static <T> T asked(String sql, Class<T> type, Object... parameters) throws SQLException {
        try (PreparedStatement statement = application.prepareStatement(sql)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1, type);
            }
        }
    }

    private static void given(Said trust, Said school) throws SQLException {
        run("delete from term_dates");
        store(trust, null);
        store(school, SCHOOL);
    }

    private static void store(Said said, Integer urn) throws SQLException {
        String id = "00000000-0000-7000-8000-" + (urn == null ? "000000000000" : "000000" + urn);
        run("insert into term_dates values (cast(? as uuid), 2026, ?, 1)", id, urn);
        String[] names = {"AUTUMN", "SPRING", "SUMMER"};
        for (int term = 0; term < said.bounds().size(); term += 4) {
            run(
                    "insert into term values (cast(? as uuid), ?, ?, ?, ?, ?, ?)",
                    id,
                    urn,
                    names[term / 4],
                    FIRST.plusDays(said.bounds().get(term)),
                    FIRST.plusDays(said.bounds().get(term + 1)),
                    FIRST.plusDays(said.bounds().get(term + 2)),
                    FIRST.plusDays(said.bounds().get(term + 3)));
        }
        for (int closed : said.closed()) {
            run("insert into closed_day values (cast(? as uuid), ?, ?, 'Closed')", id, urn, FIRST.plusDays(closed));
        }
    }

    private static void run(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            statement.execute();
        }
    }

    @Provide
    Arbitrary<Said> said() {
        Arbitrary<List<Integer>> bounds = Arbitraries.integers()
                .between(0, 364)
                .set()
                .ofSize(12)
                .map(days -> days.stream().sorted().toList());
        Arbitrary<Set<Integer>> closed =
                Arbitraries.integers().between(0, 364).set().ofMaxSize(6);
        Arbitrary<List<Integer>> none = Arbitraries.just(List.of());
        return Combinators.combine(Arbitraries.oneOf(bounds, bounds, bounds, none), closed)
                .as(Said::new);
    }
}
