package org.uplift.concern;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "ConcernReceipt",
        description =
                "That you raised a concern. Of a restricted one it is all that you keep, unless a safeguarding lead names"
                        + " you.",
        examples = """
        {"id": "01a227a0-29c2-7273-978e-13d412dd93de", "reference": "C-7Q2M-4XKD", "schoolUrn": 900001,
         "schoolName": "Alder Grove Primary School", "category": "attendance", "categoryLabel": "Attendance",
         "raisedAt": "2026-11-20T09:00:00Z"}""")
record ReceiptLine(
        UUID id,

        @Schema(description = "By which you can ask after it", examples = "C-7Q2M-4XKD")
        String reference,

        Integer schoolUrn,
        @Nullable String schoolName,

        @Schema(examples = "attendance") String category,

        String categoryLabel,
        Instant raisedAt) {}
