package org.uplift.concern;

/** What somebody is to a concern that they may see. */
enum Standing {
    /** A safeguarding lead of the school, of a restricted one: does everything, and decides who else may see it. */
    LEAD,
    /** A leader or safeguarding lead, of one that is not restricted: does everything. */
    HANDLER,
    /** On the need-to-know list: reads, adds to the chronology, does what was given to them. */
    NAMED;

    boolean handles() {
        return this != NAMED;
    }
}
