package org.uplift.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.activity.Change;

/** What became of one row. */
@Schema(description = "What became of one row.")
public record RowResult(
        @Schema(description = "Place of the row, from 0") int row,
        RowOutcome outcome,

        @Schema(description = "What the row is about, for people") @Nullable
        String label,

        @Schema(description = "Why it was rejected or quarantined")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Nullable
        List<RowError> errors,

        @Schema(description = "What it changed, for files of the register")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Nullable
        List<Change> changes) {}
