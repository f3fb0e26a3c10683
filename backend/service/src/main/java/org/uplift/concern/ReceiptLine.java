package org.uplift.concern;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "ConcernReceipt",
        description =
                "That you raised a concern. Of a restricted one it is all that you keep, unless a safeguarding lead names"
                        + " you.")
record ReceiptLine(
        UUID id,

        @Schema(description = "By which you can ask after it", examples = "C-7Q2M-4XKD")
        String reference,

        Integer schoolUrn,
        @Nullable String schoolName,

        @Schema(examples = "attendance") String category,

        String categoryLabel,
        Instant raisedAt) {}
