package org.uplift.concern;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ComplaintStepTerms", examples = """
        {"doneOn": "2026-10-26"}""")
record StepTerms(
        @Schema(description = "When it was done; null: not yet", examples = "2026-10-16") @Nullable
        LocalDate doneOn) {}
