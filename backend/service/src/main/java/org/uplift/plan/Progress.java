package org.uplift.plan;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.uplift.target.TargetMove;

@Schema(description = "What moved in the trust and its schools since a day.")
record Progress(
        @Schema(
                description =
                        "The day: the one asked for, else that of the trust's last signed checkpoint, else 30 days ago")
        LocalDate since,

        @Schema(description = "The targets that stand otherwise than they did, by school; 1,000 are followed at most")
        List<TargetMove> targets,

        @Schema(description = "Actions that were done since")
        int actionsDone,

        @Schema(description = "Checkpoints of schools that were held since and are signed")
        int checkpoints,

        @Schema(description = "Small improvements that were kept since")
        int kept,

        @Schema(description = "Small improvements that were dropped since")
        int dropped) {}
