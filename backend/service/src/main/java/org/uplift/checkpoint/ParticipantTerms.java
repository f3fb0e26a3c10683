package org.uplift.checkpoint;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Participant", description = "Somebody who took part: a person who has signed in once, or a name.")
record ParticipantTerms(
        @Schema(description = "The person, who has signed in once; without one, the name says who") @Nullable
        UUID personId,

        @Schema(description = "The name; that of the person when there is one", examples = "Teacher of year 3")
        @Size(max = 200)
        @Nullable
        String name,

        @Schema(description = "As what they took part", examples = "Reading lead") @Size(max = 100) @Nullable
        String role) {

    static ParticipantTerms of(Participant participant) {
        return new ParticipantTerms(participant.personId(), participant.name(), participant.role());
    }
}
