package org.uplift.work;

import java.time.LocalDate;
import java.util.List;

/** A domain in which things can wait for somebody. */
public interface WorkSource {
    /**
     * What waits for the caller, in as many statements however much it is: what they may see, and can do something about.
     *
     * @param most how many at most
     */
    List<WorkItem> items(LocalDate today, int most);
}
