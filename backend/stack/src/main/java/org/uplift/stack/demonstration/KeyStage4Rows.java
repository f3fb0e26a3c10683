package org.uplift.stack.demonstration;

import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The GCSEs of year 11. Those of last summer are provisional until the following February. */
record KeyStage4Rows(InventedTrust trust, LocalDate today) implements Rows {
    @Override
    public Stream<Map<String, Object>> of(School school, int taught) {
        LocalDate day = LocalDate.of(taught + 1, 8, 20);
        if (school.primary() || !day.isBefore(today)) {
            return Stream.of();
        }
        String status = today.isBefore(LocalDate.of(taught + 2, 2, 1)) ? "provisional" : "final";
        ResultRow row = new ResultRow(school, taught, Term.SUMMER, day, "KS4", status);
        return trust.pupils(school, 11, taught).stream().flatMap(pupil -> results(row, pupil));
    }

    private static Stream<Map<String, Object>> results(ResultRow row, Pupil pupil) {
        SplittableRandom chance = pupil.chance("KS4");
        double attainment8 = 46 + (pupil.ability() - 102) * 1.8 + chance.nextGaussian(0, 5);
        return Stream.of(
                row.scored(pupil, "A8", "", (int) Math.clamp(Math.round(attainment8), 0, 90)),
                row.scored(pupil, "ENG", "", grade(pupil.reading(), chance)),
                row.scored(pupil, "MAT", "", grade(pupil.maths(), chance)));
    }

    private static int grade(int endOfYear6, SplittableRandom chance) {
        return (int) Math.clamp(Math.round(4.8 + (endOfYear6 - 102) * 0.2 + chance.nextGaussian(0, 0.8)), 1, 9);
    }
}
