package org.uplift.stack.demonstration;

import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What schools count themselves: staff absence each term, turnover and the two surveys each year. */
record MeasureValueRows(InventedTrust trust, LocalDate today) implements Rows {
    /** A school that left its survey out, and when, in years before the present one. */
    private static final int WITHOUT_SURVEY = 900006;

    private static final int YEARS_SINCE_THEN = 2;

    @Override
    public Stream<Map<String, Object>> of(School school, int taught) {
        SplittableRandom chance = new SplittableRandom(InventedTrust.SEED + school.urn() * 100L + taught);
        int staff = Math.max(12, school.roll() / 9);
        LocalDate survey = LocalDate.of(taught + 1, 3, 13);
        LocalDate endOfYear = LocalDate.of(taught + 1, 8, 31);
        double health = new SplittableRandom(InventedTrust.SEED + school.urn()).nextGaussian();
        Stream.Builder<Map<String, Object>> rows = Stream.builder();
        for (Term term : Term.values()) {
            double days = (term.ordinal() + 1) * (2.2 - health * 0.4 + chance.nextGaussian(0, 0.2));
            rows.add(row(school, taught, "STAFF_ABSENCE_DAYS", term.last(taught), days, staff));
        }
        rows.add(row(school, taught, "STAFF_TURNOVER", endOfYear, 13 - health * 3 + chance.nextGaussian(0, 2), staff));
        double pupils = 7.2 + health * 0.3 + chance.nextGaussian(0, 0.2);
        rows.add(row(school, taught, "PUPIL_WELLBEING", survey, pupils, school.roll() * 4 / 5));
        if (school.urn() != WITHOUT_SURVEY || taught != trust.year() - YEARS_SINCE_THEN) {
            double colleagues = 6.8 + health * 0.4 + chance.nextGaussian(0, 0.3);
            rows.add(row(school, taught, "STAFF_WELLBEING", survey, colleagues, staff * 9 / 10));
        }
        return rows.build()
                .filter(row -> LocalDate.parse((String) row.get("date")).isBefore(today));
    }

    private static Map<String, Object> row(
            School school, int taught, String measure, LocalDate date, double value, int people) {
        Map<String, Object> row = Rows.row(school, taught, date + "T16:00:00Z");
        row.put("measureCode", measure);
        row.put("date", date.toString());
        row.put("value", Math.round(Math.clamp(value, 0, 100) * 10) / 10.0);
        row.put("cohortSize", people);
        return row;
    }
}
