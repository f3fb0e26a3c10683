package org.uplift.outcome;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a push of values of measures looks like; it is read row by row. */
@Schema(description = "Values of measures that schools have counted themselves, up to 5,000 rows.", examples = """
        {"rows": [{"sourceSystem": "riverside-mis", "schoolUrn": 900001, "academicYear": "2026/2027",
                   "measureCode": "STAFF_ABSENCE_DAYS", "date": "2026-12-18", "value": 2.4, "cohortSize": 22,
                   "sourceUpdatedAt": "2026-12-18T16:00:00Z"}]}""")
record MeasureValuePush(
        @Schema(required = true, maxItems = 5_000) List<Row> rows) {
    /** A value of one measure in one school on one day. */
    @Schema(name = "MeasureValuePushRow", description = "A value of one measure in one school on one day.")
    record Row(
            @Schema(required = true, description = "The system that sends it", examples = "mis-demo", maxLength = 50)
            String sourceSystem,

            @Schema(required = true, examples = "900001") int schoolUrn,

            @Schema(required = true, description = "A code of the catalogue", examples = "STAFF_ABSENCE_DAYS")
            String measureCode,

            @Schema(required = true, examples = "2025/2026") String academicYear,

            @Schema(required = true, description = "What day it is the value of", examples = "2026-03-31")
            String date,

            @Schema(required = true, description = "In the unit of the measure", examples = "4.2")
            BigDecimal value,

            @Schema(description = "How many people it is about", examples = "31") @Nullable
            Integer cohortSize,

            @Schema(
                    required = true,
                    description = "When the source last changed the row; an older one never overwrites a newer one",
                    examples = "2026-04-01T09:30:00Z")
            String sourceUpdatedAt) {}
}
