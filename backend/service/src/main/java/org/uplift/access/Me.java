package org.uplift.access;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is signed in and what they may do. */
@Schema(description = "Who is signed in, where their roles count, and what they may do.")
record Me(
        UUID id,
        String name,
        String username,
        @Nullable String email,
        @Schema(description = "Roles of the token") List<Role> roles,

        @Schema(description = "Memberships that count today")
        List<MembershipSummary> memberships,

        @Schema(description = "What the roles permit where a membership makes them count, and how far")
        List<Grant> permissions) {

    /** One permission and where it counts. */
    @Schema(name = "Grant", description = "One permission, and the schools and committees in which it counts.")
    record Grant(
            @Schema(examples = "cycles:read") String permission,

            @Schema(description = "It counts in every school")
            boolean trust,

            @Schema(description = "It counts in these schools")
            List<Integer> schools,

            @Schema(description = "It counts in these committees")
            List<UUID> committees) {}
}
