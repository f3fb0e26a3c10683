package org.uplift.concern;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ComplaintStage", description = "A stage of a complaint.", examples = """
        {"id": "01a227b4-8238-7f74-9067-f5761aca77d0", "stage": "informal", "label": "Informal", "panel": false,
         "begunOn": "2026-10-17", "endedOn": "2026-11-20", "outcome": "partly-upheld", "outcomeLabel": "Upheld in part",
         "record": "The call was not returned for nine days. The school has apologised.",
         "steps": [{"step": "answer", "label": "Answer", "dueOn": "2026-11-06", "doneOn": "2026-10-26", "late": false}],
         "version": 1}""")
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
