package org.uplift.pupil;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a push of pupils looks like; it is read row by row, so that one wrong row does not keep the others out. */
@Schema(description = "Pupils, up to 5,000 rows.", examples = """
        {"rows": [{"sourceSystem": "riverside-mis", "schoolUrn": 900001, "upn": "B801200005001", "academicYear": "2026/2027",
                   "yearGroup": "6", "disadvantaged": false, "sourceUpdatedAt": "2026-09-10T08:00:00Z"}]}""")
record PupilPush(@Schema(maxItems = 5_000) List<Row> rows) {
    /** One pupil in one school and academic year. */
    @Schema(name = "PupilPushRow", description = "One pupil in one school and academic year.")
    record Row(
            @Schema(required = true, description = "The system that sends it", examples = "mis-demo", maxLength = 50)
            String sourceSystem,

            @Schema(required = true, examples = "900001") int schoolUrn,

            @Schema(required = true, description = "Unique pupil number, 13 characters", examples = "B801200005001")
            String upn,

            @Schema(description = "The number that the pupil had before, when it has changed") @Nullable
            String formerUpn,

            @Schema(required = true, examples = "2025/2026") String academicYear,

            @Schema(required = true, description = "N1, N2, R or 1 to 13", examples = "6")
            String yearGroup,

            @Schema(enumeration = {"F", "M"}) @Nullable String sex,

            @Schema(description = "Free school meals in the last six years, or looked after") @Nullable
            Boolean disadvantaged,

            @Schema(
                    enumeration = {"N", "K", "E"},
                    description = "None, SEN support, education, health and care plan")
            @Nullable
            String senProvision,

            @Schema(description = "English as an additional language") @Nullable
            Boolean eal,

            @Nullable Boolean lookedAfter,

            @Schema(enumeration = {"low", "middle", "high"}) @Nullable
            String priorAttainment,

            @Schema(description = "Joined the school late in the key stage") @Nullable
            Boolean mobile,

            @Schema(
                    required = true,
                    description = "When the source last changed the row; an older one never overwrites a newer one",
                    examples = "2026-07-14T09:30:00Z")
            @Nullable
            String sourceUpdatedAt) {}
}
