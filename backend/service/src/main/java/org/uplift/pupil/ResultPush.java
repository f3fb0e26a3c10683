package org.uplift.pupil;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a push of results looks like; it is read row by row, so that one wrong row does not keep the others out. */
@Schema(description = "Results of pupils, up to 5,000 rows.", examples = """
        {"rows": [{"sourceSystem": "riverside-mis", "schoolUrn": 900001, "upn": "B801200005001", "academicYear": "2026/2027",
                   "assessmentPoint": "autumn", "assessmentCode": "KS2", "subject": "REA", "component": "TEST", "score": 108,
                   "resultDate": "2026-11-20", "sourceUpdatedAt": "2026-11-20T12:00:00Z"}]}""")
record ResultPush(@Schema(required = true, maxItems = 5_000) List<Row> rows) {
    /** One result of one pupil. */
    @Schema(name = "ResultPushRow", description = "One result of one pupil: a score, or a grade of a grade set.")
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

            @Schema(description = "For KS2 REA, MAT, GPS, WRI or SCI; for EYFSP the goal", examples = "REA") @Nullable
            String subject,

            @Schema(description = "TEST or TA for KS2", examples = "TEST") @Nullable
            String component,

            @Schema(
                    enumeration = {"achieved", "target", "prediction", "baseline"},
                    description = "achieved when absent")
            @Nullable
            String facet,

            @Schema(description = "The set of the grade", examples = "KS2_TA") @Nullable
            String gradeSet,

            @Schema(examples = "EXS") @Nullable String grade,
            @Schema(examples = "104") @Nullable BigDecimal score,

            @Schema(description = "The day of sourceUpdatedAt when absent", examples = "2026-07-07") @Nullable
            String resultDate,

            @Schema(
                    required = true,
                    description = "When the source last changed the row; an older one never overwrites a newer one",
                    examples = "2026-07-14T09:30:00Z")
            @Nullable
            String sourceUpdatedAt,

            @Schema(
                    enumeration = {"provisional", "revised", "final"},
                    description = "provisional when absent")
            @Nullable
            String resultStatus) {}
}
