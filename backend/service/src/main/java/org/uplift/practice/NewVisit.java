package org.uplift.practice;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewPracticeVisit", description = "For which school somebody comes to see good practice.")
record NewVisit(
        @Schema(description = "One of your schools; absent: for the trust", examples = "900002") @Nullable
        Integer schoolUrn) {}
