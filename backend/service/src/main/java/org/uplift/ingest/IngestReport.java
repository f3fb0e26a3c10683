package org.uplift.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uplift.activity.Change;

/**
 * Collects what becomes of each row while it is taken in. However many rows there are, it keeps all of them only for a
 * request whose rows are each answered; of a file it keeps counts, the first rows of each sort and the first errors.
 */
public final class IngestReport {
    static final int LISTED = 1_000;
    /** What people call the first row of a file that has headings. */
    static final int FIRST_BELOW_HEADINGS = 2;

    private static final int ERRORS = 50_000;
    private static final int FEW = 200;

    record Line(int row, int place, RowOutcome outcome, RowError error) {}

    /** A school in an academic year, by the calendar year in which it starts. */
    record SchoolYear(int schoolUrn, int academicYear) {}

    private final UUID jobId;
    private final Instant startedAt;
    private final boolean everyRow;
    private final String qualifier;
    private final int[] counts = new int[RowOutcome.values().length];
    private final List<RowResult> kept = new ArrayList<>();
    private final List<RowResult> refused = new ArrayList<>();
    private final List<Line> errors = new ArrayList<>();
    private final List<Quarantine.Entry> quarantined = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<SchoolYear> delivered = new HashSet<>();
    private @Nullable RejectedRows rejectedRows;

    IngestReport(UUID jobId, Instant startedAt, boolean everyRow, String qualifier) {
        this.jobId = jobId;
        this.startedAt = startedAt;
        this.everyRow = everyRow;
        this.qualifier = qualifier;
    }

    /** The job that the rows belong to. */
    public UUID jobId() {
        return jobId;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** Whether it is a request that is answered at once, row by row; else a file. */
    public boolean answersEveryRow() {
        return everyRow;
    }

    /**
     * Whether it is a request of so few rows that what follows from them can be computed with it. Batch after batch, that
     * would compute the same again and again.
     */
    public boolean isFew() {
        return everyRow && counts().received() <= FEW;
    }

    /** Whether a row was refused. */
    public boolean hasRejected() {
        return count(RowOutcome.REJECTED) > 0;
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

    /** Keeps these columns of the rows that will be refused, so that whoever sent the file can correct them. */
    public void keepRejected(Collection<String> columns) {
        keepRejected(columns, FIRST_BELOW_HEADINGS);
    }

    void keepRejected(Collection<String> columns, int firstRow) {
        rejectedRows = new RejectedRows(columns, firstRow);
    }

    public void rejected(CsvRow row, List<RowError> why) {
        rejected(row.index(), row, why);
    }

    /** A row that could not be read. */
    void unreadable(int index, RowError why) {
        rejected(index, null, List.of(why));
    }

    private void rejected(int index, @Nullable CsvRow row, List<RowError> why) {
        counts[RowOutcome.REJECTED.ordinal()]++;
        refused(new RowResult(index, RowOutcome.REJECTED, null, why, null));
        if (rejectedRows != null) {
            rejectedRows.add(index, row, why);
        }
    }

    /** Keeps a row of a file whose school is not in the register, to be taken in when it is. */
    public void quarantined(int row, int schoolUrn, Map<String, String> cells, RowError why) {
        counts[RowOutcome.QUARANTINED.ordinal()]++;
        refused(new RowResult(row, RowOutcome.QUARANTINED, null, List.of(why), null));
        quarantined.add(Quarantine.Entry.ofSchool(qualifier, row, schoolUrn, cells, why));
    }

    /** Puts back a row that was let out and still cannot be used. */
    public void stillWaiting(Quarantine.Entry entry) {
        quarantined.add(entry);
    }

    /** What became of rows that were settled together; of one row, when its line is given. */
    void settled(@Nullable Integer line, RowOutcome outcome, int rows, RowError waiting) {
        counts[outcome.ordinal()] += rows;
        if (line == null) {
            return;
        }
        if (outcome == RowOutcome.QUARANTINED) {
            listWaiting(line, waiting);
        } else {
            kept.add(new RowResult(line, outcome, null, null, null));
        }
    }

    /** Notes that rows about a school and year have come and can be used, whether or not they change anything. */
    void delivered(SchoolYear about) {
        delivered.add(about);
    }

    /** Lists a row that waits; it is counted already. */
    void listWaiting(int row, RowError why) {
        refused(new RowResult(row, RowOutcome.QUARANTINED, null, List.of(why.at(row)), null));
    }

    /** Says something about the request as a whole. */
    public void note(String message) {
        notes.add(message);
    }

    public Counts counts() {
        return new Counts(
                Arrays.stream(counts).sum(),
                count(RowOutcome.CREATED),
                count(RowOutcome.UPDATED),
                count(RowOutcome.UNCHANGED),
                count(RowOutcome.REJECTED),
                count(RowOutcome.QUARANTINED));
    }

    private int count(RowOutcome outcome) {
        return counts[outcome.ordinal()];
    }

    List<RowResult> listed() {
        return Stream.concat(kept.stream(), refused.stream())
                .sorted(Comparator.comparingInt(RowResult::row))
                .toList();
    }

    List<Line> errors() {
        return errors;
    }

    Set<SchoolYear> delivered() {
        return delivered;
    }

    List<Quarantine.Entry> quarantined() {
        return quarantined;
    }

    /** The rows that were refused, where they are kept and there are some. */
    Optional<RejectedRows> rejectedRows() {
        return Optional.ofNullable(rejectedRows).filter(rows -> rows.kept() > 0);
    }

    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (errors.size() == ERRORS) {
            all.add("The list of errors ends after " + ERRORS + "; the counts are whole.");
        }
        rejectedRows()
                .filter(rows -> rows.passedOver() > 0)
                .ifPresent(rows -> all.add("The file of rejected rows has the first " + rows.kept()
                        + "; there was no room for " + rows.passedOver() + " more."));
        return all;
    }

    private void taken(RowResult result) {
        counts[result.outcome().ordinal()]++;
        list(kept, result);
    }

    private void refused(RowResult result) {
        list(refused, result);
        int place = 0;
        for (RowError error : Objects.requireNonNull(result.errors())) {
            if (errors.size() < ERRORS) {
                errors.add(new Line(result.row(), place++, result.outcome(), error));
            }
        }
    }

    private void list(List<RowResult> results, RowResult result) {
        if (everyRow || results.size() < LISTED) {
            results.add(result);
        }
    }
}
