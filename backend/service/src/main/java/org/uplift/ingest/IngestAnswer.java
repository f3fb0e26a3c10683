package org.uplift.ingest;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to a push, and the job as it is read later. */
@Schema(description = "What became of a push.", examples = """
        {"jobId": "01a227a5-acf3-762d-8c02-ceac656bb9df", "kind": "pupils", "status": "completed", "dryRun": false,
         "actor": "Riverside MIS", "startedAt": "2026-11-20T09:03:36Z", "endedAt": "2026-11-20T09:03:37Z",
         "counts": {"received": 2, "created": 1, "updated": 0, "unchanged": 0, "rejected": 1, "quarantined": 0},
         "firstRow": 1, "notes": [], "cancelled": false,
         "rows": [{"row": 0, "outcome": "created"},
                  {"row": 1, "outcome": "rejected",
                   "errors": [{"path": "/rows/1/schoolUrn", "code": "school-not-registered",
                               "message": "You may not push for school 900011."}]}]}""")
public record IngestAnswer(
        UUID jobId,

        @Schema(description = "What was sent", examples = "pupils")
        String kind,

        Status status,

        @Schema(description = "Nothing was kept: the counts say what would have happened")
        boolean dryRun,

        @Schema(description = "Name of the person or machine that sent it")
        String actor,

        Instant startedAt,
        @Nullable Instant endedAt,

        @Schema(description = "How far a file has been read; absent for what is answered at once") @Nullable
        Progress progress,

        @Schema(
                description =
                        "While a file is being read, received says how many rows have been; the rest is 0 until it ends")
        Counts counts,

        @Schema(description = "What people call row 0: 2 in a file with headings, otherwise 1")
        int firstRow,

        @Schema(
                description =
                        "The field that each column of the file was said to hold, by its heading; absent when the columns"
                                + " have the names of the fields")
        @Nullable
        Map<String, String> columns,

        @Schema(
                description = "Until when the job's rejected.csv has the rejected rows with the values that were sent;"
                        + " absent when there are none")
        @Nullable
        Instant rejectedUntil,

        @Schema(description = "About the request as a whole, for people")
        List<String> notes,

        @Schema(description = "Whether it failed because somebody cancelled it; nothing of it was kept")
        boolean cancelled,

        @Schema(description = "Why the job failed as a whole, or who cancelled it") @Nullable
        String failure,

        @Schema(
                description =
                        "Every row of a JSON request, in its order; of a file the first 1,000 rejected or quarantined"
                                + " ones and, where rows have a label, the first 1,000 created or updated ones. The job's"
                                + " errors.csv has the errors, up to 50,000.")
        List<RowResult> rows) {

    /** How much of a file has been read, in bytes. When all of it has, its rows are being settled. */
    @Schema(
            name = "IngestProgress",
            description = "How much of a file has been read, in bytes; when all, its rows are being settled.")
    public record Progress(long bytesRead, long bytesTotal) {}

    /** How far a job is. */
    public enum Status {
        QUEUED,
        RUNNING,
        COMPLETED,
        FAILED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
