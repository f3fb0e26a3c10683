package org.uplift.stack.demonstration;

import java.util.Objects;
import java.util.SplittableRandom;

/** A pupil who does not exist, with what the tests at the end of year 6 show; all other results follow from that. */
record Pupil(
        String upn,
        String sex,
        boolean disadvantaged,
        String sen,
        boolean eal,
        String prior,
        boolean mobile,
        int reading,
        int maths,
        int spelling,
        String writing) {
    boolean meetsAll() {
        return reading >= 100 && maths >= 100 && meetsWriting();
    }

    boolean meetsWriting() {
        return writing.equals("EXS") || writing.equals("GDS");
    }

    /** What the pupil can do overall, as a scaled score. */
    double ability() {
        return (reading + maths + spelling) / 3.0;
    }

    /** Chance about the pupil: the same whenever it is asked about the same thing. */
    SplittableRandom chance(Object... about) {
        return new SplittableRandom(31L * upn.hashCode() + Objects.hash(about));
    }
}
