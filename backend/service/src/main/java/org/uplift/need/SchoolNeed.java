package org.uplift.need;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "How much support a school needs: in one term with everything, and over the terms.")
record SchoolNeed(
        @Schema(examples = "900001") int schoolUrn,

        @Schema(
                description =
                        "The term that was asked for, else the newest; absent where the school was not assessed in it")
        @Nullable
        NeedDetail current,

        @Schema(description = "Every term, the newest first; 60 at most")
        List<NeedSummary> history) {}
