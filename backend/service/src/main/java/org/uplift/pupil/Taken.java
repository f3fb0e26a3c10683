package org.uplift.pupil;

import java.util.List;
import org.uplift.ingest.IngestReport;

/** What the statements say of a row, in the words of the answer. */
final class Taken {
    private Taken() {}

    static void report(IngestReport report, int row, String outcome) {
        switch (outcome) {
            case "CREATED" -> report.created(row, null);
            case "UPDATED" -> report.updated(row, null, List.of());
            case "UNCHANGED", "NEWER" -> report.unchanged(row);
            default -> throw new IllegalStateException(outcome);
        }
    }

    /** Whether what the row says is different from what was stored; a newer date alone is no change. */
    static boolean isChange(String outcome) {
        return outcome.equals("CREATED") || outcome.equals("UPDATED");
    }
}
