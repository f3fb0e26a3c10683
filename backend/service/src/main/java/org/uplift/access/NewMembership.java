package org.uplift.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A membership to create. */
@Schema(description = "A membership to create: where, and from when until when, a role of a person counts.")
record NewMembership(
        @NotNull UUID personId,
        @NotNull Role role,
        @NotNull Membership.Reach scope,

        @Schema(description = "With scope `school`", examples = "900001") @Min(100000) @Max(999999) @Nullable
        Integer schoolUrn,

        @Schema(description = "With scope `committee`") @Nullable
        UUID committeeId,

        @Schema(description = "Whether this school leader is the headteacher") @Nullable
        Boolean headteacher,

        @Schema(description = "Whether this analyst may read rows of pupils, under pseudonyms") @Nullable
        Boolean pupilRows,

        @Schema(description = "With scope `committee`: the office in it; member, or clerk for a clerk, when absent")
        @Nullable
        Office office,

        @Schema(description = "First day; today when absent") @Nullable
        LocalDate from,

        @Schema(description = "First day on which it no longer counts; open when absent") @Nullable
        LocalDate until) {}
