package org.uplift.target;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people say of a milestone. */
@Schema(name = "NewMilestone", description = "A target without a number, as people set it.", examples = """
        {"milestone": "A daily arithmetic session in every class of key stage 2", "dueDate": "2027-02-12"}""")
record MilestoneTerms(
        @Schema(description = "What will be there", examples = "Every teacher has coached a colleague in phonics")
        @NotBlank
        @Size(max = 500)
        String milestone,

        @Schema(description = "By when", examples = "2027-03-31") @NotNull
        LocalDate dueDate) {}
