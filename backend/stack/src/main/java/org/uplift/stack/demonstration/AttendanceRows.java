package org.uplift.stack.demonstration;

import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Attendance of every pupil in every term. In one school more is missed each year, in the others a little less. */
record AttendanceRows(InventedTrust trust, LocalDate today) implements Rows {
    static final int FALLING = 900008;
    private static final double USUALLY_MISSED_IN_PRIMARY = 0.034;
    private static final double USUALLY_MISSED_IN_SECONDARY = 0.052;

    @Override
    public Stream<Map<String, Object>> of(School school, int taught) {
        return Stream.of(Term.values()).flatMap(term -> {
            LocalDate day = term.sent(taught, today);
            int possible = term.sessionsUntil(taught, day);
            return possible == 0
                    ? Stream.of()
                    : school.yearGroups()
                            .boxed()
                            .flatMap(yearGroup -> trust.pupils(school, yearGroup, taught).stream())
                            .map(pupil -> row(school, pupil, taught, term, day, possible));
        });
    }

    private Map<String, Object> row(School school, Pupil pupil, int taught, Term term, LocalDate day, int possible) {
        double missed = possible * missed(school, pupil, taught, term);
        int absent = (int) Math.round(missed);
        int unauthorised = (int) Math.round(missed * (pupil.disadvantaged() ? 0.4 : 0.2));
        Map<String, Object> row = Rows.row(school, taught, day + "T16:00:00Z");
        row.put("upn", pupil.upn());
        row.put("term", term.code());
        row.put("sessionsPossible", possible);
        row.put("sessionsAuthorisedAbsence", absent - unauthorised);
        row.put("sessionsUnauthorisedAbsence", unauthorised);
        return row;
    }

    /** The share of the sessions that a pupil misses. Few miss half or more; who misses much does so in every term. */
    private double missed(School school, Pupil pupil, int taught, Term term) {
        if (pupil.chance("away", taught).nextDouble() < (school.primary() ? 0.007 : 0.02)) {
            return 0.5 + pupil.chance("away", taught, term.code()).nextDouble() * 0.4;
        }
        SplittableRandom often = pupil.chance("absence");
        double need = switch (pupil.sen()) {
            case "E" -> 1.5;
            case "K" -> 1.2;
            default -> 1;
        };
        double later = taught - trust.firstYear();
        double rate = (school.primary() ? USUALLY_MISSED_IN_PRIMARY : USUALLY_MISSED_IN_SECONDARY)
                * Math.exp(often.nextGaussian(0, 0.75))
                * (pupil.disadvantaged() ? 1.5 : 1)
                * need
                * (school.urn() == FALLING ? 0.85 + 0.18 * later : 1 - 0.02 * later)
                * Math.exp(pupil.chance("absence", taught, term.code()).nextGaussian(0, 0.25));
        return Math.min(rate, 0.45);
    }
}
