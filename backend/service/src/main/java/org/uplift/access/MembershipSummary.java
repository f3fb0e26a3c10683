package org.uplift.access;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A membership as it is told. */
@Schema(name = "Membership", description = "Where, and from when until when, a role of a person counts.")
record MembershipSummary(
        UUID id,
        UUID personId,
        String personName,
        Role role,
        Membership.Reach scope,

        @Schema(description = "With scope `school`", examples = "900001") @Nullable
        Integer schoolUrn,

        @Schema(description = "With scope `committee`") @Nullable
        UUID committeeId,

        @Schema(description = "Whether this school leader is the headteacher")
        boolean headteacher,

        @Schema(description = "Whether this analyst may read rows of pupils, under pseudonyms")
        boolean pupilRows,

        @Schema(description = "With scope `committee`: the office in it") @Nullable
        Office office,

        @Schema(description = "First day") LocalDate from,

        @Schema(description = "First day on which it no longer counts; absent when open") @Nullable
        LocalDate until,

        @Schema(description = "Revision, as in the ETag") int version) {
    static MembershipSummary of(Membership m) {
        return new MembershipSummary(
                m.id(),
                m.person().id(),
                m.person().name(),
                m.role(),
                m.reach(),
                m.schoolUrn(),
                m.committeeId(),
                m.headteacher(),
                m.pupilRows(),
                m.office(),
                m.from(),
                m.until(),
                m.version());
    }
}
