package org.uplift.pupil;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a push of suspensions looks like; it is read row by row. */
@Schema(description = "Suspensions of pupils, up to 5,000 rows.", examples = """
        {"rows": [{"sourceSystem": "riverside-mis", "schoolUrn": 900001, "upn": "B801200005001", "academicYear": "2026/2027",
                   "term": "autumn", "suspensions": 1, "sessionsSuspended": 4, "permanentlyExcluded": false,
                   "sourceUpdatedAt": "2026-12-18T16:00:00Z"}]}""")
record SuspensionPush(
        @Schema(required = true, maxItems = 5_000) List<Row> rows) {
    /** Suspensions of one pupil in one term. */
    @Schema(name = "SuspensionPushRow", description = "Suspensions of one pupil in one term.")
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
            String term,

            @Schema(required = true, minimum = "0", examples = "1")
            int suspensions,

            @Schema(required = true, minimum = "0", description = "Half days that they took", examples = "4")
            int sessionsSuspended,

            @Schema(required = true) boolean permanentlyExcluded,

            @Schema(
                    required = true,
                    description = "When the source last changed the row; an older one never overwrites a newer one",
                    examples = "2026-07-14T09:30:00Z")
            @Nullable
            String sourceUpdatedAt) {}
}
