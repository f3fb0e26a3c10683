package org.uplift.pupil;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which results are to be removed; it is read row by row. */
@Schema(description = "Natural keys of results, up to 5,000 rows.", examples = """
        {"rows": [{"sourceSystem": "riverside-mis", "schoolUrn": 900001, "upn": "B801200005001", "academicYear": "2026/2027",
                   "assessmentPoint": "autumn", "assessmentCode": "KS2", "subject": "REA", "component": "TEST",
                   "sourceUpdatedAt": "2026-11-27T09:30:00Z"}]}""")
record ResultDeletions(
        @Schema(required = true, maxItems = 5_000) List<Row> rows) {
    /** The natural key of a result, and the moment of its removal. */
    @Schema(name = "ResultDeletionRow", description = "The natural key of a result, and the moment of its removal.")
    record Row(
            @Schema(required = true, description = "The system that sends it", examples = "mis-demo", maxLength = 50)
            String sourceSystem,

            @Schema(required = true, examples = "900001") int schoolUrn,

            @Schema(required = true, description = "Unique pupil number, 13 characters", examples = "B801200005001")
            String upn,

            @Schema(required = true, examples = "2025/2026") String academicYear,

            @Schema(
                    required = true,
                    enumeration = {"autumn", "spring", "summer"})
            @Nullable
            String assessmentPoint,

            @Schema(required = true, description = "EYFSP, PHONICS, MTC, KS1, KS2, KS4 or TA", examples = "KS2")
            String assessmentCode,

            @Nullable String subject,
            @Nullable String component,

            @Schema(
                    enumeration = {"achieved", "target", "prediction", "baseline"},
                    description = "achieved when absent")
            @Nullable
            String facet,

            @Schema(
                    required = true,
                    description = "When the source last changed the row; an older one never overwrites a newer one",
                    examples = "2026-07-14T09:30:00Z")
            @Nullable
            String sourceUpdatedAt) {}
}
