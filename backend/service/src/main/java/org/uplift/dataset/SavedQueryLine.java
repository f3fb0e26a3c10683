package org.uplift.dataset;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SavedQuery", description = "A question that you keep.")
public record SavedQueryLine(
        UUID id,
        String name,
        String dataSet,
        String search,

        @Schema(description = "The page that asks it", examples = "/data/headline-outcomes?measureCode=KS2_READ_EXP")
        String address,

        Instant savedAt) {}
