package org.uplift.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.activity.Change;

/** Collects what becomes of each row while it is taken in. */
public final class IngestReport {
    private static final int LISTED = 1_000;

    record Line(int row, int place, RowOutcome outcome, RowError error) {}

    private final UUID jobId;
    private final boolean everyRow;
    private final String qualifier;
    private final int[] counts = new int[RowOutcome.values().length];
    private final List<RowResult> kept = new ArrayList<>();
    private final List<RowResult> refused = new ArrayList<>();
    private final List<Line> errors = new ArrayList<>();
    private final List<Quarantine.Entry> quarantined = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    IngestReport(UUID jobId, boolean everyRow, String qualifier) {
        this.jobId = jobId;
        this.everyRow = everyRow;
        this.qualifier = qualifier;
    }

    /** The job that the rows belong to. */
    public UUID jobId() {
        return jobId;
    }

    public void created(int row, @Nullable String label) {
        taken(new RowResult(row, RowOutcome.CREATED, label, null, null));
    }

    public void updated(int row, @Nullable String label, List<Change> changes) {
        taken(new RowResult(row, RowOutcome.UPDATED, label, null, changes));
    }

    public void unchanged(int row) {
        counts[RowOutcome.UNCHANGED.ordinal()]++;
        if (everyRow) {
            kept.add(new RowResult(row, RowOutcome.UNCHANGED, null, null, null));
        }
    }

    public void rejected(int row, List<RowError> why) {
        refused(new RowResult(row, RowOutcome.REJECTED, null, why, null));
    }

    /** Keeps a row of a file whose school is not in the register, to be taken in when it is. */
    public void quarantined(int row, int schoolUrn, Map<String, String> cells, RowError why) {
        quarantined(row, why, Quarantine.Entry.ofSchool(qualifier, row, schoolUrn, cells, why));
    }

    /** Keeps a row until what it refers to is known. */
    public void quarantined(int row, RowError why, Quarantine.Entry entry) {
        refused(new RowResult(row, RowOutcome.QUARANTINED, null, List.of(why), null));
        quarantined.add(entry);
    }

    /** Puts back a row that was let out and still cannot be used. */
    public void stillWaiting(Quarantine.Entry entry) {
        quarantined.add(entry);
    }

    /** Says something about the request as a whole. */
    public void note(String message) {
        notes.add(message);
    }

    public Counts counts() {
        return new Counts(
                java.util.Arrays.stream(counts).sum(),
                counts[RowOutcome.CREATED.ordinal()],
                counts[RowOutcome.UPDATED.ordinal()],
                counts[RowOutcome.UNCHANGED.ordinal()],
                counts[RowOutcome.REJECTED.ordinal()],
                counts[RowOutcome.QUARANTINED.ordinal()]);
    }

    List<RowResult> listed() {
        return Stream.concat(kept.stream(), refused.stream())
                .sorted(Comparator.comparingInt(RowResult::row))
                .toList();
    }

    List<Line> errors() {
        return errors;
    }

    List<Quarantine.Entry> quarantined() {
        return quarantined;
    }

    List<String> notes() {
        return notes;
    }

    private void taken(RowResult result) {
        counts[result.outcome().ordinal()]++;
        list(kept, result);
    }

    private void refused(RowResult result) {
        counts[result.outcome().ordinal()]++;
        list(refused, result);
        int place = 0;
        for (RowError error : java.util.Objects.requireNonNull(result.errors())) {
            errors.add(new Line(result.row(), place++, result.outcome(), error));
        }
    }

    private void list(List<RowResult> results, RowResult result) {
        if (everyRow || results.size() < LISTED) {
            results.add(result);
        }
    }
}
