package org.uplift.committee;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What can be changed about a committee.")
record CommitteeTerms(
        @NotBlank @Size(max = 200) String name,

        @Schema(description = "All of the schools that it looks after, those that it did too") @NotNull @Size(max = 200)
        List<@NotNull @Valid CommitteeSchool> schools,

        @Schema(description = "So many days before a term of office ends one is warned", examples = "90")
        @Min(0)
        @Max(730)
        int warnDays,

        @Schema(description = "First day on which the committee is no more; absent while it goes on") @Nullable
        LocalDate endedOn) {}
