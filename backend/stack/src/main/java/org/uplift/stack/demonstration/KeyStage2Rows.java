package org.uplift.stack.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The tests and the teacher assessment at the end of year 6: of a year its summer when that is past, and of the present
 * year what its autumn has shown. The two earliest years are known from published results only.
 */
record KeyStage2Rows(InventedTrust trust, LocalDate today) implements Rows {
    private static final int YEARS_PUBLISHED_ONLY = 2;

    @Override
    public Stream<Map<String, Object>> of(School school, int taught) {
        LocalDate summer = LocalDate.of(taught + 1, 7, 7);
        LocalDate autumn = LocalDate.of(taught, 11, 6);
        if (!school.primary() || taught < trust.firstYear() + YEARS_PUBLISHED_ONLY || !autumn.isBefore(today)) {
            return Stream.of();
        }
        return !summer.isBefore(today)
                ? results(
                        new ResultRow(school, taught, Term.AUTUMN, autumn, "KS2", "provisional"), 3 + school.urn() % 3)
                : results(new ResultRow(school, taught, Term.SUMMER, summer, "KS2", "final"), 0);
    }

    private Stream<Map<String, Object>> results(ResultRow row, int shift) {
        return trust.pupils(row.school(), 6, row.taught()).stream()
                .flatMap(pupil -> List.of(
                        row.scored(pupil, "REA", "TEST", scaled(pupil.reading() + shift)),
                        row.scored(pupil, "MAT", "TEST", scaled(pupil.maths() + shift)),
                        row.scored(pupil, "GPS", "TEST", scaled(pupil.spelling() + shift)),
                        row.graded(pupil, "WRI", "TA", "KS2_TA", pupil.writing()))
                        .stream());
    }

    private static int scaled(int score) {
        return Math.clamp(score, 80, 120);
    }
}
