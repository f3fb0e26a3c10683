package org.uplift.pupil;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a push of attendance looks like; it is read row by row. */
@Schema(description = "Attendance of pupils, up to 5,000 rows.", examples = """
        {"rows": [{"sourceSystem": "riverside-mis", "schoolUrn": 900001, "upn": "B801200005001", "academicYear": "2026/2027",
                   "term": "autumn", "sessionsPossible": 138, "sessionsAuthorisedAbsence": 6,
                   "sessionsUnauthorisedAbsence": 1, "sourceUpdatedAt": "2026-12-18T16:00:00Z"}]}""")
record AttendancePush(
        @Schema(required = true, maxItems = 5_000) List<Row> rows) {
    /** Sessions (half days) of one pupil in one term. */
    @Schema(name = "AttendancePushRow", description = "Sessions (half days) of one pupil in one term.")
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

            @Schema(required = true, minimum = "0", examples = "132")
            int sessionsPossible,

            @Schema(required = true, minimum = "0", examples = "6")
            int sessionsAuthorisedAbsence,

            @Schema(required = true, minimum = "0", examples = "1")
            int sessionsUnauthorisedAbsence,

            @Schema(
                    required = true,
                    description = "When the source last changed the row; an older one never overwrites a newer one",
                    examples = "2026-07-14T09:30:00Z")
            @Nullable
            String sourceUpdatedAt) {}
}
