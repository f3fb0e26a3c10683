package org.uplift.stack.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Suspensions of the pupils who have some; a school without any says so by a row of its first pupil. */
record SuspensionRows(InventedTrust trust, LocalDate today) implements Rows {
    private static final double OF_A_PUPIL_IN_PRIMARY = 0.002;
    private static final double OF_A_PUPIL_IN_SECONDARY = 0.02;

    @Override
    public Stream<Map<String, Object>> of(School school, int taught) {
        List<Pupil> pupils = school.yearGroups()
                .boxed()
                .flatMap(yearGroup -> trust.pupils(school, yearGroup, taught).stream())
                .toList();
        return Stream.of(Term.values()).flatMap(term -> {
            LocalDate day = term.sent(taught, today);
            return term.sessionsUntil(taught, day) == 0
                    ? Stream.of()
                    : pupils.stream()
                            .filter(pupil -> pupil.equals(pupils.getFirst()) || number(school, pupil, taught, term) > 0)
                            .map(pupil -> row(school, pupil, taught, term, day));
        });
    }

    private static int number(School school, Pupil pupil, int taught, Term term) {
        SplittableRandom chance = pupil.chance("suspension", taught, term.code());
        double likely = (school.primary() ? OF_A_PUPIL_IN_PRIMARY : OF_A_PUPIL_IN_SECONDARY)
                * (pupil.disadvantaged() ? 2.2 : 1)
                * (pupil.sen().equals("N") ? 1 : 2.5);
        return chance.nextDouble() < likely ? 1 + chance.nextInt(2) : 0;
    }

    private static Map<String, Object> row(School school, Pupil pupil, int taught, Term term, LocalDate day) {
        int suspensions = number(school, pupil, taught, term);
        Map<String, Object> row = Rows.row(school, taught, day + "T16:00:00Z");
        row.put("upn", pupil.upn());
        row.put("term", term.code());
        row.put("suspensions", suspensions);
        row.put("sessionsSuspended", suspensions * 3);
        row.put("permanentlyExcluded", false);
        return row;
    }
}
