package org.uplift.practice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "GoodPractice", description = "What has worked in a school, for all of them to learn from.")
record GoodPracticeSummary(
        UUID id,

        @Schema(description = "Absent where the trust publishes it", examples = "900001") @Nullable
        Integer schoolUrn,

        @Schema(description = "As the school was called when it published it") @Nullable
        String schoolName,

        String title,
        @Schema(description = "What is done") String what,
        @Nullable String area,
        @Schema(description = "What came of it") String impact,
        @Schema(description = "Where it worked") @Nullable String context,

        @Schema(description = "How one knows: a note or an address of a page on each line") @Nullable
        String evidence,

        @Schema(description = "Whom to talk to, by name") @Nullable
        String contact,

        @Schema(description = "Absent where you may not see the cycles of its school") @Nullable
        UUID contactId,

        LocalDate publishedOn,

        @Schema(description = "When its school looks at it again")
        LocalDate reviewOn,

        @Schema(description = "When its school last said that it is still done so") @Nullable
        LocalDate reviewedOn,

        @Schema(description = "That day is past: its school should have looked at it again")
        boolean reviewOverdue,

        @Schema(description = "Absent where you may not see the cycles of its school") @Nullable
        String publishedBy,

        @Schema(description = "The cycle that it comes from; absent where you may not see it") @Nullable
        UUID cycleId,

        @Schema(description = "The priority that it comes from; absent where you may not see it") @Nullable
        UUID priorityId,

        @Schema(description = "When it was retired; only those of its school see it after that") @Nullable
        LocalDate withdrawnOn,

        @Nullable String withdrawalReason,

        @Schema(
                description =
                        "How far its school is from the one that was asked for, 0 is the same intake; absent where none was",
                examples = "0.42")
        @Nullable
        BigDecimal distance,

        @Schema(description = "Revision, as in the ETag") int version) {

    /** As those of other schools read it. */
    GoodPracticeSummary elsewhere() {
        return new GoodPracticeSummary(
                id,
                schoolUrn,
                schoolName,
                title,
                what,
                area,
                impact,
                context,
                evidence,
                contact,
                null,
                publishedOn,
                reviewOn,
                reviewedOn,
                reviewOverdue,
                null,
                null,
                null,
                withdrawnOn,
                withdrawalReason,
                distance,
                version);
    }
}
