package org.uplift.concern;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be done about a concern. */
@Schema(description = "What is to be done about a concern.", examples = """
        {"title": "Ask the bus company about the later bus", "leadPersonId": "01a227b3-d4f2-7fd2-902a-23cf41ea2942",
         "dueOn": "2026-11-26"}""")
record ConcernActionTerms(
        @Schema(examples = "Call the three families who did not come") @NotBlank @Size(max = 200)
        String title,

        @Schema(description = "Who sees to it: somebody who may see the concern") @Nullable
        UUID leadPersonId,

        @Schema(examples = "2026-12-01") @Nullable LocalDate dueOn,

        @Schema(description = "Absent while it is open") @Nullable
        LocalDate doneOn) {

    /** The same, done on a day. */
    ConcernActionTerms doneOn(@Nullable LocalDate day) {
        return new ConcernActionTerms(title, leadPersonId, dueOn, day);
    }
}
