package org.uplift.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.uplift.outcome.Actual;
import org.uplift.school.AcademicYear;

/** The guide says what the rule does: its examples are read from the page. */
class GuideExamplesTest {
    private static final Path GUIDE = Path.of("../../docs/guide/target-status.md");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /** The cells of the tables under a heading, without their heads. */
    private static Stream<List<String>> lines(String heading) throws IOException {
        String section =
                Files.readString(GUIDE).split("## " + heading + "\n", 2)[1].split("\n## ", 2)[0];
        return section.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Actual"))
                .map(line -> Arrays.stream(line.split("\\|"))
                        .skip(1)
                        .map(String::strip)
                        .toList());
    }

    static Stream<Arguments> examples() throws IOException {
        return Stream.of(
                        lines("Examples: higher is better").map(line -> with(TargetStatusTest.ATTAINMENT, line)),
                        lines("Examples: lower is better").map(line -> with(TargetStatusTest.ABSENCE, line)),
                        lines("Partial, missing and suppressed values")
                                .map(line -> with(TargetStatusTest.ATTAINMENT, line)))
                .flatMap(part -> part);
    }

    private static Arguments with(Aim aim, List<String> line) {
        return Arguments.of(aim, line);
    }

    @Test
    void theGuideHasThemAll() throws IOException {
        assertEquals(18, examples().count());
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("examples")
    void theStatusIsWhatTheGuideSays(Aim aim, List<String> line) {
        String standing = line.get(3);
        Actual actual = actual(line.get(0), LocalDate.parse(line.get(1), DAY), line.get(2), standing);
        TargetStatus status = TargetStatus.of(aim, List.of(actual), actual.date());
        assertEquals(Status.valueOf(line.get(4).replace(' ', '_').toUpperCase(Locale.ROOT)), status.status());
        if (standing.matches("[0-9.]+")) {
            assertEquals(new BigDecimal(standing), status.expected());
        } else if (standing.equals("–")) {
            assertNull(status.expected());
        }
    }

    private static Actual actual(String value, LocalDate date, String point, String standing) {
        boolean hidden = standing.equals("suppressed");
        return new Actual(
                date,
                hidden || value.equals("–") ? null : new BigDecimal(value),
                hidden ? "c" : value.equals("–") ? "x" : null,
                new AcademicYear(2025),
                point,
                "provisional",
                30,
                standing.equals("partial"),
                hidden);
    }

    @Test
    void theForecastIsWhatTheGuideSays() throws IOException {
        Aim aim = new Aim(
                "Reading",
                1,
                1,
                null,
                LocalDate.of(2025, 9, 1),
                new BigDecimal("60.0"),
                Map.of(),
                LocalDate.of(2026, 6, 28),
                new BigDecimal("70.0"),
                new AcademicYear(2025),
                "summer");
        TargetForecast forecast = TargetForecast.of(
                aim,
                List.of(
                        TargetStatusTest.actual("2025-12-10", "autumn", "61.0"),
                        TargetStatusTest.actual("2026-03-20", "spring", "64.0")),
                LocalDate.of(2026, 4, 1),
                true);
        String told = Files.readString(GUIDE)
                .lines()
                .filter(line -> line.startsWith("> "))
                .findFirst()
                .orElseThrow();
        assertEquals(told.substring(2), forecast.sentence());
    }
}
