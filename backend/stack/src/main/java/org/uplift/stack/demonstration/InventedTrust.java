package org.uplift.stack.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.uplift.stack.PupilNumber;

/** Schools and pupils that do not exist, made from a seed. A pupil goes up through the year groups with the years. */
final class InventedTrust {
    static final long SEED = 20_261_124;
    private static final int YEARS = 5;
    private static final List<String> NAMES = List.of(
            "Alder Grove Primary School",
            "Birch Hill Primary School",
            "Cedar Lane Primary School",
            "Damson Green Primary School",
            "Elm Road Junior School",
            "Fernbrook Primary School",
            "Gorse Common Primary School",
            "Hawthorn Vale Primary School",
            "Ivy Bridge CofE Primary School",
            "Juniper Park Primary School",
            "Kestrel Heath School");

    private final int year;
    private final List<School> schools = new ArrayList<>();
    private final Map<String, List<Pupil>> cohorts = new HashMap<>();

    /** A trust as it is in an academic year, by the calendar year in which it starts. */
    InventedTrust(int year) {
        this.year = year;
        Random random = new Random(SEED);
        for (int at = 0; at < NAMES.size(); at++) {
            schools.add(new School(
                    900001 + at,
                    NAMES.get(at),
                    at < 10,
                    98.5 + random.nextDouble() * 8,
                    random.nextDouble() * 1.6 - 0.6,
                    at == 3 ? 9 : 24 + random.nextInt(34),
                    LocalDate.of(2016 + random.nextInt(6), 9, 1)));
        }
    }

    int year() {
        return year;
    }

    /** The first academic year of which anything is known. */
    int firstYear() {
        return year - YEARS;
    }

    List<School> schools() {
        return schools;
    }

    School school(int urn) {
        return schools.get(urn - 900001);
    }

    List<School> primaries() {
        return schools.stream().filter(School::primary).toList();
    }

    /** The pupils of a year group, reception as 0, in the academic year that starts in a calendar year. */
    List<Pupil> pupils(School school, int yearGroup, int taught) {
        int leaving = taught + 6 - yearGroup;
        return cohorts.computeIfAbsent(school.urn() + "-" + leaving, key -> cohort(school, leaving));
    }

    /** The pupils who were, are or will be in year 6 in an academic year. */
    private List<Pupil> cohort(School school, int leaving) {
        Random random = new Random(SEED + school.urn() * 100L + leaving);
        List<Pupil> cohort = new ArrayList<>();
        double mean = school.strength() + school.trend() * Math.clamp(leaving - year + 3, -2, 3);
        for (int serial = 1; serial <= school.pupilsInYearGroup(); serial++) {
            boolean disadvantaged = random.nextDouble() < 0.26;
            double draw = random.nextDouble();
            String sen = draw < 0.04 ? "E" : draw < 0.19 ? "K" : "N";
            double ability = mean
                    + random.nextGaussian() * 7
                    - (disadvantaged ? 3.2 : 0)
                    - (sen.equals("E") ? 12 : sen.equals("K") ? 6 : 0);
            double forWriting = ability + random.nextGaussian() * 4;
            cohort.add(new Pupil(
                    PupilNumber.of(School.LOCAL_AUTHORITY, school.establishment(), leaving - 6, serial),
                    random.nextBoolean() ? "F" : "M",
                    disadvantaged,
                    sen,
                    random.nextDouble() < 0.18,
                    ability < 98 ? "low" : ability < 107 ? "middle" : "high",
                    random.nextDouble() < 0.06,
                    score(ability + random.nextGaussian() * 4),
                    score(ability + random.nextGaussian() * 4),
                    score(ability + random.nextGaussian() * 4),
                    forWriting >= 110 ? "GDS" : forWriting >= 99 ? "EXS" : forWriting >= 86 ? "WTS" : "PK5"));
        }
        return cohort;
    }

    private static int score(double ability) {
        return (int) Math.round(Math.clamp(ability, 80, 120));
    }
}
