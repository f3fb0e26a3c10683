package org.uplift.commission;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CommissionImpact", description = "What came of the support, as one party says.")
record ImpactLine(
        Party party,

        @Schema(
                description =
                        "Of the school, how much is different: 1 no difference yet, 2 some, 3 what was hoped for, 4 more than"
                                + " that; of the supporter, how much they gained: 1 nothing yet, 2 something, 3 much, 4 more than they gave",
                examples = "3")
        int rating,

        String text,
        String author,
        Instant at) {}
