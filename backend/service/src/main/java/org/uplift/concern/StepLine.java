package org.uplift.concern;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ComplaintStep", description = "What is due in a stage of a complaint.")
record StepLine(
        @Schema(examples = "answer") String step,
        String label,

        @Schema(
                description =
                        "By the school days of the school; a deadline that counts from a step moves when that is done")
        LocalDate dueOn,

        @Schema(description = "Absent while it is to be done") @Nullable
        LocalDate doneOn,

        @Schema(description = "Not done, and due before today; or done after it was due")
        boolean late) {}
