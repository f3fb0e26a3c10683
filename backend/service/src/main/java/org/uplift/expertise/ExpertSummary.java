package org.uplift.expertise;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Expert",
        description = "Somebody of the trust, what they are good at, and the days that they have for others.")
record ExpertSummary(
        UUID id,
        UUID personId,
        String name,

        @Schema(description = "Where they work; absent where that is the trust as a whole", examples = "900002")
        @Nullable
        Integer schoolUrn,

        @Nullable String schoolName,

        @Schema(description = "What they can do, in their words")
        String about,

        List<SpecialismLine> specialisms,
        List<DesignationLine> designations,

        @Schema(description = "They also support schools beyond the trust")
        boolean beyondTrust,

        @Schema(description = "false: they are not asked any more")
        boolean offering,

        @Schema(
                description =
                        "When somebody else said that it is so; absent where it waits for that. Only who is confirmed can be matched")
        @Nullable
        LocalDate confirmedOn,

        @Nullable String confirmedBy,
        Capacity capacity,
        @Schema(description = "Revision, as in the ETag") int version) {}
