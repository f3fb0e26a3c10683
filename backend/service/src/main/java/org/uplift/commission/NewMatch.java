package org.uplift.commission;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.uplift.platform.Problem;

@Schema(
        name = "NewCommissionMatch",
        description =
                "Who is to give the support: an expert of the trust, or a partner from outside with what that costs and why nobody"
                        + " inside fits.")
record NewMatch(
        @Nullable UUID expertId,
        @Nullable UUID partnerId,

        @Schema(description = "What the partner takes in all, in pounds", examples = "1800")
        @DecimalMin("0")
        @Digits(integer = 8, fraction = 2)
        @Nullable
        BigDecimal cost,

        @Schema(
                description =
                        "Why it is not the first of those who can; of a partner, why the trust goes outside: needed there",
                examples = "Has taught this programme for years.")
        @Size(max = 2000)
        @Nullable
        String reason,

        @Schema(
                description =
                        "Of a partner: why each of those inside who can, and offer something in the area, does not fit. Why the"
                                + " others do not, is recorded by itself.")
        @Size(max = 500)
        @Valid
        @Nullable
        List<@NotNull UnfitReason> unfit) {

    @Schema(name = "UnfitReason", description = "Why somebody inside the trust does not fit.")
    record UnfitReason(
            @NotNull UUID expertId,
            @NotBlank @Size(max = 500) String reason) {}

    /** Refuses with 422 what names nobody, or two. */
    void check() {
        if ((expertId == null) == (partnerId == null)) {
            throw Problem.invalid("/expertId", "required", "Name either an expert of the trust or a partner.");
        }
        if ((partnerId == null) != (cost == null)) {
            throw Problem.invalid(
                    "/cost", "required", "Support from outside has a cost, from inside the trust it has none.");
        }
        if (partnerId != null && (reason == null || reason.isBlank())) {
            throw Problem.invalid("/reason", "required", "Say why nobody inside the trust fits.");
        }
    }
}
