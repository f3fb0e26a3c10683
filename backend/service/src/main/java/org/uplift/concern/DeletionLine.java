package org.uplift.concern;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ConcernDeletion", description = "That concerns were deleted because their retention date had passed.")
record DeletionLine(
        UUID id,
        Instant at,

        @Schema(description = "true: it tells of restricted ones, to safeguarding leads of the trust alone")
        boolean restricted,

        @Schema(description = "How many were deleted") int deleted,

        @Schema(description = "How many a legal hold has kept past their date")
        int held) {}
