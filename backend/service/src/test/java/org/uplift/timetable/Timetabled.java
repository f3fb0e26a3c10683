package org.uplift.timetable;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.uplift.school.AcademicYear;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.Planned;

/** A timetable as people make it, by the API; in the academic year of today. */
final class Timetabled {
    static final String PATH = "/api/v1/timetable";
    static final LocalDate TODAY = LocalDate.now(Clock.systemDefaultZone());
    static final AcademicYear YEAR = AcademicYear.of(TODAY);

    private Timetabled() {}

    /** The weekday some days from today, or the next one after it. */
    static LocalDate inDays(int days) {
        return weekday(TODAY.plusDays(days), 1);
    }

    /** The weekday some days ago, or the one before it. */
    static LocalDate daysAgo(int days) {
        return weekday(TODAY.minusDays(days), -1);
    }

    private static LocalDate weekday(LocalDate day, int step) {
        LocalDate found = day;
        while (found.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            found = found.plusDays(step);
        }
        return found;
    }

    /** Plans one and gives its id. */
    static String planned(RequestSpecification as, Integer urn, String type, LocalDate day, String more) {
        return plan(as, urn, type, day, more).statusCode(201).extract().path("occurrence.id");
    }

    static ValidatableResponse plan(RequestSpecification as, Integer urn, String type, LocalDate day, String more) {
        return Planned.post(
                as,
                PATH,
                "{" + (urn == null ? "" : "\"schoolUrn\":" + urn + ",") + "\"type\":\"" + type + "\",\"day\":\"" + day
                        + "\"" + more + "}");
    }

    static ValidatableResponse post(RequestSpecification as, String id, String verb, String body) {
        return Planned.post(as.header("If-Match", "*"), PATH + "/" + id + "/" + verb, body);
    }

    static ValidatableResponse read(String id) {
        return As.trustLeader().get(PATH + "/" + id).then().statusCode(200);
    }

    /** Puts one on another day as if it had been planned for it, whatever the rules say. */
    static void on(String id, LocalDate day) {
        Given.run(
                "update occurrence set day = ?, academic_year = ? where id = cast(? as uuid)",
                day,
                AcademicYear.of(day).start(),
                id);
    }
}
