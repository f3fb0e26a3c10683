package org.uplift.committee;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Embeddable
@Schema(description = "A school that a committee looks after, and from when until when.")
public record CommitteeSchool(
        @Schema(examples = "900001") @Min(100000) @Max(999999)
        int schoolUrn,

        @Schema(description = "First day") @Column(name = "valid_from") @NotNull
        LocalDate from,

        @Schema(description = "First day on which it no longer does; absent when open")
        @Column(name = "valid_until")
        @Nullable
        LocalDate until) {
    boolean isOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
