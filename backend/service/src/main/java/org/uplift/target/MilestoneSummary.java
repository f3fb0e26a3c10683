package org.uplift.target;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Milestone",
        description = "A target of a priority without a number, with its status as judged so far.",
        examples = """
        {"id": "01a227a0-589b-7162-a450-ae57515f115d", "priorityId": "01a227a0-57eb-7556-a14a-b3491eb9938d",
         "cycleId": "01a227a0-54d3-719e-8589-44b84dfd3be2", "schoolUrn": 900001,
         "milestone": "A daily arithmetic session in every class of key stage 2", "dueDate": "2027-02-12",
         "status": "at-risk",
         "statusReason": "Judged at risk at the checkpoint of 13 November 2026, which is not signed off yet.",
         "approved": true, "version": 0}""")
public record MilestoneSummary(
        UUID id,
        UUID priorityId,
        UUID cycleId,

        @Schema(description = "Absent in the cycle of the trust", examples = "900001") @Nullable
        Integer schoolUrn,

        @Schema(description = "What will be there", examples = "Every teacher has coached a colleague in phonics")
        String milestone,

        @Schema(description = "By when") LocalDate dueDate,

        @Schema(description = "By the judgement of checkpoints; achieved and missed by signed-off ones alone")
        Status status,

        @Schema(description = "Which checkpoint judged it so, or that none has")
        String statusReason,

        @Schema(description = "When it was ended; absent while it is worked towards") @Nullable
        LocalDate endedOn,

        @Schema(description = "Why it was ended") @Nullable String endReason,

        @Schema(
                description =
                        "Whether it was approved with the plan: who decides on plans changes what it aims at, everybody else takes"
                                + " the plan back to target setting")
        boolean approved,

        @Schema(description = "Revision of what people set, as in the ETag; the status has none")
        int version) {

    static MilestoneSummary of(Milestone milestone, MilestoneStatus status) {
        MilestoneTerms terms = milestone.terms();
        return new MilestoneSummary(
                milestone.id(),
                milestone.priority().id(),
                milestone.priority().cycle().id(),
                milestone.schoolUrn(),
                terms.milestone(),
                terms.dueDate(),
                status.status(),
                status.reason(),
                milestone.endedOn(),
                milestone.endReason(),
                milestone.priority().cycle().isApproved(milestone.id()),
                milestone.version());
    }
}
