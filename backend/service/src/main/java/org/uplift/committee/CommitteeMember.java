package org.uplift.committee;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.access.Office;
import org.uplift.access.Role;

@Schema(description = "Somebody who is of a committee, or was.")
record CommitteeMember(
        UUID membershipId,
        UUID committeeId,
        UUID personId,
        String name,
        Role role,
        Office office,

        @Schema(description = "First day of the term of office")
        LocalDate from,

        @Schema(description = "First day after the term of office; absent when open") @Nullable
        LocalDate until,

        TermStanding standing,

        @Schema(description = "Revision of the membership, as in the ETag")
        int version) {}
