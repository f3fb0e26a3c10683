package org.uplift.bench;

import java.util.List;

/** Something that is measured: two things side by side, several times. */
interface Measurement {
    /** What it is called on the command line. */
    String name();

    List<Line> measure(Ground ground);
}
