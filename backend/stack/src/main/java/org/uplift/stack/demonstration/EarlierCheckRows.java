package org.uplift.stack.demonstration;

import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is assessed in the summer before year 6: the early learning goals, phonics, and the multiplication tables. */
record EarlierCheckRows(InventedTrust trust, LocalDate today) implements Rows {
    private static final int GOALS = 17;
    private static final double ABLE_ENOUGH_FOR_A_GOAL = 93.5;
    private static final double ABLE_ENOUGH_FOR_PHONICS = 94;
    private static final int PHONICS_THRESHOLD = 32;

    @Override
    public Stream<Map<String, Object>> of(School school, int taught) {
        LocalDate day = LocalDate.of(taught + 1, 6, 26);
        if (!day.isBefore(today)) {
            return Stream.of();
        }
        return school.yearGroups().boxed().flatMap(yearGroup -> switch (yearGroup) {
            case 0 -> {
                ResultRow row = new ResultRow(school, taught, Term.SUMMER, day, "EYFSP", "final");
                yield trust.pupils(school, yearGroup, taught).stream().flatMap(pupil -> goals(row, pupil));
            }
            case 1 -> {
                ResultRow row = new ResultRow(school, taught, Term.SUMMER, day, "PHONICS", "final");
                yield trust.pupils(school, yearGroup, taught).stream().map(pupil -> phonics(row, pupil));
            }
            case 4 -> {
                ResultRow row = new ResultRow(school, taught, Term.SUMMER, day, "MTC", "final");
                yield trust.pupils(school, yearGroup, taught).stream().map(pupil -> tables(row, pupil));
            }
            default -> Stream.of();
        });
    }

    private static Stream<Map<String, Object>> goals(ResultRow row, Pupil pupil) {
        SplittableRandom chance = pupil.chance("EYFSP");
        double level = pupil.ability() + chance.nextGaussian(0, 4);
        return IntStream.rangeClosed(1, GOALS)
                .mapToObj(goal -> row.graded(
                        pupil,
                        "E%02d".formatted(goal),
                        "",
                        "EYFSP",
                        level + chance.nextGaussian(0, 1.5) > ABLE_ENOUGH_FOR_A_GOAL ? "2" : "1"));
    }

    private static Map<String, Object> phonics(ResultRow row, Pupil pupil) {
        SplittableRandom chance = pupil.chance("PHONICS");
        if (chance.nextInt(100) == 0) {
            return row.graded(pupil, "", "", "PHONICS", "A");
        }
        double level = pupil.ability() + chance.nextGaussian(0, 4);
        double mark = PHONICS_THRESHOLD + (level - ABLE_ENOUGH_FOR_PHONICS) * 0.7;
        return row.scored(pupil, "", "", (int) Math.clamp(Math.round(mark), 0, 40));
    }

    private static Map<String, Object> tables(ResultRow row, Pupil pupil) {
        double level = pupil.maths() + pupil.chance("MTC").nextGaussian(0, 4);
        return row.scored(pupil, "", "", (int) Math.clamp(Math.round(21 + (level - 101) * 0.6), 0, 25));
    }
}
