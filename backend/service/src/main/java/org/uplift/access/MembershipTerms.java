package org.uplift.access;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be changed about a membership; role and reach can't: end it and create another. */
@Schema(description = "What can be changed about a membership. For another role or reach end it and create another.")
record MembershipTerms(
        @Schema(description = "Whether this school leader is the headteacher")
        boolean headteacher,

        @Schema(description = "Whether this analyst may read rows of pupils, under pseudonyms")
        boolean pupilRows,

        @Schema(description = "First day") @NotNull LocalDate from,

        @Schema(description = "First day on which it no longer counts; open when null") @Nullable
        LocalDate until) {
    static MembershipTerms of(Membership membership) {
        return new MembershipTerms(
                membership.headteacher(), membership.pupilRows(), membership.from(), membership.until());
    }
}
