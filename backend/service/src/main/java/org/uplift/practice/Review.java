package org.uplift.practice;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "GoodPracticeReview", description = "That good practice was looked at again, and is still done so.")
record Review(
        @Schema(description = "When it is looked at next; a year from now when absent", examples = "2027-09-01")
        @Nullable
        LocalDate nextOn) {}
