package org.uplift.committee;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Challenge", description = "What a member of a committee asked a leader, and how it stands today.")
record ChallengeSummary(
        UUID id,
        UUID committeeId,
        String committeeName,

        @Schema(description = "Absent where it is about the trust", examples = "900001") @Nullable
        Integer schoolUrn,

        @Nullable String schoolName,

        @Schema(description = "The meeting in which it was raised; absent between meetings") @Nullable
        UUID meetingId,

        String question,
        @Schema(description = "The member who asked") String askedBy,
        UUID askedPersonId,
        @Schema(description = "The leader who is asked") String askedName,
        LocalDate raisedOn,
        ChallengeStatus status,

        @Schema(description = "By when it is to be answered; of one that was not satisfied, again")
        LocalDate dueOn,

        @Schema(description = "The committee was not satisfied with an answer")
        boolean reopened,

        @Nullable ChallengeLink link,
        @Schema(description = "You can answer it") boolean mayAnswer,

        @Schema(description = "You can say whether the committee is satisfied")
        boolean mayJudge,

        @Schema(description = "You raised it, and can withdraw it")
        boolean mayWithdraw) {}
