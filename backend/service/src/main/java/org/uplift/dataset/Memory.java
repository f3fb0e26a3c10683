package org.uplift.dataset;

/** What a data set keeps of what it was. */
enum Memory {
    /** Every state of every row. */
    MOMENTS,
    /** Its rows in each version. */
    VERSIONS,
    NONE
}
