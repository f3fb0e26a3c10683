package org.uplift.need;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.delegation.ApprovalSummary;
import org.uplift.school.AcademicYear;
import org.uplift.term.TermName;

@Schema(name = "NeedModeration", description = "A level that somebody has set, or asked for, and why.")
record ModerationLine(
        UUID id,
        @Schema(description = "Of this assessment") UUID assessmentId,
        AcademicYear academicYear,
        TermName term,
        @Schema(examples = "targeted") String level,
        @Schema(examples = "Targeted") String levelLabel,

        @Schema(description = "As it was then; absent where too little could be computed", examples = "universal")
        @Nullable
        String computedLevel,

        @Nullable String computedLevelLabel,

        @Schema(
                description =
                        "Absent where it rests on a restricted concern: who may see that reads it in its chronology, everybody"
                                + " else the level alone")
        @Nullable
        String rationale,

        @Schema(description = "The restricted concern that it rests on, for who may see that") @Nullable
        UUID concernId,

        @Schema(description = "Absent where you may not see what it rests on") @Nullable
        UUID personId,

        @Schema(description = "Who said so; absent where you may not see what it rests on") @Nullable
        String author,

        Instant at,
        ModerationState state,

        @Schema(description = "What it waits or waited for; absent where one person may decide") @Nullable
        ApprovalSummary approval) {}
