package org.uplift.pupil;

import java.sql.Connection;
import java.sql.SQLException;
import org.uplift.ingest.IngestReport;
import org.uplift.ingest.PushOptions;
import org.uplift.ingest.Settlement;
import org.uplift.platform.Problem;

/** A request whose rows are all that there is: what was sent before and is not among them is removed, within bounds. */
final class Snapshot {
    private Snapshot() {}

    /** Removes what is missing, or refuses the whole request when that is more than it may be. */
    static void take(
            Settlement settlement,
            Connection connection,
            String missing,
            PushOptions options,
            IngestReport report,
            Settlement.Changed changed)
            throws SQLException {
        if (!options.snapshot()) {
            return;
        }
        if (report.hasRejected()) {
            report.note("Nothing was removed: a snapshot with rejected rows does not say what is missing.");
            return;
        }
        int gone = 0;
        int stored = 0;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(settlement.filled(missing))) {
            while (rows.next()) {
                gone += rows.getInt("gone");
                stored = rows.getInt("stored");
                changed.rows(rows.getInt("school_urn"), rows.getInt("academic_year"), rows.getString("source"));
            }
        }
        if (gone > 0 && 100L * gone > (long) options.maxShrink() * stored) {
            throw Problem.conflict("The snapshot would remove " + gone + " of " + stored + " rows, more than the "
                    + options.maxShrink()
                    + " % that maxShrink allows. Nothing was changed; send the whole, or a greater maxShrink.");
        }
        if (gone > 0) {
            report.note(gone + " rows that are not in the snapshot have been removed.");
        }
    }
}
