package org.uplift.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.uplift.access.Permission;
import org.uplift.access.ScopedSql;
import org.uplift.work.WorkItem;
import org.uplift.work.WorkKind;
import org.uplift.work.WorkSource;

/** Rows in quarantine, for who looks after the data. */
@ApplicationScoped
class QuarantinedRows implements WorkSource {
    /** Counting stops here: what matters is that there are many. */
    private static final int COUNTED = 1000;

    @Inject
    ScopedSql sql;

    @Override
    public List<WorkItem> items(LocalDate today, int most) {
        long rows = sql.rows(
                        Permission.READ_QUARANTINE,
                        "select count(*) from (select from quarantine q where {scope:q.school_urn} limit " + COUNTED
                                + ") w",
                        Map.of())
                .getFirst()
                .get(0, Number.class)
                .longValue();
        return rows == 0
                ? List.of()
                : List.of(WorkItem.of(
                        WorkKind.QUARANTINE,
                        (rows == COUNTED
                                        ? COUNTED + " rows or more wait"
                                        : rows == 1 ? "1 row waits" : rows + " rows wait")
                                + " in quarantine",
                        "waiting",
                        "Their school or pupil is not known yet.",
                        null,
                        null,
                        null));
    }
}
