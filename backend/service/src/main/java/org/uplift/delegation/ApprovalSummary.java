package org.uplift.delegation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Approval", description = "Something that was asked for under the scheme of delegation.")
public record ApprovalSummary(
        UUID id,
        Decision decision,
        UUID subjectId,

        @Schema(
                description = "Path of what is decided",
                examples = "/api/v1/cycles/01997f0a-5c1e-7000-8000-000000000001")
        String link,

        @Schema(description = "What is decided, for people", examples = "Alder Grove Primary School, 2026/2027")
        String title,

        @Schema(description = "Absent where it is about the trust", examples = "900001") @Nullable
        Integer schoolUrn,

        ApprovalStatus status,

        @Schema(description = "Who decides it: the body of the rule, or the next one up where somebody of it has asked")
        Body decides,

        UUID requesterId,
        @Schema(description = "Who asked") String requester,
        Instant requestedAt,
        @Nullable String comment,
        @Schema(description = "Who decided") @Nullable String decider,
        @Nullable Instant decidedAt,

        @Schema(description = "Why it was decided so") @Nullable
        String reason,

        @Schema(description = "The meeting in which a committee decided it") @Nullable
        UUID decidedIn,

        @Schema(
                description =
                        "What it costs, in pounds, as far as the scheme asks for it: when it was asked for, then when it was decided",
                examples = "4500")
        @Nullable
        BigDecimal amount) {}
