package org.uplift.bench;

import java.time.Duration;

/**
 * How much is measured, and how often.
 *
 * @param runs alternating runs of each measurement
 * @param rows result rows of a pushed file
 * @param batchRows result rows that are pushed in batches
 * @param load how long readers read in each run
 * @param warmUp how long they may read before
 * @param large the trust of most measurements: 100 schools, five years
 * @param small 10 schools, one year
 * @param memory measure memory too, with files of 0.5 and 5 million rows
 */
record Size(
        int runs,
        long rows,
        long batchRows,
        Duration load,
        Duration warmUp,
        Generator.Shape large,
        Generator.Shape small,
        boolean memory) {
    private static final int FIRST_YEAR = 2021;
    private static final int YEARS = 5;

    static Size full() {
        return new Size(
                5,
                1_000_000,
                200_000,
                Duration.ofSeconds(8),
                Duration.ofSeconds(120),
                shape(100, YEARS, 26),
                shape(10, 1, 26),
                true);
    }

    static Size quick() {
        return new Size(
                3,
                100 * YEARS * Generator.RESULTS_OF_A_CLASS_OF_ONE,
                10_000,
                Duration.ofMillis(800),
                Duration.ofSeconds(5),
                shape(100, YEARS, 1),
                shape(10, 1, 1),
                false);
    }

    /** The trust whose results fill a file of 5 million rows. */
    static Generator.Shape crowd() {
        return shape(430, YEARS, 30);
    }

    /** A trust of a thousand small schools. */
    static Generator.Shape broad() {
        return shape(1_000, 1, 1);
    }

    Size withRows(long wanted) {
        int perSerial = large.schools() * large.years() * Generator.RESULTS_OF_A_CLASS_OF_ONE;
        int pupils = Math.toIntExact(Math.max(1, (wanted + perSerial - 1) / perSerial));
        return new Size(
                runs,
                wanted,
                Math.min(batchRows, wanted),
                load,
                warmUp,
                shape(large.schools(), large.years(), pupils),
                shape(small.schools(), small.years(), pupils),
                memory);
    }

    Size withRuns(int wanted) {
        return new Size(wanted, rows, batchRows, load, warmUp, large, small, memory);
    }

    private static Generator.Shape shape(int schools, int years, int pupils) {
        return new Generator.Shape(schools, FIRST_YEAR + YEARS - years, years, pupils);
    }
}
