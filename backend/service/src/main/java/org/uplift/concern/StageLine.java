package org.uplift.concern;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ComplaintStage", description = "A stage of a complaint.")
record StageLine(
        UUID id,
        @Schema(examples = "formal") String stage,
        String label,

        @Schema(description = "It is heard by a panel") boolean panel,
        LocalDate begunOn,

        @Schema(description = "Absent while it is under way") @Nullable
        LocalDate endedOn,

        @Schema(description = "A code of the list of outcomes") @Nullable
        String outcome,

        @Nullable String outcomeLabel,

        @Schema(description = "What was found and said, and who heard it") @Nullable
        String record,

        List<StepLine> steps,

        @Schema(description = "Revision, for If-Match") int version) {}
