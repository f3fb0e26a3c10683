package org.uplift.committee;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A challenge that a member of a committee raises.")
record NewChallenge(
        @NotNull UUID committeeId,

        @Schema(description = "The meeting in which it is raised; absent between meetings") @Nullable
        UUID meetingId,

        @Schema(description = "The school that it is about; absent where it is about the trust", examples = "900001")
        @Min(100000)
        @Max(999999)
        @Nullable
        Integer schoolUrn,

        @Schema(description = "The school leader or trust leader who is asked") @NotNull
        UUID askedPersonId,

        @Schema(examples = "Why has persistent absence risen while the target says that it falls?")
        @NotBlank
        @Size(max = 4000)
        String question,

        @Schema(description = "By when it is to be answered") @NotNull
        LocalDate answerBy,

        @Schema(description = "What it is about; absent where it is about nothing in particular") @Valid @Nullable
        ChallengeLink link) {}
