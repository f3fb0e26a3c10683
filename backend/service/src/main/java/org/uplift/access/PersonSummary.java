package org.uplift.access;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person as the administrator sees them. */
@Schema(name = "Person", description = "Somebody, or a machine, who has signed in at least once.")
record PersonSummary(
        UUID id,

        @Schema(description = "Name as the identity provider gives it")
        String name,

        @Schema(description = "User name at the identity provider")
        String username,

        @Nullable String email,
        @Schema(description = "First sign-in") Instant firstSeen,

        @Schema(description = "How many memberships count today")
        long memberships) {
    static PersonSummary of(Person person, long memberships) {
        return new PersonSummary(
                person.id(), person.name(), person.username(), person.email(), person.firstSeen(), memberships);
    }
}
