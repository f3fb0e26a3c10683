package org.uplift.target;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uplift.testing.As;
import org.uplift.testing.Given;
import org.uplift.testing.UpliftTest;

@UpliftTest
class TargetHelpResourceTest {
    @BeforeEach
    void school() {
        Given.school(900001);
        Given.school(900002);
    }

    private static void outcome(int year, String group, String point, String date, String value, int pupils) {
        Given.run(
                "insert into outcome (school_urn, measure_code, academic_year, assessment_point, cohort, pupil_group, source,"
                        + " value, cohort_size, coverage, result_status, dated)"
                        + " values (900001, 'KS2_RWM_EXP', ?, ?, '6', ?, 'computed', ?, ?, 1, 'final', ?)",
                year,
                point,
                group,
                new BigDecimal(value),
                pupils,
                LocalDate.parse(date));
    }

    private static void summer(int year, String value) {
        outcome(year, "ALL", "summer", (year + 1) + "-07-07", value, 30);
    }

    private static ValidatableResponse help(RequestSpecification as, String query) {
        return as.get("/api/v1/schools/900001/target-help?measureCode=KS2_RWM_EXP&cohort=6" + query)
                .then();
    }

    private static ValidatableResponse help(String query) {
        return help(As.head(900001), query);
    }

    @Test
    void thoseWhoMayNotAreRefused() {
        help(As.anonymous(), "").statusCode(401);
        help(As.head(900002), "").statusCode(404);
        help(As.administrator(), "").statusCode(403);
        help(As.inSchool("visitor", "system-leader", 900001), "").statusCode(200);
    }

    @Test
    void whatIsNotKnownIsInvalid() {
        As.head(900001)
                .get("/api/v1/schools/900001/target-help")
                .then()
                .statusCode(422)
                .body("errors.path", hasItem("/measureCode"));
        As.head(900001)
                .get("/api/v1/schools/900001/target-help?measureCode=KS9")
                .then()
                .statusCode(422)
                .body("errors.path", hasItem("/measureCode"));
        help("&pupilGroup=TALL").statusCode(422).body("errors.path", hasItem("/pupilGroup"));
        help("&dueAcademicYear=soon").statusCode(422);
        As.head(900001)
                .get("/api/v1/schools/900001/target-help?measureCode=KS2_RWM_EXP&cohort=14")
                .then()
                .statusCode(422)
                .body("errors.path", hasItem("/cohort"));
    }

    @Test
    void theLatestValueIsABaselineAndTheYearsLeadToIt() {
        summer(2016, "40");
        summer(2018, "50");
        summer(2021, "52");
        summer(2022, "55");
        summer(2023, "56");
        outcome(2024, "ALL", "autumn", "2024-11-06", "58.5", 30);
        Given.run(
                "insert into benchmark (area, area_code, measure_code, academic_year, assessment_point, pupil_group, value)"
                        + " values ('england', 0, 'KS2_RWM_EXP', 2023, 'summer', 'ALL', 61),"
                        + " ('local-authority', 936, 'KS2_RWM_EXP', 2023, 'summer', 'ALL', 63)");
        help("&dueAcademicYear=2024/2025")
                .statusCode(200)
                .body("latest.date", equalTo("2024-11-06"))
                .body("latest.value", equalTo(58.5f))
                .body("latest.display", equalTo("59%"))
                .body("years.academicYear", contains("2021/2022", "2022/2023", "2023/2024"))
                .body("years.value", contains(52, 55, 56))
                .body("years[2].england", equalTo(61))
                .body("years[2].localAuthority", equalTo(63))
                .body("years[0].england", nullValue())
                .body("yearlyChange", equalTo(2.0f))
                .body("similarYearlyChange", nullValue())
                .body("dueDate", equalTo("2025-07-31"))
                .body("termEnds", contains("2024-12-31", "2025-03-31"));
        help("&dueAcademicYear=2025/2026")
                .body("years", hasSize(3))
                .body("termEnds", contains("2024-12-31", "2025-03-31", "2025-07-31", "2025-12-31", "2026-03-31"));
    }

    @Test
    void whereNothingIsKnownThereAreTheTermsAlone() {
        help("&dueAcademicYear=2024/2025")
                .statusCode(200)
                .body("latest", nullValue())
                .body("years", hasSize(0))
                .body("yearlyChange", nullValue())
                .body("termEnds", contains("2024-12-31", "2025-03-31"));
    }

    @Test
    void aSmallGroupStaysHidden() {
        for (int year = 2021; year < 2024; year++) {
            summer(year, "60");
            outcome(year, "DISADVANTAGED", "summer", (year + 1) + "-07-07", "50", 4);
            outcome(year, "NOT_DISADVANTAGED", "summer", (year + 1) + "-07-07", "62", 26);
        }
        help("&pupilGroup=DISADVANTAGED&dueAcademicYear=2024/2025")
                .body("latest.value", equalTo(50))
                .body("yearlyChange", equalTo(0.0f));
        help(As.inSchool("governor", "committee-member", 900001), "&pupilGroup=DISADVANTAGED&dueAcademicYear=2024/2025")
                .statusCode(200)
                .body("latest", nullValue())
                .body("yearlyChange", nullValue())
                .body("years.value", contains(nullValue(), nullValue(), nullValue()))
                .body("years.display", contains("c", "c", "c"));
    }
}
