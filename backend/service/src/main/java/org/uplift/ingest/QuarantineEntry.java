package org.uplift.ingest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A row that waits until what it refers to is known. Its values are not shown.")
record QuarantineEntry(
        UUID id,

        @Schema(description = "What was sent", examples = "assessment-results")
        String kind,

        @Schema(description = "The job that it came with") UUID jobId,

        @Schema(description = "Place of the row in the job, from 0")
        int row,

        @Schema(examples = "900001") int schoolUrn,

        @Schema(description = "Absent when the school is not in the register") @Nullable
        String schoolName,

        @Schema(description = "Why it waits", examples = "school-not-registered")
        String code,

        @Schema(description = "Why it waits, for people") String message,
        Instant receivedAt) {}
