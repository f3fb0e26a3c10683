package org.uplift.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What waits for the caller, from everywhere. */
@ApplicationScoped
public class Work {
    /** So much of each source is listed. */
    static final int MOST = 200;

    @Inject
    @Any
    Instance<WorkSource> sources;

    @Inject
    Clock clock;

    /** All of it today. */
    public MyWork mine() {
        LocalDate today = LocalDate.now(clock);
        List<WorkItem> items = new ArrayList<>();
        boolean complete = true;
        for (WorkSource source : sources) {
            List<WorkItem> some = source.items(today, MOST);
            items.addAll(some);
            complete &= some.size() < MOST;
        }
        return MyWork.of(items, complete);
    }
}
