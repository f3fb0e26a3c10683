package org.uplift.stack.demonstration;

import java.time.LocalDate;
import java.util.stream.IntStream;

/**
 * A school that does not exist.
 *
 * @param strength the mean scaled score of its pupils at the end of year 6
 * @param trend by how much that changes from year to year
 * @param pupilsPerYear pupils of one class, and of a year group of a primary school
 */
record School(
        int urn, String name, boolean primary, double strength, double trend, int pupilsPerYear, LocalDate joinedOn) {
    static final int LOCAL_AUTHORITY = 999;
    private static final int CLASSES_OF_A_SECONDARY_YEAR = 3;

    int establishment() {
        return 2000 + urn % 1000;
    }

    boolean junior() {
        return name.contains("Junior");
    }

    /** Its year groups, reception as 0. */
    IntStream yearGroups() {
        return primary ? IntStream.rangeClosed(junior() ? 3 : 0, 6) : IntStream.rangeClosed(7, 13);
    }

    int pupilsInYearGroup() {
        return primary ? pupilsPerYear : pupilsPerYear * CLASSES_OF_A_SECONDARY_YEAR;
    }

    int roll() {
        return pupilsInYearGroup() * Math.toIntExact(yearGroups().count());
    }
}
