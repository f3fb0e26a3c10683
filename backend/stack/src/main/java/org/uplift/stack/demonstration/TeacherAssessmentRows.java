package org.uplift.stack.demonstration;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

/** Termly teacher assessment of years 1 to 6 in the trust's own grades, of the last and the present year. */
record TeacherAssessmentRows(InventedTrust trust, LocalDate today) implements Rows {
    @Override
    public Stream<Map<String, Object>> of(School school, int taught) {
        if (!school.primary() || taught < trust.year() - 1) {
            return Stream.of();
        }
        return Stream.of(Term.values()).flatMap(term -> {
            LocalDate day = term.last(taught).minusWeeks(5);
            return !day.isBefore(today)
                    ? Stream.of()
                    : judgements(new ResultRow(school, taught, term, day, "TA", "final"));
        });
    }

    private Stream<Map<String, Object>> judgements(ResultRow row) {
        return row.school()
                .yearGroups()
                .filter(yearGroup -> yearGroup > 0)
                .boxed()
                .flatMap(yearGroup -> trust.pupils(row.school(), yearGroup, row.taught()).stream())
                .flatMap(pupil -> Stream.of(
                        judgement(row, pupil, "REA", pupil.reading()),
                        judgement(row, pupil, "WRI", writing(pupil)),
                        judgement(row, pupil, "MAT", pupil.maths())));
    }

    /** In the middle of what the grade at the end of year 6 says, as a scaled score. */
    private static int writing(Pupil pupil) {
        return switch (pupil.writing()) {
            case "GDS" -> 113;
            case "EXS" -> 104;
            case "WTS" -> 93;
            default -> 82;
        };
    }

    private static Map<String, Object> judgement(ResultRow row, Pupil pupil, String subject, int endOfYear6) {
        double level = endOfYear6
                + row.term().ordinal()
                + pupil.chance("TA", row.taught(), row.term().code(), subject).nextGaussian(0, 3);
        String grade = level >= 110 ? "GDS" : level >= 98 ? "EXS" : level >= 87 ? "WTS" : "BLW";
        return row.graded(pupil, subject, "", "TRUST_TA", grade);
    }
}
