package org.uplift.dataset;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SavedQuery", description = "A question that you keep.", examples = """
                {"id": "01a227c3-86bd-79ef-bcb5-6ed065f6cdec", "name": "Reading of disadvantaged pupils",
                 "dataSet": "headline-outcomes", "search": "?measureCode=KS2_READ_EXP&pupilGroup=DISADVANTAGED",
                 "address": "/data/headline-outcomes?measureCode=KS2_READ_EXP&pupilGroup=DISADVANTAGED",
                 "savedAt": "2026-11-20T09:30:00Z"}""")
public record SavedQueryLine(
        UUID id,
        String name,
        String dataSet,
        String search,

        @Schema(description = "The page that asks it", examples = "/data/headline-outcomes?measureCode=KS2_READ_EXP")
        String address,

        Instant savedAt) {}
