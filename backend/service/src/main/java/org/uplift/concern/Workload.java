package org.uplift.concern;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConcernWorkload", description = "How many open concerns somebody owns.")
record Workload(
        @Schema(description = "Absent: nobody owns them yet") @Nullable
        UUID ownerPersonId,

        @Nullable String ownerName,
        int open,

        @Schema(description = "Of them with a day of review that is past")
        int overdue) {}
