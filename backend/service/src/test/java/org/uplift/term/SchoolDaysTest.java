package org.uplift.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.access.Actor;
import org.uplift.access.Caller;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

/** The worked examples of docs/guide/school-days.md. */
@UpliftTest
class SchoolDaysTest {
    static final String TERMS =
            "\"terms\": {\"autumn\": {\"firstDay\": \"2026-09-02\", \"halfTermFirstDay\": \"2026-10-26\","
                    + " \"halfTermLastDay\": \"2026-10-30\", \"lastDay\": \"2026-12-18\"},"
                    + " \"spring\": {\"firstDay\": \"2027-01-04\", \"halfTermFirstDay\": \"2027-02-15\","
                    + " \"halfTermLastDay\": \"2027-02-19\", \"lastDay\": \"2027-03-25\"},"
                    + " \"summer\": {\"firstDay\": \"2027-04-12\", \"halfTermFirstDay\": \"2027-05-31\","
                    + " \"halfTermLastDay\": \"2027-06-04\", \"lastDay\": \"2027-07-21\"}}";

    @Inject
    SchoolDays schoolDays;

    @Inject
    Caller caller;

    @BeforeEach
    void termDates() {
        Given.school(900001);
        Given.school(900002);
        set(
                "/api/v1/term-dates",
                "{" + TERMS + ", \"closedDays\": [{\"date\": \"2026-09-02\", \"label\": \"Staff training\"}]}");
        set(
                "/api/v1/schools/900002/term-dates",
                "{" + TERMS.replace("2026-10-26", "2026-10-19")
                        + ", \"closedDays\": [{\"date\": \"2027-01-12\", \"label\": \"Snow\"}]}");
    }

    private static void set(String path, String body) {
        As.trustLeader()
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .queryParam("academicYear", "2026/2027")
                .body(body)
                .put(path)
                .then()
                .statusCode(200);
    }

    @Test
    void overAHalfTerm() throws SQLException {
        assertEquals("2026-11-03", after(900001, "2026-10-20", 5));
        assertEquals("2026-11-02", after(900001, "2026-10-23", 1));
        assertEquals("2026-11-02", after(900001, "2026-10-28", 1), "from a day inside it");
    }

    @Test
    void overEaster() throws SQLException {
        assertEquals("2027-04-13", after(900001, "2027-03-22", 5));
        assertEquals("2027-04-12", after(900001, "2027-03-25", 1));
    }

    @Test
    void overABankHolidayAWeekendAndTheSummer() throws SQLException {
        assertEquals("2027-05-04", after(900001, "2027-04-30", 1), "the early May bank holiday lies in the term");
        assertEquals("2027-01-11", after(900001, "2027-01-08", 1));
        assertEquals("2026-09-03", after(900001, "2026-09-01", 1), "the trust has closed 2 September");
    }

    @Test
    void byTheSchoolsOwnDates() throws SQLException {
        assertEquals("2026-11-02", after(900002, "2026-10-16", 1), "its half-term takes two weeks");
        assertEquals("2026-10-19", after(900001, "2026-10-16", 1));
        assertEquals("2027-01-13", after(900002, "2027-01-11", 1), "snow");
        assertEquals("2027-01-12", after(900001, "2027-01-11", 1));
        assertEquals("2026-09-03", after(900002, "2026-09-01", 1), "closed days of the trust hold there too");
    }

    @Test
    void byThoseOfTheLocalAuthority() throws SQLException {
        set(
                "/api/v1/local-authorities/936/term-dates",
                "{" + TERMS.replace("2026-10-26", "2026-10-21")
                        + ", \"closedDays\": [{\"date\": \"2027-01-13\", \"label\": \"Election\"}]}");
        assertEquals("2026-11-02", after(900001, "2026-10-20", 1));
        assertEquals("2027-01-14", after(900001, "2027-01-12", 1));
        assertEquals(
                "2026-11-02", after(900002, "2026-10-16", 1), "a school's own terms stand for those of its authority");
        assertEquals("2027-01-14", after(900002, "2027-01-11", 1), "closed days of both hold there");
        assertEquals("2026-10-20", asked("last_day from half_terms(900001, 2026) where term = 1 and half = 1"));
        Given.run("update school set local_authority_code = 301 where urn = 900001");
        assertEquals("2026-10-21", after(900001, "2026-10-20", 1), "in another authority the trust's hold");
        assertEquals("2027-01-13", after(900001, "2027-01-12", 1));
    }

    @Test
    void aYearWithoutTermsIsAssumed() throws SQLException {
        assertEquals("2027-09-01", after(900001, "2027-07-21", 1));
        assertEquals("2027-12-29", after(900001, "2027-12-24", 1), "bank holidays count there too");
        assertEquals("f", asked("school_days_assumed(900001, '2026-09-01', '2027-08-31')"));
        assertEquals("t", asked("school_days_assumed(900001, '2027-07-21', '2027-09-01')"));
    }

    @Test
    void howManyThereAreInAYear() throws SQLException {
        assertEquals("193", asked("count(*) from school_days(900001, '2026-09-01', '2027-08-31')"));
        assertEquals("187", asked("count(*) from school_days(900002, '2026-09-01', '2027-08-31')"));
        assertEquals("193", asked("count(*) from school_days(null, '2026-09-01', '2027-08-31')"));
    }

    @Test
    void lessThanOneDayAfterIsNoQuestion() {
        assertThrows(SQLException.class, () -> after(900001, "2026-10-20", 0));
        assertThrows(
                IllegalArgumentException.class, () -> new SchoolDays().after(900001, LocalDate.of(2026, 10, 20), 0));
    }

    @Test
    void theServiceAsksTheSame() {
        caller.actAs(new Actor("subject-of-somebody", "somebody", "Somebody", null, Set.of()));
        QuarkusTransaction.requiringNew().run(() -> {
            LocalDate friday = LocalDate.of(2026, 10, 16);
            assertEquals(LocalDate.of(2026, 11, 2), schoolDays.after(900002, friday, 1));
            assertEquals(LocalDate.of(2026, 10, 19), schoolDays.after(null, friday, 1));
            assertTrue(schoolDays.isOne(900002, friday));
            assertFalse(schoolDays.isOne(900002, friday.plusDays(3)));
            assertFalse(schoolDays.areAssumed(900002, friday, friday.plusDays(3)));
            assertTrue(schoolDays.areAssumed(null, friday, LocalDate.of(2027, 9, 1)));
            assertEquals(
                    List.of(friday, friday.plusDays(3), friday.plusDays(4)),
                    schoolDays.between(900001, friday, friday.plusDays(4)));
        });
    }

    @Test
    void oneQueryAsksForAPageOfThem() throws SQLException {
        assertEquals(
                "200",
                asked("count(school_day_after(900001, date '2026-09-01' + n, 10)) from generate_series(1, 200) n"));
    }

    private static String after(int urn, String day, int days) throws SQLException {
        return asked("school_day_after(" + urn + ", '" + day + "', " + days + ")");
    }

    /** Under the application's role, by somebody who works in another school. */
    private static String asked(String what) throws SQLException {
        try (Connection application = Given.withoutIdentity()) {
            application.setAutoCommit(false);
            try (Statement statement = application.createStatement()) {
                statement.execute("select set_config('uplift.person', '" + Given.person("somebody")
                        + "', true), set_config('uplift.schools', '900009', true)");
                try (ResultSet rows = statement.executeQuery("select " + what)) {
                    rows.next();
                    return rows.getString(1);
                }
            }
        }
    }
}
