package org.uplift.work;

import java.time.LocalDate;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.thing.Reference;

/** Something that waits for the caller. */
@Schema(description = "Something that waits for you.")
public record WorkItem(
        WorkKind kind,

        @Schema(description = "What it is called", examples = "Teach inference in every reading lesson")
        String title,

        @Schema(description = "How it stands: the status of the thing", examples = "under-way")
        String status,

        @Schema(description = "Why it is here, as a sentence", examples = "Nothing was reported for 30 days.")
        String reason,

        @Schema(description = "Absent where it is of the trust, or of no school", examples = "900001") @Nullable
        Integer schoolUrn,

        @Nullable String schoolName,

        @Schema(description = "Absent where no day is set for it") @Nullable
        LocalDate dueOn,

        @Schema(description = "It was due before today") boolean overdue,

        @Schema(description = "What it is about; absent for rows in quarantine") @Nullable
        Reference subject) {

    /** What is overdue first, then by the day on which it is due, what has none last. */
    static final Comparator<WorkItem> FIRST_DUE = Comparator.comparing(WorkItem::overdue)
            .reversed()
            .thenComparing(item -> item.dueOn() == null ? LocalDate.MAX : item.dueOn())
            .thenComparing(WorkItem::kind);

    /** With a day on which it is due. */
    public WorkItem due(@Nullable LocalDate day, LocalDate today) {
        return new WorkItem(
                kind, title, status, reason, schoolUrn, schoolName, day, day != null && day.isBefore(today), subject);
    }

    /** Without a day on which it is due. */
    public static WorkItem of(
            WorkKind kind,
            String title,
            String status,
            String reason,
            @Nullable Integer schoolUrn,
            @Nullable String schoolName,
            @Nullable Reference subject) {
        return new WorkItem(kind, title, status, reason, schoolUrn, schoolName, null, false, subject);
    }
}
